"""Schemes and rounds the tests of matching stand on."""

import datetime as dt
import io
from collections.abc import Sequence
from typing import Any

import pytest
import xlsxwriter

from taoli.common import clock
from taoli.matching import services
from taoli.matching.models import ChoiceRound, MatchRun, MentorOffer
from taoli.matching.services import NewOffer
from taoli.roster.models import Term
from taoli.schemes import services as schemes
from taoli.schemes.models import SchemeVersion
from tests.stored import once
from tests.world import START, World

BOUNDS = {"cycle.weeks": 4, "capacity.mentor.min": 0, "capacity.mentor.max": 10}
OWN_CLAUSE: dict[str, Any] = {
    "unit": "student",
    "steps": [
        {"kind": "publish_mentors"},
        {"kind": "student_choice", "ranks": 3},
        {"kind": "allocate"},
        {"kind": "adjust"},
        {"kind": "confirm"},
    ],
}


def publish_scheme(world: World, **changes: Any) -> SchemeVersion:
    draft = schemes.adopt(by=world.office, preset_key="taigu-no2-2012", scoring="coverage")
    draft = schemes.set_values(by=world.office, pk=draft.pk, changes={**BOUNDS, **changes}, edit=draft.edit)
    return schemes.publish(by=world.office, pk=draft.pk, in_force_from=START)


def publish_preset(world: World, key: str) -> SchemeVersion:
    """A preset that leaves nothing open, as it is."""
    draft = schemes.adopt(by=world.office, preset_key=key, scoring="coverage")
    return schemes.publish(by=world.office, pk=draft.pk, in_force_from=START)


def offer_all(world: World, choice: ChoiceRound, **maximum: int) -> None:
    """Everybody named takes so many at most; everybody else is absent."""
    offers = {
        staff.pk: NewOffer(maximum=maximum[name]) if name in maximum else NewOffer(absent=True)
        for name, staff in world.staff.items()
    }
    services.set_offers(by=world.office, round_id=choice.pk, offers=offers)


@pytest.fixture
def taigu(world: World) -> SchemeVersion:
    """The preset as it is, published: assigned by study group."""
    return once("taigu", lambda: publish_scheme(world))


@pytest.fixture
def chosen(world: World) -> SchemeVersion:
    """The preset with the school's own clause: students choose."""
    return once("chosen", lambda: publish_scheme(world, **OWN_CLAUSE))


@pytest.fixture
def assigned_round(world: World, taigu: SchemeVersion) -> ChoiceRound:
    def make() -> ChoiceRound:
        choice = services.open_round(by=world.office, name="2026年秋结对")
        offer_all(world, choice, 王敏=4, 李慧=4, 陈立=4, 周宁=4)
        return choice

    return once("assigned_round", make)


@pytest.fixture
def choice_round(world: World, chosen: SchemeVersion) -> ChoiceRound:
    def make() -> ChoiceRound:
        choice = services.open_round(by=world.office, name="2026年秋双向选择", closes=dt.date(2026, 11, 30))
        offer_all(world, choice, 王敏=2, 李慧=2, 陈立=2, 周宁=2)
        services.set_step(by=world.office, round_id=choice.pk, kind="publish_mentors", done=True)
        choice.refresh_from_db()
        return choice

    return once("choice_round", make)


def wish_for(world: World, choice: ChoiceRound, wishes: dict[str, tuple[str, ...]]) -> None:
    """Enter wishes by name."""
    for name, mentors in wishes.items():
        services.set_wishes(
            by=world.office,
            round_id=choice.pk,
            student_id=world.students[name].pk,
            mentor_ids=[world.staff[one].pk for one in mentors],
        )


@pytest.fixture
def fair_run(world: World, choice_round: ChoiceRound) -> MatchRun:
    """A draft: 王敏 and 陈立 are full, three students of 高一(1)班 wanted 王敏."""
    wishes = {
        "林子涵": ("王敏", "李慧", "陈立"),
        "周一诺": ("王敏", "李慧"),
        "孙浩然": ("王敏", "李慧"),
        "赵思源": ("陈立",),
        "钱多多": ("陈立", "王敏"),
    }

    def make() -> MatchRun:
        wish_for(world, choice_round, wishes)
        return services.run_round(by=world.office, round_id=choice_round.pk, seed=7)

    return once("fair_run", make)


