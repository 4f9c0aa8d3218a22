"""The states and the ways between them as a picture, drawn from the same table."""

from __future__ import annotations

from collections.abc import Iterator
from math import hypot
from pathlib import Path

from bot.cases.states import CLOSED, OPEN, State
from bot.cases.transitions import TRANSITIONS, Role, Transition

PICTURE = Path(__file__).parents[2] / "docs" / "cases" / "transitions.svg"

_WIDE, _HIGH = 124, 46
_PLACES = {
    State.DRAFT: (30, 110),
    State.SUBMITTED: (250, 110),
    State.ACCEPTED: (520, 110),
    State.CORRECTING: (250, 300),
    State.RESUBMITTED: (520, 300),
    State.FINISHED: (760, 110),
    State.REPORTED: (960, 110),
    State.REFUSED: (250, 460),
    State.WITHDRAWN: (520, 460),
}
_FRAME = (225, 70, 445, 306)
"""Around the states of OPEN: what may be done in all of them starts at its lower edge."""
_BY = {Role.CONTACT: "#2f6f4f", Role.STAFF: "#3b6fb6", Role.SYSTEM: "#52606d"}
_FONT = "'Noto Sans CJK SC','Microsoft YaHei','PingFang SC',sans-serif"

_Point = tuple[float, float]


def picture() -> str:
    """The whole drawing, as SVG."""
    return "\n".join([*_head(), *_edges(), *_boxes(), "</svg>"]) + "\n"


def _head() -> Iterator[str]:
    yield (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1110 530" width="1110"'
        f' height="530" font-family="{_FONT}" font-size="15" role="img">'
    )
    yield "<title>办件的状态和流转</title>"
    yield "<defs>"
    for role, colour in _BY.items():
        yield (
            f'<marker id="{role.name}" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7"'
            f' markerHeight="7" orient="auto"><path d="M0 0 L10 5 L0 10 z" fill="{colour}"/>'
            "</marker>"
        )
    yield '</defs><rect width="1110" height="530" fill="#ffffff"/>'
    yield '<text x="30" y="36" font-weight="bold">办件的状态和流转</text>'
    for place, role in enumerate((Role.CONTACT, Role.STAFF)):
        yield f'<text x="{760 + 150 * place}" y="36" fill="{_BY[role]}">→ {role}</text>'
    x, y, wide, high = _FRAME
    yield (
        f'<rect x="{x}" y="{y}" width="{wide}" height="{high}" rx="12" fill="#fbfcfe"'
        ' stroke="#9aa5b1" stroke-dasharray="6 4"/>'
    )
    yield f'<text x="{x + 12}" y="{y + 24}" fill="#52606d">在办</text>'


def _edges() -> Iterator[str]:
    for t in TRANSITIONS:
        if t.target is None:
            continue
        if t.sources == OPEN:
            yield _from_frame(t, t.target)
            continue
        for source in State:
            if source in t.sources:
                yield _edge(t, source, t.target)


def _from_frame(t: Transition, target: State) -> str:
    x = _PLACES[target][0] + _WIDE / 2
    return _line(t, (x, _FRAME[1] + _FRAME[3]), (x, _PLACES[target][1]), 0.5)


def _edge(t: Transition, source: State, target: State) -> str:
    """From box to box, a little to the right of the middle, so that two ways do not meet."""
    (ax, ay), (bx, by) = _centre(source), _centre(target)
    length = hypot(bx - ax, by - ay)
    ux, uy = (bx - ax) / length, (by - ay) / length
    aside = 11
    start = _leaves((ax, ay), (ux, uy), aside)
    end = _leaves((bx, by), (-ux, -uy), -aside)
    return _line(t, start, end, 0.36 if ux and uy else 0.5)


def _centre(state: State) -> _Point:
    x, y = _PLACES[state]
    return x + _WIDE / 2, y + _HIGH / 2


def _leaves(centre: _Point, way: _Point, aside: float) -> _Point:
    """Where a line beside the middle leaves a box in this direction."""
    x, y = centre[0] - way[1] * aside, centre[1] + way[0] * aside
    reach = []
    for place, middle, half, step in (
        (x, centre[0], _WIDE / 2, way[0]),
        (y, centre[1], _HIGH / 2, way[1]),
    ):
        if abs(step) > 0.001:
            edge = middle + half * (1 if step > 0 else -1)
            reach.append((edge - place) / step)
    span = min(reach) + 2
    return x + way[0] * span, y + way[1] * span


def _line(t: Transition, start: _Point, end: _Point, at: float) -> str:
    (ax, ay), (bx, by) = start, end
    colour = _BY[t.by]
    x, y = ax + (bx - ax) * at, ay + (by - ay) * at + 5
    return (
        f'<path d="M{ax:.0f} {ay:.0f} L{bx:.0f} {by:.0f}" stroke="{colour}" stroke-width="1.6"'
        f' marker-end="url(#{t.by.name})"/>'
        f'<text x="{x:.0f}" y="{y:.0f}" fill="{colour}" text-anchor="middle" stroke="#ffffff"'
        f' stroke-width="6" paint-order="stroke">{t.words}</text>'
    )


def _boxes() -> Iterator[str]:
    for state, (x, y) in _PLACES.items():
        ended = state in CLOSED
        fill, line = ("#eef1f4", "#7b8794") if ended else ("#eef4ff", "#3b6fb6")
        yield (
            f'<rect x="{x}" y="{y}" width="{_WIDE}" height="{_HIGH}" rx="8" fill="{fill}"'
            f' stroke="{line}"/>'
        )
        yield (
            f'<text x="{x + _WIDE / 2:.0f}" y="{y + 29}" text-anchor="middle"'
            f' font-weight="bold" fill="#1f2933">{state.label}</text>'
        )
