"""`manage.py check` and the school guard, broken once each in a copied tree: the real command names the file."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.tree import ROOT, copy_to, module_file
from tests.migrated import kept

MODEL = """

class Planted(TenantModel):
    code = models.CharField(max_length=9{field})

    class Meta:
        verbose_name = "planted"
        constraints = [{constraint}]
"""
LEAK = """

def planted(number: str) -> int:
    return Student.objects.filter(number=number).count()
"""
LEAK_TEST = """
import pytest

from taoli.roster.queries import planted


@pytest.mark.django_db
def test_planted() -> None:
    planted("1")
"""


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    names = ["taoli", "locale", "manage.py", "pyproject.toml"]
    names += [f"tests/{name}.py" for name in ("settings", "conftest", "world", "stored", "migrated", "emptied")]
    names += ["tools", "requirements"]
    if kept().exists():
        names.append(str(kept().relative_to(ROOT)))  # nothing planted is a migration
    return copy_to(tmp_path_factory.mktemp("tree"), *names)


def run(tree: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"TAOLI_DATA": str(tree / "data"), "TAOLI_DATABASE": "", "TAOLI_HTTPS": "0"}
    environment.pop("TAOLI_LANE_REPORT", None)
    return subprocess.run(
        [sys.executable, *arguments], cwd=tree, env=environment, capture_output=True, text=True, check=False
    )


def plant(file: Path, text: str, request: pytest.FixtureRequest) -> None:
    before = file.read_text() if file.exists() else ""
    request.addfinalizer(lambda: file.write_text(before))
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(before + text)


def test_the_copied_tree_passes_check_as_it_is(tree: Path) -> None:
    answer = run(tree, "manage.py", "check")
    assert answer.returncode == 0, answer.stderr


@pytest.mark.parametrize(
    ("field", "constraint", "said"),
    [
        (", unique=True", "", "unique=True without school"),
        ("", 'models.UniqueConstraint(fields=["code"], name="planted")', "unique constraint without school"),
    ],
)
def test_check_refuses_a_planted_model_and_names_its_file(
    tree: Path, request: pytest.FixtureRequest, field: str, constraint: str, said: str
) -> None:
    file = tree / "taoli/guidance/models/records.py"
    plant(file, MODEL.format(field=field, constraint=constraint), request)
    answer = run(tree, "manage.py", "check")
    assert answer.returncode == 1
    assert said in answer.stderr
    assert "taoli/guidance/models" in answer.stderr


def test_the_guard_refuses_a_planted_query_and_names_its_file(tree: Path, request: pytest.FixtureRequest) -> None:
    file = module_file(tree, "taoli/roster/queries.py")
    plant(file, f"\n\nfrom taoli.roster.models import Student\n{LEAK}", request)
    plant(tree / "tests/planted/test_leak.py", LEAK_TEST, request)
    answer = run(tree, "-m", "pytest", "-q", "tests/planted/test_leak.py")
    assert answer.returncode == 1
    assert "MissingSchool" in answer.stdout
    assert str(file.relative_to(tree)) in answer.stdout
