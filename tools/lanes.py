"""What `make test` runs: each lane is a list of parts, each part one command."""

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tools.covered import MEASURES
from tools.prepare import BUILT, CACHE, ROOT, node_folder, npm_command

TESTS = ROOT / "tests"
PYTHON = sys.executable
OUTSIDE_THE_DATABASE = {
    "engine": ["engine", "presets"],
    "architecture": ["architecture"],
    "journeys": ["journeys"],
    "screenshots": ["screenshots"],
    "papers": ["papers"],
}
BROWSER = ("journeys", "screenshots")  # both together are called `browser`
NOT_IN_A_LANE = {"soak", "web"}  # `make soak`; the web lane
PYTEST = [PYTHON, "-m", "pytest", "-q", "-p", "tools.lane_report", "-p", "no:randomly"]
ON_THE_SECOND_DATABASE = [*PYTEST, "-p", "tools.database_only"]
MEASURED = [*PYTEST, "-p", "tools.measured"]
TREE = ["taoli", "tests", "tools", "bench", "manage.py"]
SECRETS_IN_PLAIN_SIGHT = [  # words and numbers that only look like secrets
    "Base64HighEntropyString",
    "BasicAuthDetector",
    "HexHighEntropyString",
    "KeywordDetector",
]


@dataclass(frozen=True)
class Part:
    """One command of a lane; pytest parts are counted by test, others count as one check."""

    name: str
    command: list[str]
    environment: dict[str, str] = field(default_factory=dict)
    by_test: bool = False


def lint() -> Iterator[Part]:
    """Yield the checks that start no test."""
    tree = [path for path in TREE if (ROOT / path).exists()]
    build = {"TAOLI_DATA": str(CACHE / "build-data"), "TAOLI_HTTPS": "1", "TAOLI_DATABASE": ""}
    yield Part("ruff check", [PYTHON, "-m", "ruff", "check", *tree])
    yield Part("ruff format", [PYTHON, "-m", "ruff", "format", "--check", *tree])
    templates = [str(file) for file in sorted((ROOT / "taoli").rglob("*.html"))]
    yield Part("djade", [str(Path(PYTHON).with_name("djade")), "--check", "--target-version", "5.2", *templates])
    yield Part("mypy", [PYTHON, "-m", "mypy", "--cache-dir", str(CACHE / "mypy")])
    contracts = "import sys; from importlinter.cli import lint_imports_command as lint; sys.exit(lint())"
    yield Part("import-linter", [PYTHON, "-c", contracts, "--no-cache", "--no-logo"])
    yield Part("migrations", [PYTHON, "manage.py", "makemigrations", "--check", "--dry-run"], build)
    yield Part("django check", [PYTHON, "manage.py", "check", "--deploy", "--fail-level", "WARNING"], build)
    yield Part("reference", [PYTHON, "-m", "tools.reference", "--check"], build)
    yield Part("presets", [PYTHON, "-m", "tools.presets", "--check"])
    yield Part("bandit", [PYTHON, "-m", "bandit", "-q", "-ll", "-r", "taoli", "-c", "pyproject.toml"])
    yield Part("secrets", secrets())


def secrets() -> list[str]:
    """Return the scan for keys and tokens over every text file of the project."""
    quiet = [word for plugin in SECRETS_IN_PLAIN_SIGHT for word in ("--disable-plugin", plugin)]
    scan = "import sys; from detect_secrets.pre_commit_hook import main; sys.exit(main())"
    return [PYTHON, "-c", scan, *quiet, *(str(file) for file in project_files() if not is_lock(file))]


def is_lock(file: Path) -> bool:
    """Say whether a file is a lock: thousands of hashes and nothing else."""
    return file.name == "package-lock.json" or (file.parent.name == "requirements" and file.suffix == ".txt")


def project_files() -> list[Path]:
    """Return the project's own files, relative to its root, without what the two commands make."""
    made = {".venv", ".cache", "node_modules", ".git", "__pycache__", "data"}
    found = []
    for top in sorted(ROOT.iterdir()):
        if top.name not in made:
            files = sorted(top.rglob("*")) if top.is_dir() else [top]
            found += [file.relative_to(ROOT) for file in files if file.is_file()]
    kept = [file for file in found if not made.intersection(file.parts) and not file.name.startswith(".")]
    return [file for file in kept if BUILT not in (ROOT / file).parents]


def web() -> Iterator[Part]:
    """Yield the checks of scripts and styles."""
    folder = node_folder()
    npm = [str(part) for part in npm_command(folder)]
    yield Part("biome", [*npm, "run", "--silent", "lint"])
    if (TESTS / "web" / "js").exists():
        yield Part("node", [*npm, "test", "--silent"])


def database_tests() -> list[str]:
    """Return every folder and file of tests that no other lane runs, so that none is forgotten."""
    taken = {name for names in OUTSIDE_THE_DATABASE.values() for name in names} | NOT_IN_A_LANE
    tests = [path for path in sorted(TESTS.iterdir()) if path.name not in taken and not path.name.startswith("_")]
    return [f"tests/{path.name}" for path in tests if path.is_dir() or path.name.startswith("test_")]


def tests_of(lane: str) -> list[str]:
    """Return the folders of one lane that exist."""
    return [f"tests/{name}" for name in OUTSIDE_THE_DATABASE[lane] if (TESTS / name).exists()]


def pytest_lane(command: list[str], paths: list[str], **environment: str) -> Callable[[], Iterator[Part]]:
    """Return a lane of one pytest run, on SQLite unless its environment names another database."""

    def parts() -> Iterator[Part]:
        if paths:
            yield Part("pytest", [*command, *paths], {"TAOLI_DATABASE": ""} | environment, by_test=True)

    return parts


def measured_lane(paths: list[str], source: str) -> Callable[[], Iterator[Part]]:
    """Return a lane of one pytest run that notes which lines and branches of a folder it ran through."""
    file = MEASURES / f"{source.replace('/', '-')}.json"
    return pytest_lane(MEASURED, paths, TAOLI_MEASURED=str(file), TAOLI_MEASURED_SOURCE=source)


def lanes(postgres: str | None, office: str | None) -> dict[str, Callable[[], Iterator[Part]]]:
    """Return all lanes, the longest first; `postgres` is the address of a server and `office` the path of LibreOffice,
    None if there is none.
    """
    found = {
        "db-postgres": pytest_lane(ON_THE_SECOND_DATABASE, database_tests(), TAOLI_DATABASE=postgres or ""),
        "db-sqlite": measured_lane(database_tests(), "taoli"),
        "journeys": pytest_lane(PYTEST, tests_of("journeys")),
        "screenshots": pytest_lane(PYTEST, tests_of("screenshots")),
        "engine": measured_lane(tests_of("engine"), "taoli/engine"),
        "lint": lint,
        "papers": pytest_lane(PYTEST, tests_of("papers")),
        "architecture": pytest_lane(PYTEST, tests_of("architecture")),
        "web": web,
    }
    missing = {name for name, needs in (("db-postgres", postgres), ("papers", office)) if not needs}
    return {name: lane for name, lane in found.items() if name not in missing}


def coverage() -> Iterator[Part]:
    """Yield the bars on what the tests of engine and database ran through."""
    yield Part("engine 100 %", [PYTHON, "-m", "tools.covered", "100", "taoli/engine"])
    yield Part("whole 95 %", [PYTHON, "-m", "tools.covered", "95", "taoli"])
