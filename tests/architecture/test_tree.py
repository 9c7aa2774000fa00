"""What must not stand anywhere in the tree."""

import ast
import json
import re
from pathlib import Path

import pytest

from tests.architecture.tree import ROOT, imported, parsed, python_files, relative
from tools.lanes import NOT_IN_A_LANE, OUTSIDE_THE_DATABASE, database_tests, project_files

ADDRESS = re.compile(r"https?://|--(?:extra-)?index-url|--find-links|file:")
UNFINISHED = re.compile(
    r"\b(?:TODO|FIXME|XXX|raise NotImplementedError)\b|coming soon|敬请期待|即将上线|暂未实现|待实现"
)
MACHINE_PATH = re.compile(r"(?<![\w.~/-])/(?:home|root|work|Users|farm)/\w")
LEFT_OUT = {"skip", "skipif", "xfail", "importorskip", "skipUnless", "skipIf", "skipTest"}


def texts() -> list[Path]:
    kinds = {
        ".py",
        ".html",
        ".js",
        ".mjs",
        ".css",
        ".scss",
        ".md",
        ".toml",
        ".yaml",
        ".po",
        ".txt",
        ".in",
        ".csv",
    }
    return [ROOT / file for file in project_files() if file.suffix in kinds or file.name == "Makefile"]


@pytest.mark.parametrize("lock", sorted((ROOT / "requirements").glob("*.txt")), ids=relative)
def test_python_lock_has_hashes_and_names_no_host(lock: Path) -> None:
    text = lock.read_text()
    assert ADDRESS.findall(text) == []
    pinned = re.findall(r"^[\w.-]+(?:\[[\w,]+\])?==", text, re.MULTILINE)
    assert pinned
    assert len(pinned) == len(re.findall(r"^[\w.-]+[^\n]*\\\n    --hash=sha256:", text, re.MULTILINE))


def test_npm_lock_names_no_host_and_has_hashes() -> None:
    packages = json.loads((ROOT / "package-lock.json").read_text())["packages"]
    fetched = {name: entry for name, entry in packages.items() if name}
    assert fetched
    assert [name for name, entry in fetched.items() if "resolved" in entry or "integrity" not in entry] == []


def test_every_direct_requirement_is_in_its_lock() -> None:
    for source in (ROOT / "requirements").glob("*.in"):
        lock = source.with_suffix(".txt").read_text().lower()
        wanted = re.findall(r"^([A-Za-z][\w.-]*)", source.read_text(), re.MULTILINE)
        assert [name for name in wanted if f"{name.lower()}==" not in lock] == []


def test_nothing_is_left_unfinished() -> None:
    own = Path(__file__).resolve()
    marked = {relative(file): UNFINISHED.findall(file.read_text(encoding="utf-8")) for file in texts() if file != own}
    assert {file: marks for file, marks in marked.items() if marks} == {}


def test_no_path_of_one_machine_is_in_the_tree() -> None:
    own = Path(__file__).resolve()
    named = {relative(file): MACHINE_PATH.findall(file.read_text(encoding="utf-8")) for file in texts() if file != own}
    assert {file: paths for file, paths in named.items() if paths} == {}


def test_no_test_is_skipped_or_expected_to_fail() -> None:
    left_out = {}
    for file in python_files(ROOT / "tests"):
        attributes = {node.attr for node in ast.walk(parsed(file)) if isinstance(node, ast.Attribute)}
        if found := attributes & LEFT_OUT:
            left_out[relative(file)] = found
    assert left_out == {}


def test_journeys_import_nothing_of_the_product() -> None:
    journeys = python_files(ROOT / "tests" / "journeys")
    assert journeys
    guilty = {relative(file): name for file in journeys for name in imported(file) if name.split(".")[0] == "taoli"}
    assert guilty == {}


def test_every_folder_of_tests_is_in_a_lane() -> None:
    there = {path.name for path in (ROOT / "tests").iterdir() if path.is_dir() and not path.name.startswith("_")}
    named = {name for names in OUTSIDE_THE_DATABASE.values() for name in names} | NOT_IN_A_LANE
    run = {path.removeprefix("tests/") for path in database_tests()}
    assert there - named == {name for name in run if not name.endswith(".py")}


def test_tests_mirror_the_product() -> None:
    apps = {folder.parent.name for folder in (ROOT / "taoli").glob("*/__init__.py")}
    others = {"architecture", "journeys", "screenshots", "presets", "matrix", "web", "tools", "soak", "bench", "papers"}
    there = {path.name for path in (ROOT / "tests").iterdir() if path.is_dir() and not path.name.startswith("_")}
    assert there <= apps | others


def test_nothing_made_or_third_party_is_committed() -> None:
    ignored = (ROOT / ".gitignore").read_text().splitlines()
    assert {"/.venv/", "/.cache/", "/node_modules/", "*.mo", "/taoli/web/static/"} <= set(ignored)
