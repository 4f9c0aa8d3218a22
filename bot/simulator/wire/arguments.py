"""From the strings of a request to checked values: unknown, missing and ill-typed are refused."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.simulator.wire.errors import ApiError, bad_request, not_simulated
from bot.simulator.wire.jsontypes import JsonDict
from bot.simulator.wire.table import UNSIMULATED, MethodSpec, Parameter

_WHOLE = re.compile(r"[+-]?\d{1,18}\Z")
_MISSING = {
    "chat_id": "chat_id is empty",
    "text": "message text is empty",
    "message_id": "message identifier is not specified",
}


@dataclass(frozen=True)
class Upload:
    """A file that came with a request."""

    name: str
    content: bytes
    mime: str = "application/octet-stream"


class Arguments:
    """The checked arguments of one call."""

    def __init__(self, values: JsonDict, files: Mapping[str, Upload]) -> None:
        self._values = values
        self.files = dict(files)

    def has(self, name: str) -> bool:
        """Whether it was given at all."""
        return name in self._values

    def get(self, name: str) -> Any:
        """The value, whatever it is, or None."""
        return self._values.get(name)

    def text(self, name: str) -> str:
        """A string, empty when not given."""
        return str(self._values.get(name, ""))

    def whole(self, name: str, default: int = 0) -> int:
        """A whole number."""
        return int(self._values.get(name, default))

    def yes(self, name: str) -> bool:
        """A yes-or-no, no when not given."""
        return bool(self._values.get(name, False))

    def obj(self, name: str) -> JsonDict | None:
        """An object, or None."""
        value: JsonDict | None = self._values.get(name)
        return value

    def array(self, name: str) -> list[Any]:
        """A list, empty when not given."""
        return list(self._values.get(name, []))


def check_arguments(
    spec: MethodSpec, params: Mapping[str, Any], files: Mapping[str, Upload]
) -> Arguments:
    """The arguments, or the refusal that says what is wrong with them."""
    values: JsonDict = {}
    for name, raw in params.items():
        parameter = spec.parameters.get(name)
        if parameter is None:
            # The real server passes over unknown names; here they are always somebody's slip.
            raise bad_request(f'unknown parameter "{name}" for {spec.name}')
        if raw is None:
            continue
        if name in UNSIMULATED:
            raise not_simulated(f'parameter "{name}" of {spec.name}')
        values[name] = _decoded(parameter, raw)
    attached = _attached_names(values)
    for name in files:
        if name in attached:
            continue
        parameter = spec.parameters.get(name)
        if parameter is None or parameter.kind not in "fu":
            raise bad_request(f'file "{name}" is not used by {spec.name}')
        values.setdefault(name, f"attach://{name}")
    _refuse_missing(spec, values)
    return Arguments(values, files)


def _refuse_missing(spec: MethodSpec, values: JsonDict) -> None:
    for parameter in spec.parameters.values():
        if parameter.required and values.get(parameter.name) is None:
            text = _MISSING.get(parameter.name, f'parameter "{parameter.name}" is required')
            raise bad_request(text)


def _attached_names(values: JsonDict) -> set[str]:
    return set(re.findall(r"attach://([^\"\s]+)", json.dumps(values, ensure_ascii=False)))


def _decoded(parameter: Parameter, raw: Any) -> Any:
    match parameter.kind:
        case "i":
            return _whole(parameter.name, raw)
        case "b":
            return _yes(parameter.name, raw)
        case "o":
            return _json(parameter.name, raw, dict, "object")
        case "a":
            return _json(parameter.name, raw, list, "list")
        case "c":
            if isinstance(raw, str) and raw.startswith("@"):
                return raw
            return _whole(parameter.name, raw)
        case _:
            return _string(parameter.name, raw)


def _ill_typed(name: str, expected: str) -> ApiError:
    return bad_request(f'parameter "{name}" must be {expected}')


def _whole(name: str, raw: Any) -> int:
    if isinstance(raw, int) and not isinstance(raw, bool):
        return raw
    if isinstance(raw, str) and _WHOLE.match(raw):
        return int(raw)
    raise _ill_typed(name, "a whole number")


def _yes(name: str, raw: Any) -> bool:
    if isinstance(raw, bool):
        return raw
    if isinstance(raw, str) and raw.lower() in {"true", "false", "1", "0"}:
        return raw.lower() in {"true", "1"}
    raise _ill_typed(name, "true or false")


def _string(name: str, raw: Any) -> str:
    if not isinstance(raw, str):
        raise _ill_typed(name, "a string")
    try:
        raw.encode("utf-8")
    except UnicodeEncodeError:
        raise bad_request("strings must be encoded in UTF-8") from None
    return raw


def _json(name: str, raw: Any, expected: type, word: str) -> Any:
    value = raw
    if isinstance(raw, str):
        try:
            value = json.loads(raw)
        except ValueError:
            raise bad_request(f"can't parse {name} JSON object") from None
    if not isinstance(value, expected):
        raise _ill_typed(name, f"a JSON {word}")
    return value
