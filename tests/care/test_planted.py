"""What is sealed is found nowhere else: pages, exports, prints, search, notices, logs, database file, backup."""

import base64
import io
import json
import logging
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from django.db import connection
from django.test import Client
from pytest_django import DjangoDbBlocker

from taoli.care.services.attendance import send_absence
from taoli.care.services.cases import climb_case, close_case, decide_case
from taoli.care.services.conferences import hold_conference
from taoli.care.services.harm import StepFacts, add_step, close_harm, name_concerned
from taoli.care.services.referrals import Advice, advise
from taoli.care.services.sealed import change_note
from taoli.common import clock
from taoli.common.keeping.snapshot import copy_out
from taoli.documents.services.state import state_file
from taoli.handover.queries.arrivals import look_again
from taoli.handover.services.taking import archive_zip
from taoli.notifications.models import Notice, NoticeMessage
from taoli.notifications.queries.inbox import inbox_of
from taoli.roster.services.oneroster import oneroster_file
from tests.archive.speaking import release
from tests.care.caring import fresh, worry
from tests.care.counselling import broken, harmed, in_care, noted
from tests.care.crawling import Answer, crawl, dumped, known_ids, plain
from tests.care.meeting import WEEK, prepared
from tests.care.noting import noted as fact
from tests.duties.school import settle
from tests.handover.sending import arrived, drafted, restricted, sent, two
from tests.handover.test_taking import texts
from tests.world import CAST, TODAY, World, build

MARK = "鸑鷟夔牛衔烛"
PLANTED = [
    "reason",
    "without",
    "note_before",
    "note",
    "glass",
    "seen",
    "others",
    "whom",
    "number",
    "text",
    "because",
    "worry",
    "proposed",
    "climbed",
    "decided",
    "outcome",
    "category",
]  # one phrase for each field
GUARDED = "外婆住院的那句话"
STRANGE = "鸑鷟夔牛没有这些字"
WRITER = {("何静", "care:referral_open")}
NOTES = {("何静", "care:note_list"), ("何静", "care:note_edit"), ("钱程", "care:glass_show")}
HARM = {(name, page) for name in ("李慧", "孙悦", "何静") for page in ("care:harm_show", "care:harm_print")}
WHOLE = {(name, "care:case_show") for name in ("王敏", "李慧", "赵国栋", "孙悦", "钱程")}
FACTS = {("李慧", "care:category_list"), ("孙悦", "care:category_list")}
MAY_SHOW = {
    "reason": WRITER,
    "without": WRITER,
    "note_before": set(),
    "note": NOTES,
    "glass": {("钱程", "care:glass_list"), ("孙悦", "care:glass_list")},
    **dict.fromkeys(("worry", "proposed", "climbed", "decided", "outcome"), WHOLE),
    "category": FACTS,
    **dict.fromkeys(("seen", "others", "whom", "number", "text", "because"), HARM),
}


@pytest.fixture
def settled(world: World) -> World:
    """A school with a scheme in force and everybody paired."""
    return settle(world)


@pytest.fixture
def kept(transactional_db: None, tmp_path: Path, settings: Any, django_db_blocker: DjangoDbBlocker) -> Iterator[World]:
    """The cast in a database whose rows are written down, with keys of its own."""
    settings.KEYS = tmp_path / "keys"
    with django_db_blocker.unblock():
        yield build()


def phrase(field: str) -> str:
    return f"{MARK}{PLANTED.index(field):02}号"


def plant(world: World) -> None:
    """Put a phrase of its own into each sealed field; the principal is concerned."""
    row = in_care(world, "林子涵", reason=phrase("reason"), student_consent="refused", without=phrase("without"))
    advise(by=world.actor("何静"), pk=row.pk, edit=row.edit, advice=Advice("watch", "先不催作业"))
    note = noted(world, phrase("note_before"))
    change_note(by=world.actor("何静"), pk=note.pk, edit=1, text=phrase("note"))
    broken(world, reason=f"需要马上看一看{phrase('glass')}")
    harm = harmed(world, kinds=["staff", "outside"], staff="钱程", others=phrase("others"), seen=phrase("seen"))
    by = world.actor("孙悦")
    facts = StepFacts("police", clock.now(), phrase("whom"), phrase("number"), phrase("text"))
    add_step(by=by, pk=harm.pk, facts=facts)
    harm.refresh_from_db()
    close_harm(by=by, pk=harm.pk, edit=harm.edit, decision="police", because=phrase("because"))


