"""Each contract of .importlinter is broken once in a copied tree; the real command must say so and name the file."""

import configparser
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.tree import ROOT, copy_to, module_file

LINT = "import sys; from importlinter.cli import lint_imports_command as lint; sys.exit(lint())"

# contract -> files planted (lines are added to files that are there) and what the command must name
VIOLATIONS: dict[str, list[tuple[dict[str, str], str]]] = {
    "flow": [
        ({"taoli/roster/queries.py": "import taoli.guidance.queries"}, "taoli.roster.queries"),
        ({"taoli/engine/calendar.py": "import taoli.roster.queries"}, "taoli.engine.calendar"),
        ({"taoli/elsewhere/__init__.py": ""}, "taoli.elsewhere"),
    ],
    "inside-an-app": [
        ({"taoli/guidance/queries.py": "import taoli.guidance.services"}, "taoli.guidance.queries"),
        ({"taoli/matching/helpers.py": ""}, "taoli.matching.helpers"),
    ],
    "engine-is-pure": [
        ({"taoli/engine/calendar.py": "import django.utils.timezone"}, "taoli.engine.calendar"),
        ({"taoli/engine/facts.py": "import sqlite3"}, "taoli.engine.facts"),
    ],
    "engine-parts": [
        ({"taoli/engine/scoring/planted.py": "import taoli.engine.matching"}, "taoli.engine.scoring.planted"),
    ],
    "views-hold-no-orm": [
        ({"taoli/guidance/views/planted.py": "import taoli.roster.models"}, "taoli.guidance.views.planted"),
    ],
    "pages-are-private": [
        ({"taoli/home/queries.py": "import taoli.accounts.forms"}, "taoli.home.queries"),
        ({"taoli/rehearsal/planted.py": "import taoli.guidance.views"}, "taoli.rehearsal.planted"),
    ],
    "no-cycles": [
        (
            {
                "taoli/guidance/views/left.py": "import taoli.guidance.views.right",
                "taoli/guidance/views/right.py": "import taoli.guidance.views.left",
            },
            "left",
        ),
    ],
}
CASES = [(name, files, named) for name, cases in VIOLATIONS.items() for files, named in cases]


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_to(tmp_path_factory.mktemp("tree"), ".importlinter", "taoli")


def lint(tree: Path, contract: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", LINT, "--no-cache", "--no-logo", "--contract", contract]
    return subprocess.run(command, cwd=tree, capture_output=True, text=True, check=False)


def contracts() -> list[str]:
    parser = configparser.ConfigParser()
    parser.read(ROOT / ".importlinter")
    return [name.rpartition(":")[2] for name in parser.sections() if ":contract:" in name]


def test_every_contract_has_a_planted_violation() -> None:
    assert contracts() == list(VIOLATIONS)
    assert len(contracts()) == 7


@pytest.mark.parametrize("contract", VIOLATIONS)
def test_contract_is_kept_by_the_tree_as_it_is(tree: Path, contract: str) -> None:
    answer = lint(tree, contract)
    assert answer.returncode == 0, answer.stdout


@pytest.mark.parametrize(("contract", "files", "named"), CASES)
def test_contract_catches_a_planted_violation(tree: Path, contract: str, files: dict[str, str], named: str) -> None:
    planted = {module_file(tree, name): line for name, line in files.items()}
    before = {file: file.read_text() for file in planted if file.exists()}
    for file, line in planted.items():
        file.parent.mkdir(exist_ok=True)
        file.write_text(f"{before.get(file, '')}\n{line}\n")
    try:
        answer = lint(tree, contract)
    finally:
        for file in planted:
            file.unlink()
            if not any(file.parent.iterdir()):
                file.parent.rmdir()
        for file, text in before.items():
            file.write_text(text)
    assert answer.returncode == 1
    assert named in "".join(answer.stdout.split())
