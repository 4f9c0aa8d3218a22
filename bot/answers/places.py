"""Reading YAML so that every value knows its line: for messages that an official can act on."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import MappingNode, ScalarNode, SequenceNode


@dataclass(frozen=True)
class Problem:
    """Something wrong in a knowledge file: where, what, and what to do."""

    file: str
    line: int
    what: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.file} 第{self.line}行：{self.what}。{self.remedy}"


class KnowledgeError(Exception):
    """Knowledge that must not be used; `problems` says why, one a line."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = problems
        super().__init__("\n".join(map(str, problems)))


@dataclass(frozen=True)
class Place:
    """A value of a YAML file with the line (from 1) where it begins."""

    value: str | list[Place] | dict[str, Place]
    line: int

    def text(self) -> str | None:
        """The value when it is one piece of text."""
        return self.value if isinstance(self.value, str) else None

    def items(self) -> list[Place] | None:
        """The value when it is a list."""
        return self.value if isinstance(self.value, list) else None

    def fields(self) -> dict[str, Place] | None:
        """The value when it has named parts."""
        return self.value if isinstance(self.value, dict) else None

    def texts(self) -> list[str] | None:
        """The value when it is a list of texts."""
        items = self.items()
        if items is None:
            return None
        texts = [item.text() for item in items]
        return None if None in texts else [text for text in texts if text is not None]


def read(path: Path) -> Place:
    """The file as places. Raises KnowledgeError when it is missing or not YAML."""
    try:
        node = YAML(typ="safe", pure=True).compose(path.read_text(encoding="utf-8"))
    except MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise KnowledgeError([_not_yaml(path, line)]) from error
    except (YAMLError, UnicodeDecodeError) as error:
        raise KnowledgeError([_not_yaml(path, 1)]) from error
    except OSError as error:
        problem = Problem(path.name, 1, "文件读不出来", "请检查文件是否存在、有没有读取权限")
        raise KnowledgeError([problem]) from error
    return Place("", 1) if node is None else _place(node, path.name)


def _not_yaml(path: Path, line: int) -> Problem:
    remedy = "请检查这一行和上一行的缩进、冒号后的空格、引号是否成对"
    return Problem(path.name, line, "格式不对，读不懂", remedy)


def _place(node: Any, file: str) -> Place:
    line = node.start_mark.line + 1
    if isinstance(node, MappingNode):
        fields: dict[str, Place] = {}
        for key, value in node.value:
            if key.value in fields:
                at = key.start_mark.line + 1
                what = f"“{key.value}”在这一段里写了两次"
                raise KnowledgeError([Problem(file, at, what, "请把两处合成一处")])
            fields[str(key.value)] = _place(value, file)
        return Place(fields, line)
    if isinstance(node, SequenceNode):
        return Place([_place(value, file) for value in node.value], line)
    assert isinstance(node, ScalarNode)
    return Place(str(node.value).strip(), line)
