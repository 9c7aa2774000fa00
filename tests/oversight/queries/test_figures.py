"""Every figure of a summary, reckoned from a school of which everything is known."""

import datetime as dt
import uuid

from django.db import connection
from django.test.utils import CaptureQueriesContext

from taoli.care.models import CareCase, Conference
from taoli.common import clock
from taoli.duties.services import add_acts
from taoli.engine.summary import MEASURES, Level, impossible, packed
from taoli.evaluation.models import Questionnaire, Survey, SurveyFigure, TrainingPart, TrainingSession
from taoli.handover.models import Package, Partner
from taoli.matching.models import Pairing
from taoli.oversight.queries.figures import figures_of
from taoli.roster.models import Campus, SchoolClass
from tests.duties.school import did, settle
from tests.world import START, TODAY, World

MONDAY, FRIDAY = dt.date(2026, 11, 16), dt.date(2026, 11, 20)
QUESTION = {
    "key": "q1",
    "kind": "choice",
    "text": "知道导师是谁吗？",
    "options": ["知道", "不知道"],
    "indicator": "knows_mentor",
    "good": [0],
}


def acts(world: World) -> None:
    """Talks, contacts, an activity and visits of every kind; one after the week, one in the summer before the year."""
    met = "home_visit", "family_contact"
    done = [
        *did(world, "王敏", "林子涵", "周一诺", kind="group_talk", held_on=FRIDAY),
        *did(world, "王敏", "林子涵", held_on=FRIDAY),
        *did(world, "王敏", "林子涵", held_on=TODAY),
        *did(world, "王敏", "林子涵", "周一诺", kind="group_activity", held_on=FRIDAY),
        *did(world, "王敏", "林子涵", kind=met[0], channel="in_home", held_on=FRIDAY),
        *did(world, "王敏", "林子涵", kind=met[0], channel="in_home", held_on=dt.date(2026, 8, 20)),
        *did(world, "王敏", "周一诺", kind=met[0], channel="in_home", held_on=dt.date(2026, 7, 20)),
        *did(world, "王敏", "周一诺", kind=met[1], channel="at_school", held_on=FRIDAY),
        *did(world, "王敏", "周一诺", kind=met[1], channel="video", held_on=FRIDAY),
        *did(world, "李慧", "孙浩然", kind=met[0], channel="third_place", held_on=FRIDAY),
        *did(world, "李慧", "孙浩然", kind=met[0], channel="in_home", held_on=FRIDAY, made=False, refused="period"),
        *did(world, "李慧", "孙浩然", kind="talk", held_on=FRIDAY, made=False),
        *did(world, "周宁", "吴桐", kind="lecture", channel="at_school", held_on=FRIDAY),
    ]
    add_acts(by=world.office, acts=done)


def cases(world: World) -> None:
    for name, state, review in (("林子涵", "open", TODAY), ("周一诺", "open", START), ("孙浩然", "closed", None)):
        CareCase.objects.create(
            school=world.school,
            student=world.students[name],
            raised_by=world.staff["王敏"],
            raised_on=START,
            entered_at=clock.now(),
            seriousness="watch",
            state=state,
            reason="sealed",
            outcome="sealed",
            leader=world.staff["李慧"],
            decided_at=dt.datetime(2026, 10, 1, tzinfo=dt.UTC),
            review_on=review,
            closed_at=dt.datetime(2026, 11, 1, tzinfo=dt.UTC) if state == "closed" else None,
        )
    for kind, place in (
        ("class", {"school_class": world.classes["高一(1)班"]}),
        ("grade", {"grade": world.grades["高一"]}),
        ("principal", {}),
        ("grade", {"grade": world.grades["高二"], "state": "planned"}),
    ):
        facts = {"state": "held", "held_on": FRIDAY, "entered_at": clock.now(), "kind": kind, **place}
        Conference.objects.create(school=world.school, **facts)


def training(world: World) -> None:
    for mentor in (None, world.staff["李慧"]):
        one = TrainingSession.objects.create(
            school=world.school, held_on=FRIDAY, theme="谈话技巧", kind="lecture", hours=2, mentor=mentor
        )
        TrainingPart.objects.create(school=world.school, session=one, staff=world.staff["王敏"], hours=2)


def packages(world: World) -> None:
    partner = Partner.objects.create(
        school=world.school, code="linxiao", name="邻校", sign_key="k", box_key="k", added_at=clock.now()
    )
    sent = dt.datetime(2026, 9, 10, tzinfo=dt.UTC)
    for state, answered in (("sent", None), ("received", dt.datetime(2026, 9, 20, tzinfo=dt.UTC))):
        Package.objects.create(
            school=world.school,
            partner=partner,
            scope="class",
            title="七年级",
            person="丁一",
            state=state,
            made_at=sent,
            sent_at=sent,
            answered_at=answered,
        )


