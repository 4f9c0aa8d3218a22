import tempfile
from pathlib import Path

import pytest

from bot.answers.engine import Answerer
from bot.answers.terms import Terms


@pytest.fixture(scope="session")
def answerer() -> Answerer:
    """The real knowledge; the cache is keyed by its content and by the program's."""
    return Answerer.load(cache=Path(tempfile.gettempdir()) / "xinping-test-knowledge.cache")


@pytest.fixture(scope="session")
def terms(answerer: Answerer) -> Terms:
    return answerer.matcher.terms
