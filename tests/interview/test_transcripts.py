from pathlib import Path

import pytest

from tests.interview.transcripts import files, replay


@pytest.mark.parametrize("path", files(), ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_the_conversation_is_word_for_word_the_same(path: Path) -> None:
    """If the change is wanted: `python -m tests.interview.transcripts`, and read the difference."""
    text = path.read_text(encoding="utf-8")
    assert replay(text) == text


def test_every_kind_of_conversation_is_there() -> None:
    assert {path.parent.name for path in files()} == {
        *("happy_path", "corrections", "guards", "invalid_input", "resume", "known_facts"),
    }