def survey(world: World) -> None:
    paper = Questionnaire.objects.create(school=world.school, title="问卷", source="student", created_at=clock.now())
    for key, day in (("q1", 10), ("own", 11)):
        question = {**QUESTION, "key": key, "indicator": "knows_mentor" if key == "q1" else "likes_canteen"}
        row = Survey.objects.create(
            school=world.school,
            term=world.term,
            questionnaire=paper,
            title="测评",
            source="student",
            questions=[question],
            state="closed",
            opens_on=START,
            closes_on=FRIDAY,
            asked=60,
            population=60,
            answered=50,
            closed_at=dt.datetime(2026, 11, day, tzinfo=dt.UTC),
        )
        SurveyFigure.objects.create(
            school=world.school, survey=row, question=key, place_kind="school", n=50, counts=[40, 10]
        )


def test_every_figure_of_a_week_is_what_the_rows_say(world: World) -> None:
    settle(world)
    acts(world)
    cases(world)
    training(world)
    packages(world)
    survey(world)
    Pairing.objects.of(world.school).filter(student=world.students["吴桐"]).update(ends=FRIDAY)
    found = figures_of(world.school.pk, MONDAY, seq=3, previous="a" * 64)
    assert (found.seq, found.term_week, found.base_version, found.scheme[-2:]) == (3, 12, 0, "v1")
    senior = found.grades[0]
    assert (senior.key, senior.name, senior.stage) == ("senior-1", "高一", "senior")
    assert senior.counts == {
        "students": 5,
        "without_mentor": 0,
        "families_home": 1,
        "families_school": 1,
        "families_elsewhere": 1,
        "families_video": 1,
        "families_declined": 1,
        "cases_open": 2,
        "cases_reviewed": 1,
        "cases_closed": 1,
        "talks": 3,
        "contacts": 2,
        "group_activities": 1,
        "class_conferences": 1,
        "consultations": 1,
    }
    assert senior.cells["met_talk"][1] > senior.cells["met_talk"][0] > 0
    assert (found.grades[1].counts["students"], found.grades[1].counts["without_mentor"]) == (1, 1)
    assert found.counts == {
        "mentors": 3,
        "mentors_without": 0,
        "mentors_trained": 1,
        "packages_sent": 2,
        "receipts_lacking": 1,
        "principal_meetings": 1,
        "parent_lectures": 1,
        "mentor_lectures": 1,
        "trainings": 1,
        "training_hours": 4,
    }
    assert [(one.key, one.source, one.yes, one.answers, one.asked) for one in found.indicators] == [
        ("knows_mentor", "student", 40, 50, 60)
    ]
    assert not list(impossible(found))
    assert found.counts.keys() == {key for key, one in MEASURES.items() if one.level is Level.SCHOOL}


def test_nothing_of_a_person_is_in_it(world: World) -> None:
    settle(world)
    acts(world)
    text = packed(figures_of(world.school.pk, MONDAY).model_dump(mode="json"), "x").decode()
    people = [*world.students, *world.staff]
    ids = [str(one.pk) for one in (*world.students.values(), *world.staff.values(), *world.classes.values())]
    assert not [one for one in (*people, *ids) if one in text]


def test_several_campuses_stand_apart_and_a_class_without_one_beside_them(world: World) -> None:
    east, west = (Campus.objects.create(school=world.school, name=name) for name in ("东校区", "西校区"))
    rooms = SchoolClass.objects.of(world.school)
    rooms.filter(name="高一(2)班").update(campus=east)
    assert [one.key for one in figures_of(world.school.pk, MONDAY).grades] == ["senior-1", "senior-2"]
    rooms.filter(name="高二(1)班").update(campus=west)
    found = figures_of(world.school.pk, MONDAY).grades
    assert [(one.key, one.campus, one.counts["students"]) for one in found] == [
        ("senior-1", "", 3),
        ("senior-1-c1", "东校区", 2),
        ("senior-2-c2", "西校区", 1),
    ]


def test_years_of_entry_without_an_order_get_keys_of_their_own(world: World) -> None:
    for name, grade in world.grades.items():
        grade.name, grade.order = {"高一": "2026级", "高二": "2025级"}[name], 0
        grade.save()
    assert [one.key for one in figures_of(world.school.pk, MONDAY).grades] == ["senior-1", "senior-1x"]


def test_before_the_first_term_there_is_a_summary_with_empty_sums(world: World) -> None:
    found = figures_of(world.other.pk, MONDAY)
    assert (found.term, found.term_week, found.counts["mentors"]) == ("", 0, 0)
    assert (figures_of(world.school.pk, dt.date(2026, 8, 3)).term, found.grades[0].counts["students"]) == ("", 1)


def test_it_takes_as_many_statements_for_many_acts_as_for_few(world: World) -> None:
    settle(world)
    counts = []
    for _turn in range(2):
        add_acts(
            by=world.office, acts=[*did(world, "王敏", "林子涵"), *did(world, "李慧", "孙浩然", kind="home_visit")]
        )
        figures_of(world.school.pk, MONDAY)
        with CaptureQueriesContext(connection) as caught:
            figures_of(world.school.pk, MONDAY)
        counts.append(len(caught))
        Conference.objects.create(
            school=world.school,
            kind="class",
            state="held",
            held_on=FRIDAY,
            entered_at=clock.now(),
            title=str(uuid.uuid4()),
        )
    assert counts[0] == counts[1] <= 40