def plant_case(world: World) -> None:
    """Put a phrase into each sealed field of a case and into a fact's reason; a conference speaks of the student."""
    case = worry(world, reason=phrase("worry"), proposed=phrase("proposed"))
    climb_case(by=world.actor("李慧"), pk=case.pk, edit=case.edit, text=phrase("climbed"))
    lead, leader = world.actor("赵国栋"), world.staff["王敏"].pk
    decide_case(
        by=lead,
        pk=case.pk,
        edit=fresh(case).edit,
        takes=True,
        leader_id=leader,
        review_on=TODAY + WEEK,
        text=phrase("decided"),
    )
    fact(world, reason=phrase("category"))
    row = prepared(world)
    send_absence(by=world.actor("王敏"), pk=row.pk, lines={world.students["林子涵"].pk: GUARDED})
    hold_conference(by=world.actor("李慧"), pk=prepared(world, held_on=TODAY + WEEK).pk, held_on=TODAY)
    close_case(by=lead, pk=case.pk, edit=fresh(case).edit, outcome=phrase("outcome"))


def forms_of(text: str) -> list[bytes]:
    """Return a text as it could stand somewhere: plain, escaped, in other encodings, in base64 at each offset."""
    plain = text.encode()
    shifted = [base64.b64encode(b" " * lead + plain)[(4 if lead else 0) : -4] for lead in range(3)]
    others = [text.encode("utf-16-le"), text.encode("utf-16-be"), json.dumps(text)[1:-1].encode(), quote(text).encode()]
    entities = ["".join(f"&#{ord(one)};" for one in text).encode(), text.encode("gb18030"), plain.hex().encode()]
    return [plain, *others, *entities, *shifted]


def test_the_words_stand_on_the_few_pages_of_the_few_people_and_nowhere_else(
    settled: World, caplog: pytest.LogCaptureFixture
) -> None:
    plant(settled)
    plant_case(settled)
    mark = MARK.encode()
    seen: dict[str, set[tuple[str, str]]] = {field: set() for field in PLANTED}
    with caplog.at_level(logging.DEBUG):
        for name in CAST.values():
            for answer in crawl(settled, name).values():
                assert answer.status < 500, answer.url
                if mark in answer.body:
                    for field in PLANTED:
                        if phrase(field).encode() in answer.body:
                            seen[field].add((name, answer.page))
                others = [one for one in forms_of(MARK)[1:] if one in answer.body]
                assert others == [], answer.url
    assert {field: seen[field] - MAY_SHOW[field] for field in PLANTED} == {field: set() for field in PLANTED}
    assert {field: MAY_SHOW[field] - seen[field] - {("何静", "care:note_edit")} for field in PLANTED} == {
        field: set() for field in PLANTED
    }
    assert MARK not in caplog.text


def test_search_finds_nothing_of_it(world: World) -> None:
    plant(world)
    plant_case(world)
    for name in CAST.values():
        client = world.client(name)
        answers = [client.get("/search/", {"q": words}) for words in (phrase("note"), STRANGE)]
        if answers[0].status_code == 200:
            found, nothing = (plain(one.content).decode() for one in answers)
            for words in (phrase("note"), STRANGE):
                found, nothing = (one.replace(words, "…").replace(quote(words), "…") for one in (found, nothing))
            assert found == nothing


def test_no_notice_and_no_message_says_a_word_of_it(world: World) -> None:
    plant(world)
    plant_case(world)
    rows = [str(list(model.objects.of(world.school).values())) for model in (Notice, NoticeMessage)]
    lines = [line.sentence for name in CAST.values() for line in inbox_of(world.actor(name))]
    assert len(lines) > 4
    assert not any(MARK in one for one in [*rows, *lines])


def test_neither_the_tables_nor_the_file_that_a_backup_takes_hold_a_word(kept: World, tmp_path: Path) -> None:
    plant(kept)
    plant_case(kept)
    wanted = forms_of(MARK)
    texts = [one.decode("latin-1") for one in wanted]
    assert {table for table, value in dumped() if MARK in value or any(one in value for one in texts)} == set()
    data = _file(tmp_path)
    assert [one for one in wanted if one in data] == []
    kept.students["林子涵"].address = phrase("note")  # the search would find it
    kept.students["林子涵"].save()
    assert {table for table, value in dumped() if MARK in value} == {"roster.Student"}
    assert phrase("note").encode() in _file(tmp_path)


