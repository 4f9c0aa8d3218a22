from pathlib import Path

from bot.answers.cache import fetch, fingerprint, store


def test_what_was_stored_comes_back_under_the_same_key_only(tmp_path: Path) -> None:
    path = tmp_path / "深" / "cache"
    store(path, "甲", ("文", 1, [2.5], b"\0"))
    assert fetch(path, "甲") == ("文", 1, [2.5], b"\0")
    assert fetch(path, "乙") is None


def test_a_damaged_or_missing_file_is_no_value(tmp_path: Path) -> None:
    path = tmp_path / "cache"
    assert fetch(path, "甲") is None
    store(path, "甲", ("文",))
    whole = path.read_bytes()
    for damaged in (b"", whole[:-1], whole + b"x", whole[:70] + b"\xff" + whole[71:]):
        path.write_bytes(damaged)
        assert fetch(path, "甲") is None


def test_a_folder_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    store(tmp_path / "file" / "cache", "甲", ())


def test_the_fingerprint_follows_contents_names_and_extras(tmp_path: Path) -> None:
    one, two = tmp_path / "a.yaml", tmp_path / "b.yaml"
    one.write_text("甲")
    before = fingerprint([one])
    assert fingerprint([one]) == before
    assert fingerprint([one], "更多") != before
    two.write_text("甲")
    assert fingerprint([two]) != before
    one.write_text("乙")
    assert fingerprint([one]) != before
