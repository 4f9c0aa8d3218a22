"""Reference numbers such as 忻变-2026-7K3M: no look-alike characters, the last one is a check.

The alphabet has 23 characters, a prime: the check finds every single wrong character and every
exchange of two neighbours, also between the kind, the year and the body.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from bot.cases.kinds import Kind

ALPHABET = "34679ACDEFGHJKMNPRTVWXY"
SHORTEST = 3
"""Random characters before the check character."""

_KINDS = tuple(Kind)
_FULL = re.compile(r"^忻?([变职级])-?(\d{4})-?([0-9A-Z]{4,8})$")
_BODY = re.compile(r"^[0-9A-Z]{4,8}$")


class WrongReference(ValueError):
    """The message says in Chinese what is wrong with the number."""


def make(kind: Kind, year: int, pick: Callable[[int], int], length: int = SHORTEST) -> str:
    """A number; `pick(n)` gives a random number below n."""
    body = "".join(ALPHABET[pick(len(ALPHABET))] for _ in range(length))
    return f"忻{kind.mark}-{year}-{body}{_check(kind, year, body)}"


def short(reference: str) -> str:
    """The part after the year."""
    return reference.rpartition("-")[2]


def read(words: str) -> str:
    """A number as somebody types it → as it is written, or only its last part.

    Raises WrongReference for a number that cannot be one.
    """
    text = re.sub(r"[\s—–－_·]", "-", unicodedata.normalize("NFKC", words).strip().upper())
    text = re.sub(r"-+", "-", text).strip("-")
    if _BODY.match(text) and not text.isdecimal():
        return _known_characters(text)
    match = _FULL.match(text)
    if match is None:
        raise WrongReference("办件编号的样子是：忻变-2026-7K3M。")
    mark, year, body = match.groups()
    _known_characters(body)
    kind = next(k for k in _KINDS if k.mark == mark)
    if _check(kind, int(year), body[:-1]) != body[-1]:
        raise WrongReference("编号的末位对不上，可能有一个字符写错了，请再核对一下。")
    return f"忻{mark}-{year}-{body}"


def looks_like_one(words: str) -> bool:
    """Whether somebody seems to have typed a number rather than a name."""
    try:
        read(words)
    except WrongReference as error:
        return "末位" in str(error) or "没有" in str(error)
    return True


def _known_characters(body: str) -> str:
    odd = [c for c in body if c not in ALPHABET]
    if odd:
        raise WrongReference(f"编号里没有“{odd[0]}”这个字符，请再核对一下。")
    return body


def _check(kind: Kind, year: int, body: str) -> str:
    values = [_KINDS.index(kind), *(int(d) for d in f"{year:04d}")]
    values += [ALPHABET.index(c) for c in body]
    total = sum(weight * value for weight, value in enumerate(values, start=2))
    return ALPHABET[-total % len(ALPHABET)]
