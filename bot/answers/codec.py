"""Our own dataclasses as plain tuples and back: what the cache may hold, and nothing else."""

from __future__ import annotations

from array import array
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Any

from bot.answers.answer import Kind
from bot.answers.cards import Card, CardKind, Source
from bot.answers.knowledge import Chat
from bot.answers.matcher import Label, Matcher
from bot.answers.model import Model
from bot.answers.sentences import Sentences
from bot.answers.terms import Terms
from bot.measures import Citation

_CLASSES: dict[str, Any] = {
    cls.__name__: cls
    for cls in (
        *(Card, CardKind, Chat, Citation, Kind, Label, Matcher, Model, Sentences, Source, Terms),
    )
}
_ARRAY, _DICT, _NAMES, _SET = "array", "dict", "names", "set"


def plainly(value: Any) -> Any:
    """Numbers, texts and None as they are; everything else as a tuple that begins with its name."""
    if value is None or type(value) in (int, float, str, bool):
        return value
    if isinstance(value, Enum):
        return (type(value).__name__, value.value)
    if isinstance(value, frozenset):
        return (_SET, sorted(value))
    if isinstance(value, tuple | list):
        return [plainly(part) for part in value]
    if isinstance(value, array):
        return (_ARRAY, value.typecode, value.tobytes())
    if isinstance(value, dict):
        if list(value.values()) == list(range(len(value))) and value:
            return (_NAMES, "\n".join(value))
        return (_DICT, [(plainly(key), plainly(part)) for key, part in value.items()])
    if is_dataclass(value) and type(value).__name__ in _CLASSES:
        parts = [plainly(getattr(value, field.name)) for field in fields(value)]
        return (type(value).__name__, *parts)
    raise TypeError(f"不能存入缓存：{type(value).__name__}")


def back(value: Any) -> Any:
    """The value that `plainly` was given, lists as tuples. Raises KeyError for an unknown name."""
    if isinstance(value, list):
        return tuple(back(part) for part in value)
    if not isinstance(value, tuple):
        return value
    name, *parts = value
    if name == _ARRAY:
        result = array(parts[0])
        result.frombytes(parts[1])
        return result
    if name == _DICT:
        return {back(key): back(part) for key, part in parts[0]}
    if name == _SET:
        return frozenset(parts[0])
    if name == _NAMES:
        return {key: n for n, key in enumerate(parts[0].split("\n"))}
    return _CLASSES[name](*(back(part) for part in parts))
