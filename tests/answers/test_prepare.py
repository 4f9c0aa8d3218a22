import shutil
from pathlib import Path

import pytest

from bot.answers import compiled
from bot.answers.engine import Answerer
from bot.answers.prepare import cache_of, prepare
from bot.measures.text import KNOWLEDGE


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return shutil.copytree(KNOWLEDGE, tmp_path / "knowledge")


def test_the_child_builds_what_is_then_only_read(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = cache_of(folder)
    assert prepare(folder, cache)
    monkeypatch.setattr(compiled, "compile_knowledge", None)
    answer = Answerer.load(folder, cache=cache).answer("资料要留多久")
    assert answer.sources == ["article:20"]


def test_a_current_cache_is_left_as_it_is(folder: Path) -> None:
    cache = cache_of(folder)
    assert prepare(folder, cache)
    before = cache.stat().st_mtime_ns
    assert prepare(folder, cache)
    assert cache.stat().st_mtime_ns == before


def test_knowledge_that_does_not_hold_is_not_prepared(folder: Path) -> None:
    (folder / "terms.yaml").write_text("本行的事: [", encoding="utf-8")
    assert not prepare(folder, cache_of(folder))
    assert not cache_of(folder).exists()
