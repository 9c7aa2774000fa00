"""The project's tree as the tests of its shape see it."""

import ast
import shutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TAOLI = ROOT / "taoli"
MADE = {"__pycache__", "migrations", "node_modules"}


def python_files(folder: Path = TAOLI) -> list[Path]:
    """Return the written Python files under a folder, migrations left out."""
    return sorted(file for file in folder.rglob("*.py") if not MADE.intersection(file.parts))


def templates() -> list[Path]:
    """Return every template."""
    return sorted(file for file in TAOLI.rglob("*.html") if not MADE.intersection(file.parts))


def relative(file: Path) -> str:
    """Return a path as it is written in a message."""
    return file.relative_to(ROOT).as_posix()


@cache
def parsed(file: Path) -> ast.Module:
    """Return the syntax tree of a file."""
    return ast.parse(file.read_text(encoding="utf-8"))


def imported(file: Path) -> Iterator[str]:
    """Yield the dotted name of everything a file imports."""
    for node in ast.walk(parsed(file)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def module_file(tree: Path, name: str) -> Path:
    """Return the file of a module in a copied tree, whether it is one file or has become a folder."""
    package = (tree / name).with_suffix("") / "__init__.py"
    return package if package.exists() else tree / name


def copy_to(folder: Path, *names: str) -> Path:
    """Copy files and folders of the project, Python caches left out, and return where they are."""
    for name in names:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__", "static"))
        else:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(source, folder / name)
    return folder
