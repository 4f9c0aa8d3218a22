"""`python -m benchmarks.mutation FOLDER`: which small faults in bot/rules do the tests let pass?

Needs mutmut 3.8 in the interpreter that runs it (it is no dependency of the project). mutmut only
writes the mutants. Each of them is then tried in a process of its own, which has not imported the
rules before: mutmut's own run keeps what was built at import, and most clauses are built then.
mutmut leaves decorated functions alone, so in the copy a decoration becomes an assignment.
"""

from __future__ import annotations

import ast
import importlib
import importlib.util
import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType
from typing import Any

ROOT = Path(__file__).parents[1]
COPIED = ("bot", "knowledge", "docs/rules", "tests/rules", "tests/scenarios", "tests/interview")
READS_SOURCE = ("test_pure.py", "test_strings.py", "test_guarded.py")
"""Tests about the source itself, which a mutated copy cannot pass."""
SETTINGS = """[mutmut]
source_paths=bot/rules
also_copy=
    bot
    knowledge
    docs
    tests
pytest_add_cli_args_test_selection=
    tests/rules/test_clauses.py
"""
FIRST = ["tests/rules/test_contract.py", "tests/rules/test_verdicts.py", "tests/scenarios"]
THEN = ["tests/rules", "tests/interview/test_transcripts.py"]
LIMIT = 300
DECORATORS = ("reads", "cache", "property", "cached_property")


class Undecorated(ast.NodeTransformer):
    """@reads(x) def f → def undecorated_f; f = reads(x)(undecorated_f)."""

    def _body(self, body: Sequence[ast.stmt]) -> Iterator[ast.stmt]:
        for node in map(self.visit, body):
            yield node
            if not isinstance(node, ast.FunctionDef) or len(node.decorator_list) != 1:
                continue
            decorator = node.decorator_list[0]
            called = decorator.func if isinstance(decorator, ast.Call) else decorator
            if ast.unparse(called) not in DECORATORS:
                continue
            name, node.decorator_list = node.name, []
            node.name = f"undecorated_{name.lstrip('_')}"
            decorated = ast.Call(decorator, [ast.Name(node.name, ast.Load())], [])
            yield ast.Assign([ast.Name(name, ast.Store())], decorated)

    def visit_Module(self, node: ast.Module) -> ast.Module:
        """Functions of the module."""
        node.body = list(self._body(node.body))
        return node

    def visit_ClassDef(self, node: ast.ClassDef) -> ast.ClassDef:
        """Methods."""
        node.body = list(self._body(node.body))
        return node


def prepare(folder: Path) -> list[str]:
    """Copies what the rules need, lets mutmut write the mutants, and names them."""
    for part in COPIED:
        shutil.copytree(ROOT / part, folder / part)
    shutil.copy(ROOT / "tests/__init__.py", folder / "tests")
    for name in READS_SOURCE:
        (folder / "tests/rules" / name).unlink()
    (folder / "bot/rules/sheets/__main__.py").unlink()
    for path in (folder / "bot/rules").rglob("*.py"):
        tree = Undecorated().visit(ast.parse(path.read_text(encoding="utf-8")))
        path.write_text(ast.unparse(ast.fix_missing_locations(tree)) + "\n", encoding="utf-8")
    (folder / "setup.cfg").write_text(SETTINGS, encoding="utf-8")
    (folder / "pytest.ini").write_text("[pytest]\nasyncio_mode=auto\n", encoding="utf-8")
    command = [str(Path(sys.executable).parent / "mutmut"), "run", "none*"]
    subprocess.run(command, cwd=folder, check=False, timeout=LIMIT, capture_output=True)
    written = (folder / "mutants/bot/rules").rglob("*.meta")
    return [n for meta in sorted(written) for n in json.loads(meta.read_text())["exit_code_by_key"]]


class Mutated:
    """Finds the one module that holds the mutant in mutmut's folder, all others in the copy."""

    def __init__(self, folder: Path, module: str) -> None:
        self._folder, self._module = folder / "mutants", module

    def find_spec(
        self, name: str, path: object = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Part of the protocol of sys.meta_path."""
        if name != self._module:
            return None
        base = self._folder / Path(*name.split("."))
        file = base / "__init__.py" if base.is_dir() else base.with_suffix(".py")
        return importlib.util.spec_from_file_location(name, file)


def wrap(active: Callable[[], str]) -> Callable[..., Any]:
    """mutmut's trampoline, without its look at the environment at every call."""

    def wrapping(mutants: dict[str, Any], is_classmethod: bool = False) -> Callable[..., Any]:
        def decorate(function: Callable[..., Any]) -> Callable[..., Any]:
            def chosen(*args: Any, **named: Any) -> Any:
                found = mutants.get(active(), mutants["_mutmut_orig"])
                return found(*args, **named)

            return chosen

        return decorate

    return wrapping


def survives(folder: Path, mutant: str, tests: Sequence[str]) -> bool:
    """Whether all these tests pass with this mutant, in a process of its own."""
    child = os.fork()
    if child:
        return os.waitpid(child, 0)[1] == 0
    signal.alarm(LIMIT)
    module, _, name = mutant.rpartition(".")
    os.chdir(folder)
    sys.path.insert(0, str(folder))
    for loaded in [m for m in sys.modules if m.partition(".")[0] in ("bot", "tests")]:
        del sys.modules[loaded]
    trampoline = importlib.import_module("mutmut.mutation.trampoline")
    vars(trampoline)["wrap_in_trampoline"] = wrap(lambda: name)
    sys.meta_path.insert(0, Mutated(folder, module))
    null = os.open(os.devnull, os.O_WRONLY)
    os.dup2(null, 1)
    os.dup2(null, 2)
    pytest = importlib.import_module("pytest")
    os._exit(int(pytest.main(["-x", "-q", "--tb=no", "-p", "no:cacheprovider", *tests])))


def main() -> None:
    """Prints each survivor, then the two numbers."""
    folder = Path(sys.argv[1]).resolve()
    mutants = prepare(folder)
    left = [m for m in mutants if survives(folder, m, FIRST) and survives(folder, m, THEN)]
    print("\n".join(left))
    print(f"共{len(mutants)}个，存活{len(left)}个")


if __name__ == "__main__":
    main()