def test_nothing_that_leaves_the_school_carries_a_word(settled: World, settings: Any, tmp_path: Path) -> None:
    settings.KEYS = tmp_path / "keys"
    plant(settled)
    plant_case(settled)
    both, student = two(settled), settled.students["林子涵"]
    report = release(settled)
    package = restricted(both, drafted(both))
    opened = look_again(arrived(both, sent(both, package)))[1]
    assert opened is not None
    package.refresh_from_db()
    with zipfile.ZipFile(io.BytesIO(archive_zip(settled.school.pk, student.pk))) as folder:
        along = {name: folder.read(name) for name in folder.namelist()}
    booklet = texts(along.pop("成长档案.pdf"))
    with state_file(by=settled.office, contacts=True) as file:
        state = file.read()
    office = settled.client("李慧")
    carried = {
        **along,
        "package": bytes(package.data or b""),
        "opened": repr(opened).encode(),
        "workbook": plain(state),
        "oneroster": plain(oneroster_file(by=settled.office, contacts=True)),
        "growth": word(office, f"/documents/growth/{student.pk}.docx"),
        "report": word(office, f"/documents/reports/{report.pk}.docx"),
    }
    words = forms_of(MARK) + forms_of(GUARDED)
    assert [name for name, data in carried.items() if any(one in data for one in words)] == []
    assert set(student.name) <= set(booklet)
    assert [one for one in "鸑鷟夔" if one in booklet] == []
    for name in ("archive.json", "workbook", "growth", "report"):
        assert student.name.encode() in carried[name], name
    assert settled.students["周一诺"].number.encode() in carried["oneroster"]  # 林子涵 has gone with the package


def word(client: Client, address: str) -> bytes:
    """Return all that a Word file holds."""
    answer = client.get(address)
    assert answer.status_code == 200, address
    return plain(b"".join(answer) if answer.streaming else answer.content)


def test_what_is_said_for_the_room_only_is_not_on_the_projector(settled: World) -> None:
    plant_case(settled)
    shown = {
        one.url: GUARDED.encode() in one.body
        for one in crawl(settled, "李慧").values()
        if one.page in {"care:conference_run", "care:conference_show"} and one.status == 200
    }
    assert shown
    assert {url for url, found in shown.items() if found and "/run/" in url} == set()


def _file(folder: Path) -> bytes:
    """Return the database as a backup takes it, before it is sealed."""
    if connection.vendor != "sqlite":
        return "\n".join(value for _table, value in dumped()).encode()
    copy_out(folder / "database")
    return (folder / "database").read_bytes()


def test_no_page_differs_in_one_byte_for_whom_it_concerns_or_who_is_not_told(settled: World) -> None:
    """钱程 is named at once, 孙悦 is told first and named later; the others have nothing to do with it."""
    names, ids = ("钱程", "孙悦", "王敏", "郑明", "林母"), known_ids(settled)
    before = {name: crawl(settled, name, ids) for name in names}
    row = harmed(settled, "李慧", kinds=["staff"], staff="钱程")
    add_step(by=settled.actor("李慧"), pk=row.pk, facts=StepFacts("police", clock.now(), "警号 0123"))
    assert plain(settled.client("孙悦").get("/care/harm/").content) != before["孙悦"]["/care/harm/"].body
    name_concerned(by=settled.actor("何静"), pk=row.pk, kind="staff", staff="孙悦")
    for name in names:
        assert changed(before[name], crawl(settled, name, ids)) == []
    for name in ("钱程", "孙悦", "王敏", "郑明"):
        client = settled.client(name)
        parts = ("", "print/", "step/", "name/", "close/")
        assert {client.get(f"/care/harm/{row.pk}/{part}").status_code for part in parts} == {404}


def changed(before: dict[str, Answer], after: dict[str, Answer]) -> list[str]:
    """Return the addresses that answer otherwise than before."""
    return [url for url, one in before.items() if (after[url].status, after[url].body) != (one.status, one.body)]
