"""Each finding in each of its states, and nothing that cannot be done here."""

import dataclasses
import datetime as dt
import re
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command, get_commands
from django.db import connection
from django_tasks_db.models import DBTaskResult

from taoli.common.deployment.facts import Facts, gather
from taoli.common.deployment.findings import State, findings
from taoli.common.keeping import status
from taoli.common.keeping.status import Outcome
from tests.architecture.tree import ROOT
from tests.world import World

NOW = dt.datetime(2026, 11, 23, 2, 5, tzinfo=dt.UTC)
HOUR = dt.timedelta(hours=1)
GOOD = Outcome(NOW - HOUR, good=True, file="/b/taoli.backup", message="")
BAD = dataclasses.replace(GOOD, good=False)
OLD = dataclasses.replace(GOOD, at=NOW - 40 * 24 * HOUR)
FINE = Facts(
    place="campus",
    https=True,
    demo=False,
    debug=False,
    hosts=("taoli.school.example",),
    certificate_until=NOW + 300 * 24 * HOUR,
    secret_given=True,
    keys_apart=True,
    vendor="sqlite",
    version=(3, 53, 4),
    wal_safe=True,
    journal="wal",
    synchronous="on",
    current=True,
    database_bytes=10**8,
    free_bytes=10**11,
    backup=GOOD,
    backup_there=True,
    backup_same_disk=False,
    drill=GOOD,
    zone="Asia/Shanghai",
    now=NOW,
    at_once=False,
    waiting=0,
    waiting_since=None,
    last_finished=NOW - HOUR,
)

# what changes, code of the finding, its state, a piece of its sentence
CASES: list[tuple[dict[str, Any], str, State, str]] = [
    ({"https": False}, "https", State.ACT, "make_certificate"),
    ({"https": False, "demo": True}, "https", State.NEUTRAL, "演示"),
    ({"certificate_until": None}, "certificate", State.NEUTRAL, "没有制作过"),
    ({"certificate_until": NOW - HOUR}, "certificate", State.ACT, "make_certificate"),
    ({"certificate_until": NOW + 24 * HOUR}, "certificate", State.ADVICE, "2026-11-24"),
    ({"demo": True}, "demo", State.NEUTRAL, "TAOLI_DEMO=no"),
    ({"debug": True}, "debug", State.ACT, "TAOLI_DEBUG=no"),
    ({"hosts": ("*",)}, "hosts", State.ACT, "TAOLI_HOSTS"),
    ({"hosts": ("localhost", "127.0.0.1")}, "hosts", State.ADVICE, "TAOLI_HOSTS"),
    ({"secret_given": False}, "secret", State.GOOD, "本机生成"),
    ({"keys_apart": False}, "keys", State.ACT, "TAOLI_KEYS"),
    ({"synchronous": "off"}, "database", State.ACT, "断电"),
    ({"vendor": "postgresql", "version": (15, 8)}, "database", State.GOOD, "PostgreSQL 15.8"),
    ({"wal_safe": False, "version": (3, 40, 1)}, "database", State.ACT, "3.40.1"),
    ({"wal_safe": False, "journal": "delete"}, "database", State.ADVICE, "pysqlite3"),
    ({"current": False}, "schema", State.ACT, "upgrade"),
    ({"free_bytes": 10**8}, "room", State.ACT, "0.1 GB"),
    ({"free_bytes": 3 * 10**9}, "room", State.ADVICE, "2.8 GB"),
    ({"backup": None, "backup_there": False}, "backup", State.ACT, "还没有备份"),
    ({"backup": BAD}, "backup", State.ACT, "没有成功"),
    ({"backup_there": False}, "backup", State.ACT, "不在原处"),
    ({"backup": OLD}, "backup", State.ACT, "2026-10-14"),
    ({"backup_there": False}, "elsewhere", State.NEUTRAL, "还没有备份"),
    ({"backup_same_disk": True}, "elsewhere", State.ADVICE, "同一块磁盘"),
    ({"drill": None}, "drill", State.ADVICE, "restore_drill"),
    ({"drill": BAD}, "drill", State.ACT, "没有通过"),
    ({"drill": OLD}, "drill", State.ADVICE, "2026-10-14"),
    ({"now": NOW - 24 * HOUR}, "clock", State.ACT, "网络校时"),
    ({"zone": "UTC"}, "clock", State.ADVICE, "UTC"),
    ({"at_once": True}, "worker", State.NEUTRAL, "不需要"),
    ({"waiting": 3, "waiting_since": NOW - HOUR}, "worker", State.ACT, "2026-11-23 09:05"),
    ({"last_finished": None}, "worker", State.NEUTRAL, "没有任务"),
]


