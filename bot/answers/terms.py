"""The trade's synonyms (`knowledge/terms.yaml`): which matters a text speaks of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from bot.answers.normalise import plain, sounds, squeezed

_BY_SOUND = 2
"""Words shorter than this are never recognised by their sound alone."""


@dataclass(frozen=True)
class Terms:
    """Ways of saying → matters, looked up by letters and, where letters fail, by sound."""

    by_letters: Mapping[str, tuple[str, ...]]
    by_sound: Mapping[tuple[str, ...], tuple[str, ...]] = field(repr=False)
    longest: int

    @classmethod
    def of(cls, groups: Mapping[str, Iterable[str]]) -> Terms:
        """From {matter: ways of saying}; one way may stand for several matters."""
        letters: dict[str, list[str]] = {}
        heard: dict[tuple[str, ...], list[str]] = {}
        for matter, ways in groups.items():
            for way in ways:
                word = squeezed(plain(way))
                letters.setdefault(word, []).append(matter)
                if len(word) >= _BY_SOUND:
                    heard.setdefault(tuple(sounds(word)), []).append(matter)
        return cls(
            {word: tuple(dict.fromkeys(matters)) for word, matters in letters.items()},
            {word: tuple(dict.fromkeys(matters)) for word, matters in heard.items()},
            max(map(len, letters), default=0),
        )

    def found(self, text: str) -> dict[str, float]:
        """Matters in a squeezed text: 1.0 as written, less when only the sound agrees."""
        result: dict[str, float] = {}
        covered = self._scan(text, result)
        heard = sounds(text)
        for start in range(len(text)):
            for size in range(min(self.longest, len(text) - start), 1, -1):
                span = range(start, start + size)
                matters = self.by_sound.get(tuple(heard[start : start + size]))
                if matters and not all(covered[i] for i in span):
                    for matter in matters:
                        result.setdefault(matter, 0.8 if size > 2 else 0.5)
                    break
        return result

    def _scan(self, text: str, result: dict[str, float]) -> list[bool]:
        """Longest words first at every place; a word inside a longer one does not count."""
        covered = [False] * len(text)
        end = 0
        for start in range(len(text)):
            for size in range(min(self.longest, len(text) - start), 0, -1):
                matters = self.by_letters.get(text[start : start + size])
                if not matters or start + size <= end:
                    continue
                end = start + size
                covered[start:end] = [True] * size
                result.update(dict.fromkeys(matters, 1.0))
                break
        return covered