@pytest.fixture
def assigned_run(world: World, assigned_round: ChoiceRound) -> MatchRun:
    """A draft of whole study groups."""
    return once("assigned_run", lambda: services.run_round(by=world.office, round_id=assigned_round.pk, seed=7))


def workbook(rows: Sequence[Sequence[object]], sheet: str = "志愿") -> bytes:
    """A workbook of wishes; the first row holds the headings."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        page = book.add_worksheet(sheet)
        for number, row in enumerate(rows):
            page.write_row(number, 0, row)
    return out.getvalue()


BOTH_SIDES: dict[str, Any] = {
    **OWN_CLAUSE,
    "steps": [
        {"kind": "publish_mentors", "by": ["mentor"]},
        {"kind": "student_choice", "ranks": 3, "reason": True},
        {"kind": "mentor_choice"},
        {"kind": "allocate"},
        {"kind": "adjust"},
        {"kind": "confirm"},
    ],
}


@pytest.fixture
def marking_round(world: World) -> ChoiceRound:
    """Both sides choose; it is the mentors' turn: three students wished for 王敏, 赵思源 for 陈立."""
    publish_scheme(world, **BOTH_SIDES)
    choice = services.open_round(by=world.office, name="双向选择")
    offer_all(world, choice, 王敏=2, 李慧=2, 陈立=2, 周宁=2)
    by, pk = world.office, choice.pk
    services.set_step(by=by, round_id=pk, kind="publish_mentors", done=True)
    wishes = {
        "林子涵": ("王敏", "李慧"),
        "周一诺": ("李慧", "王敏"),
        "孙浩然": ("王敏",),
        "赵思源": ("陈立",),
    }
    wish_for(world, choice, wishes)
    return services.set_step(by=by, round_id=pk, kind="student_choice", done=True)


def offer_of(world: World, choice: ChoiceRound, name: str) -> MentorOffer:
    """The part of a mentor in a round."""
    return MentorOffer.objects.of(world.school).get(round=choice, staff=world.staff[name])


@pytest.fixture
def next_door(world: World) -> ChoiceRound:
    """A round of the other school."""
    term = Term.objects.create(school=world.other, name="学期", starts=START, ends=START)
    scheme = SchemeVersion.objects.create(school=world.other, version=1, preset_key="taigu-no2-2012")
    return ChoiceRound.objects.create(
        school=world.other, term=term, scheme=scheme, name="邻校的一轮", created_at=clock.now()
    )


@pytest.fixture
def listed_round(world: World) -> ChoiceRound:
    """Only those applied for get a mentor."""
    publish_preset(world, "listed-mentees")
    return services.open_round(by=world.office, name="受导学生")


@pytest.fixture
def claim_round(world: World) -> ChoiceRound:
    """3:5:2 at claiming; 李慧 and 王敏 teach 高一, 周宁 高二."""
    draft = schemes.adopt(by=world.office, preset_key="primary-352", scoring="coverage")
    values = {"capacity.mentor.min": 0, "capacity.mentor.max": 10}
    draft = schemes.set_values(by=world.office, pk=draft.pk, changes=values, edit=draft.edit)
    schemes.publish(by=world.office, pk=draft.pk, in_force_from=START)
    choice = services.open_round(by=world.office, name="责任教师认领")
    services.set_step(by=world.office, round_id=choice.pk, kind="group_students", done=True)
    return choice


@pytest.fixture
def group_round(world: World, claim_round: ChoiceRound) -> ChoiceRound:
    """3:5:2 at forming the groups."""
    return services.set_step(by=world.office, round_id=claim_round.pk, kind="group_students", done=False)


@pytest.fixture
def class_round(world: World) -> ChoiceRound:
    """One mentor a class, offices about to name them."""
    publish_preset(world, "class-mentor-2022")
    return services.open_round(by=world.office, name="一班一导师")


@pytest.fixture
def apply_round(world: World) -> ChoiceRound:
    """Teachers apply."""
    publish_preset(world, "jiujiang-tianjiabing")
    return services.open_round(by=world.office, name="个人申请")
