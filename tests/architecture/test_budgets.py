"""Small files and functions: the budgets of CONTRIBUTING.md, with every exception and its reason."""

import ast
import statistics
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.architecture.tree import ROOT, parsed, python_files, relative, templates

FILE, VIEW, TEMPLATE, FUNCTION = 400, 80, 150, 60
MEDIAN_FILE = 100
LONGER_FILES: dict[str, str] = {}
LONGER_FUNCTIONS: dict[str, str] = {}


def lines(file: Path) -> int:
    return len(file.read_text(encoding="utf-8").splitlines())


def budget(file: Path) -> int:
    return VIEW if file.parent.name == "views" and "taoli" in file.parts else FILE


def everything_python() -> list[Path]:
    return [file for top in ("taoli", "tests", "tools", "bench") for file in python_files(ROOT / top)]


def functions(file: Path) -> Iterator[tuple[str, int]]:
    for node in ast.walk(parsed(file)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield f"{relative(file)}:{node.name}", (node.end_lineno or node.lineno) - node.lineno + 1


def test_no_python_file_is_longer_than_its_budget() -> None:
    long = {relative(file): lines(file) for file in everything_python() if lines(file) > budget(file)}
    assert long.keys() - LONGER_FILES.keys() == set(), long


def test_no_template_is_longer_than_its_budget() -> None:
    assert {relative(file): lines(file) for file in templates() if lines(file) > TEMPLATE} == {}


def test_no_function_is_longer_than_its_budget() -> None:
    found = [entry for file in everything_python() for entry in functions(file)]
    long = {name: length for name, length in found if length > FUNCTION}
    assert long.keys() - LONGER_FUNCTIONS.keys() == set(), long


def test_files_and_functions_are_small_on_the_whole() -> None:
    product = [file for file in python_files() if file.name != "__init__.py"]
    assert statistics.median(lines(file) for file in product) <= MEDIAN_FILE
    assert statistics.median(length for file in product for _, length in functions(file)) <= 10


@pytest.mark.parametrize("exceptions", [LONGER_FILES, LONGER_FUNCTIONS])
def test_every_exception_gives_its_reason_and_is_still_needed(exceptions: dict[str, str]) -> None:
    assert all(len(reason) > 20 for reason in exceptions.values())
    needed = {relative(file) for file in everything_python() if lines(file) > budget(file)}
    needed |= {name for file in everything_python() for name, length in functions(file) if length > FUNCTION}
    assert exceptions.keys() <= needed
