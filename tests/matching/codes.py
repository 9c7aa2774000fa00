"""Every code the matching engine can hand out, read from its sources: a new one without a sentence fails a test."""

import ast
from collections.abc import Iterator
from pathlib import Path

import taoli.engine.matching
from taoli.engine.matching.core import GROUP_OF
from taoli.engine.matching.elastic import PRICE

SOURCES = Path(str(taoli.engine.matching.__file__)).parent
# Codes that are no literal where they are made: the expression there → its values.
MADE = {
    "f'core_{name}'": {f"core_{group}" for group in GROUP_OF.values()},
    "self.code": set(PRICE),
    "repair": {"moved_minimum", "moved_rules"},
}


def codes(made: str, *modules: str) -> set[str]:
    """Return the codes of all `Finding` or `Reason` made in these modules; AssertionError for one nobody can read."""
    return {code for name in modules for code in _in_module(made, name)} - {""}


def modules() -> list[str]:
    return sorted(file.stem for file in SOURCES.glob("*.py"))


def values(module: str, name: str) -> set[str]:
    """Return what a parameter, a keyword argument or a variable of this name is said to be in a module."""
    found: set[str] = set()
    for function in _functions(module):
        for node in ast.walk(function):
            if isinstance(node, ast.Dict):
                pairs = zip(node.keys, node.values, strict=True)
                found |= {
                    one
                    for key, value in pairs
                    if isinstance(key, ast.Constant) and key.value == name
                    for one in _strings(value, function)
                }
            if isinstance(node, ast.keyword) and node.arg == name:
                found |= set(_strings(node.value, function))
    return found


def returned(module: str, function: str) -> set[str]:
    """Return the words a function can return."""
    (body,) = (one for one in _functions(module) if one.name == function)
    ends = [node.value for node in ast.walk(body) if isinstance(node, ast.Return) and node.value]
    return {one for end in ends for one in _strings(end, body)} - {""}


def _in_module(made: str, module: str) -> Iterator[str]:
    for function in _functions(module):
        for node in ast.walk(function):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == made:
                found = set(_strings(node.args[0], function)) or MADE.get(ast.unparse(node.args[0]))
                assert found, f"{module}.py:{node.lineno}: {ast.unparse(node.args[0])} is a code nobody can read here"
                yield from found


def _functions(module: str) -> list[ast.FunctionDef]:
    tree = ast.parse((SOURCES / f"{module}.py").read_text(encoding="utf-8"))
    return [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]


def _strings(value: ast.expr, function: ast.FunctionDef) -> Iterator[str]:
    """Literals of an expression; a variable is looked up in its function."""
    if isinstance(value, ast.Constant) and isinstance(value.value, str):
        yield value.value
    elif isinstance(value, ast.IfExp):
        yield from _strings(value.body, function)
        yield from _strings(value.orelse, function)
    elif isinstance(value, ast.Name):
        for node in ast.walk(function):
            if isinstance(node, ast.Assign) and any(getattr(one, "id", "") == value.id for one in node.targets):
                yield from _strings(node.value, function)
