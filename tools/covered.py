"""The bar on what the tests ran through: `python -m tools.covered PERCENT FOLDER`, from what `tools.measured` wrote.

A statement counts once, however many lines it is written on; a text that only describes does not count.
"""

import ast
import json
import sys
from functools import reduce
from pathlib import Path
from typing import Any

from slipcover import merge_coverage, print_coverage
from slipcover.slipcover import add_summaries

from tools.prepare import CACHE, ROOT

MEASURES = CACHE / "coverage"


def measured(folder: str, runs: list[Path]) -> dict[str, Any]:
    """Return what was seen of one folder by all runs together."""
    found: dict[str, Any] = reduce(merge_coverage, [json.loads(file.read_text()) for file in runs])
    found["files"] = {name: lines for name, lines in found["files"].items() if name.startswith(f"{folder}/")}
    for name, lines in found["files"].items():
        count_statements(lines, ast.parse((ROOT / name).read_text()))
    add_summaries(found)
    return found


def count_statements(lines: dict[str, list[int]], tree: ast.Module) -> None:
    """Leave of each statement its first line: seen if anything of it was."""
    first = first_lines(tree)
    seen, unseen = ({first.get(line, line) for line in lines[f"{kind}_lines"]} for kind in ("executed", "missing"))
    texts = {node.lineno for node in ast.walk(tree) if isinstance(node, ast.Expr) and is_text(node.value)}
    lines |= {"executed_lines": sorted(seen - texts), "missing_lines": sorted(unseen - seen - texts)}


def is_text(node: ast.expr) -> bool:
    """Say whether an expression is a plain text, which as a statement is a docstring."""
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def first_lines(tree: ast.Module) -> dict[int, int]:
    """Return the further lines of statements, or of their heads, with the line on which each begins."""
    found: dict[int, int] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.stmt):
            body = getattr(node, "body", None) or getattr(node, "cases", None)
            end = min(start_of(part) for part in body) - 1 if body else node.end_lineno or node.lineno
            found |= dict.fromkeys(range(node.lineno + 1, end + 1), node.lineno)
    return found


def start_of(part: ast.stmt | ast.match_case) -> int:
    """Return the line on which the first statement of a body begins, with its decorators."""
    if isinstance(part, ast.match_case):
        return part.pattern.lineno
    line: int = min([part.lineno, *(decorator.lineno for decorator in getattr(part, "decorator_list", ()))])
    return line


def main(least: str, folder: str) -> int:
    """Print what is missing; return 1 when it is too much, or when nothing was measured."""
    runs = sorted(MEASURES.glob("*.json"))
    found = measured(folder, runs) if runs else {"files": {}, "summary": {"percent_covered": 0}}
    percent = float(found["summary"]["percent_covered"])
    print_coverage(found, skip_covered=True)
    print(f"{folder}: {percent:.2f} % of {len(found['files'])} files, {least} % are asked for")
    return int(not found["files"] or percent < float(least))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
