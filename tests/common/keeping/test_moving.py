"""SQLite to PostgreSQL and back: the same state, the same pages. In each lane the target is of the lane's kind, and
on PostgreSQL a SQLite file, too."""

import contextlib
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, connections

from taoli.common.databases import database
from taoli.common.keeping import moving, other
from taoli.common.keeping.drill import scratch_database
from taoli.common.keeping.proof import Proof
from taoli.common.models import AuditEntry
from taoli.common.state import state_hash
from taoli.common.tenancy import cross_school
from taoli.roster.models import Student
from tests.world import World

PAGES = {
    "孙悦": [
        "/desk/",
        "/roster/students/",
        "/roster/staff/",
        "/roster/classes/",
        "/roster/term/",
        "/schemes/",
        "/coverage/",
    ],
    "王敏": ["/today/", "/guidance/records/", "/roster/students/"],
    "林子涵": ["/my-mentor/"],
}
PASSING = re.compile(r'value="[^"]*"|nonce="[^"]*"')


@contextlib.contextmanager
def target(folders: Path, kind: str) -> Iterator[str]:
    """Yield the address of an empty database of a kind."""
    if kind == "sqlite":
        yield f"sqlite:///{folders / 'moved.sqlite3'}"
        return
    with scratch_database(folders) as (_conf, environment):
        yield environment["TAOLI_DATABASE"]


@contextlib.contextmanager
def living_on(url: str) -> Iterator[str]:
    """Let the application use another database for the length of the block."""
    with other.opened(database(url, Path()), "moved") as alias:
        own = connections["default"]
        connections["default"] = connections[alias]
        try:
            yield alias
        finally:
            connections["default"] = own


def main_content(world: World) -> dict[str, str]:
    found = {}
    for name, addresses in PAGES.items():
        client = world.client(name)
        for address in addresses:
            answer = client.get(address)
            text = answer.content.decode()
            main = text[text.find("<main") : text.find("</main>")]
            found[f"{name} {address}"] = f"{answer.status_code} {PASSING.sub('', main)}"
    return found


def test_sqlite_goes_to_the_kind_of_the_lane_and_everything_is_the_same(
    kept: World, folders: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pages = main_content(kept)
    before = state_hash()  # after a first look, which writes down what is due and when somebody signed in
    assert {page[:4] for page in pages.values()} <= {"200 ", "302 "}
    file = f"sqlite:///{folders / 'file.sqlite3'}"
    call_command("move_database", to=file)
    with target(folders, "lane") as url:
        with living_on(file):
            assert main_content(kept) == pages
            call_command("move_database", to=url)
        with living_on(url) as alias:
            assert main_content(kept) == pages
            assert state_hash(alias) == before
            _goes_on_living(kept)
        said = capsys.readouterr().out
        assert (f"TAOLI_DATABASE={url}" in said, said.count("✓")) == (True, 8)
    assert state_hash() == before


def _goes_on_living(world: World) -> None:
    """Numbers go on where they ended, and the audit trail still refuses edits."""
    from taoli.accounts.services import close_account
    from taoli.common.models import School

    numbers = set(School.objects.values_list("pk", flat=True))
    assert School.objects.create(code="third", name="第三所").pk > max(numbers)
    close_account(by=world.office, account=world.accounts["吴考"])
    call_command("verify_audit")
    with pytest.raises(Exception, match="append-only"), cross_school("test"):
        AuditEntry.objects.all().update(action="forged")


@pytest.mark.parametrize("url", ["", "mysql://a/b", "postgresql://", "taoli"])
def test_what_is_no_address_is_refused(kept: World, folders: Path, url: str) -> None:
    with pytest.raises(CommandError, match="不是数据库地址"):
        call_command("move_database", to=url)


@pytest.fixture
def quick(folders: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Migrate a SQLite file once a session and copy it for every further target."""
    made = tmp_path_factory.getbasetemp() / "migrated.sqlite3"
    if not made.exists():
        other.migrate_apart({"TAOLI_DATABASE": f"sqlite:///{made}"})

    def copy(environment: dict[str, str]) -> None:
        shutil.copy(made, environment["TAOLI_DATABASE"].removeprefix("sqlite:///"))

    monkeypatch.setattr(other, "migrate_apart", copy)


def test_a_target_that_is_not_empty_is_left_alone_and_many_batches_are_as_good_as_one(
    kept: World, folders: Path, quick: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(moving, "BATCH", 2)
    url = f"sqlite:///{folders / 'moved.sqlite3'}"
    call_command("move_database", to=url)
    with pytest.raises(CommandError, match="不是空的"):
        call_command("move_database", to=url)
    with other.opened(other.file_settings(folders / "moved.sqlite3")) as alias:
        assert other.counts(alias)["roster_student"] == 7


def test_the_database_in_use_is_no_target(kept: World, folders: Path, settings: Any) -> None:
    with target(folders, "sqlite") as url, living_on(url), pytest.raises(CommandError, match="正在使用的数据库"):
        call_command("move_database", to=url)


def test_a_database_behind_the_program_is_not_moved(
    kept: World, folders: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(other, "is_current", lambda _alias: False)
    with pytest.raises(CommandError, match="请先运行 upgrade"):
        call_command("move_database", to=f"sqlite:///{folders / 'moved.sqlite3'}")


def test_a_copy_that_differs_is_removed(
    kept: World, folders: Path, quick: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    def forge(_alias: str, proof: Proof) -> None:
        proof.add("chain", ["entry 3 was changed"])

    monkeypatch.setattr(moving, "prove_chain", forge)
    with target(folders, "sqlite") as url:
        with pytest.raises(CommandError, match="请继续使用原数据库"):
            call_command("move_database", to=url)
        with other.opened(database(url, Path())) as alias:
            assert other.tables(alias) == []
    assert Student.objects.of(kept.school).count() == 6


def test_parents_come_before_children() -> None:
    labels = [model._meta.label for model in moving.in_order()]
    assert labels.index("common.School") < labels.index("roster.Student") < labels.index("roster.ClassStay")
    assert len(labels) == len(set(labels))
    assert connection.alias == "default"