@pytest.mark.parametrize(("changes", "code", "state", "words"), CASES)
def test_a_fact_has_its_finding(changes: dict[str, Any], code: str, state: State, words: str) -> None:
    found = {one.code: one for one in findings(dataclasses.replace(FINE, **changes))}
    assert (found[code].state, words in found[code].sentence) == (state, True), found[code]


def test_a_good_server_needs_nothing() -> None:
    states = {one.code: one.state for one in findings(FINE)}
    assert {code for code, state in states.items() if state is not State.GOOD} == {"mail"}
    assert len(states) == 16


def test_what_needs_a_hand_comes_first() -> None:
    found = findings(dataclasses.replace(FINE, debug=True, drill=None))
    assert [one.code for one in found[:2]] == ["debug", "drill"]
    assert [one.word for one in (found[0], found[1], found[2], found[-1])] == ["要处理", "建议", "正常", "不涉及"]


def test_every_command_and_setting_a_sentence_names_is_there() -> None:
    said = " ".join(one.sentence for changes, *_rest in CASES for one in findings(dataclasses.replace(FINE, **changes)))
    settings = set(re.findall(r"^(TAOLI_\w+)=", (ROOT / ".env.example").read_text(), re.MULTILINE))
    assert set(re.findall(r"TAOLI_[A-Z]+", said)) <= settings
    named = set(re.findall(r"\b(backup|restore_drill|upgrade|make_certificate)\b", said))
    assert named == {"backup", "restore_drill", "upgrade", "make_certificate"}
    assert named <= get_commands().keys()


def test_facts_of_this_very_server(world: World, settings: Any, tmp_path: Path) -> None:
    settings.DATA = tmp_path / "not" / "yet"
    settings.BACKUPS, settings.KEYS = settings.DATA / "backups", settings.DATA / "keys"
    facts = gather()
    assert (facts.current, facts.keys_apart, facts.backup, facts.at_once) == (True, False, None, True)
    # The tests' PostgreSQL may lose what it was told; the check sees it.
    assert facts.synchronous == ("on" if connection.vendor == "sqlite" else "off")
    assert facts.database_bytes > 100_000
    settings.DATA.mkdir(parents=True)
    file = tmp_path / "one.backup"
    file.touch()
    status.record("backup", good=True, file=str(file))
    facts = gather()
    assert (facts.backup_there, facts.backup_same_disk) == (True, True)


def test_jobs_that_nobody_does_are_noticed_after_two_minutes(world: World) -> None:
    for minutes in (1, 3, 5):
        row = DBTaskResult.objects.create(
            task_path="x", args_kwargs={"args": [], "kwargs": {}}, backend_name="default", run_after=NOW
        )
        DBTaskResult.objects.filter(pk=row.pk).update(enqueued_at=NOW - dt.timedelta(minutes=minutes))
    facts = gather()
    assert (facts.waiting, facts.waiting_since) == (2, NOW - dt.timedelta(minutes=5))


def test_the_command_prints_the_same_and_exits_with_one(world: World, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(CommandError, match="项要处理"):
        call_command("deployment_check")
    said = capsys.readouterr().out
    for words in (
        "本服务器只在校园网内。",
        "[这里不能用] 家长在家查看孩子的页面: 改为：通过电话",
        "[要处理] 传输加密（HTTPS）",
        "[不涉及] 邮件",
    ):
        assert words in said


def test_the_command_ends_well_where_all_is_well(
    world: World, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("taoli.common.management.commands.deployment_check.gather", lambda: FINE)
    call_command("deployment_check")
    assert "[要处理]" not in capsys.readouterr().out
