import datetime as dt
from collections import Counter
from types import SimpleNamespace
from typing import Any

import pytest

from taoli.accounts.models import Account
from taoli.archive.models import Exam, ExamImport
from taoli.care.models import CareCase, Conference, Signal
from taoli.care.queries import cases_without_leader
from taoli.common import clock
from taoli.common.chain import faults
from taoli.common.models import School
from taoli.duties.models import Act
from taoli.duties.services import recount
from taoli.evaluation.models import AppraisalRun, HonourNotice, StarApplication, Story
from taoli.guidance.models import GuidanceRecord
from taoli.matching.models import ChoiceRound, Pairing, Wish
from taoli.matching.queries.steps import choosing
from taoli.rehearsal.queries.doors import doors
from taoli.rehearsal.services.loading import is_loaded
from taoli.rehearsal.services.pairing import show_two_groups
from taoli.roster.models import SchoolDay, Student, Term
from taoli.schemes.queries import own_clauses, published

pytestmark = pytest.mark.django_db


def the(code: str) -> School:
    return School.objects.get(code=code)


def test_both_schools_are_there_and_loading_says_so(loaded: list[str]) -> None:
    assert is_loaded()
    assert loaded[0] == "桃李中学: 135 students, 15 teachers"
    assert the("xiaoman-demo").name == "小满中学"


def test_every_student_of_the_big_school_is_paired_by_study_group_from_september(loaded: list[str]) -> None:
    school = the("taoli-demo")
    pairings = list(Pairing.objects.of(school))
    assert len(pairings) == 135
    assert {one.starts for one in pairings} == {dt.date(2026, 9, 7)}
    assert len({(one.group_id, one.mentor_id) for one in pairings}) == 18
    assert not Student.objects.of(school).filter(mentor=None, left_on=None).exists()


def test_a_mentor_with_one_group_gives_way_to_one_with_two_who_is_nothing_else(loaded: list[str]) -> None:
    rows = Pairing.objects.of(the("taoli-demo")).filter(ends=None)
    held = Counter(rows.values_list("mentor__number", flat=True))
    ordered = sorted(held, key=lambda number: held[number])
    room = SimpleNamespace(name="一班", grade="高一", homeroom="")
    staff = [SimpleNamespace(number=number, classes=["一班"]) for number in ordered]
    made = SimpleNamespace(offices={"mentor": ordered[0]}, grade_leads={}, classes=[room], staff=staff)
    known: Any = SimpleNamespace(school=the("taoli-demo"), made=made)
    show_two_groups(known)
    chosen = made.offices["mentor"]
    assert held[chosen] >= 14 > held[ordered[0]]
    made.offices = {"mentor": ordered[0], **{number: number for number in ordered}}
    show_two_groups(known)
    assert made.offices["mentor"] == ordered[0]  # whoever could is busy


def test_the_term_has_its_holidays_and_make_up_days(loaded: list[str]) -> None:
    days = SchoolDay.objects.of(the("taoli-demo")).values_list("day", "kind")
    assert (dt.date(2026, 9, 20), "make_up") in days
    assert (dt.date(2026, 10, 10), "make_up") in days
    assert (dt.date(2026, 10, 1), "holiday") in days
    assert (dt.date(2027, 1, 1), "holiday") in days


def test_records_lie_between_the_pairings_and_today_and_each_has_its_act(loaded: list[str]) -> None:
    school = the("taoli-demo")
    records = list(GuidanceRecord.objects.of(school))
    assert len(records) > 500
    assert min(one.held_on for one in records) >= dt.date(2026, 9, 7)
    assert max(one.held_on for one in records) <= dt.date(2026, 11, 22)
    counted = Counter(Act.objects.of(school).filter(source="guidance").values_list("source_id", flat=True))
    assert set(counted) == {one.pk for one in records}
    seen = [one for one in records if one.pairing_id is None]  # by the leader on duty, who is not the mentor
    assert [(one.kind, one.held_on) for one in seen] == [("observation", dt.date(2026, 11, 22))]


def test_acts_cells_and_sums_agree_when_counted_anew(loaded: list[str]) -> None:
    school = the("taoli-demo")
    term = Term.objects.of(school).latest("starts")
    assert not recount(school_id=school.pk, term_id=term.pk, fix=False)


def test_the_audit_chain_of_both_schools_is_whole(loaded: list[str]) -> None:
    assert [faults(the(code).pk) for code in ("taoli-demo", "xiaoman-demo")] == [[], []]


def test_the_second_school_has_its_own_clause_and_a_round_in_which_most_have_chosen(loaded: list[str]) -> None:
    school = the("xiaoman-demo")
    version = published(school.pk)
    assert version is not None
    assert {change.path for change in own_clauses(version)} >= {"unit", "cycle.weeks"}
    choice = ChoiceRound.objects.of(school).select_related("scheme").get()
    assert choosing(choice)
    assert Wish.objects.of(school).values("student_id").distinct().count() == 111


def test_each_role_has_its_door_and_nobody_a_password(loaded: list[str]) -> None:
    roles = {door.role for door in doors()}
    assert roles == {
        "mentor",
        "homeroom_teacher",
        "grade_lead",
        "moral_office",
        "principal",
        "assessor",
        "counsellor",
        "admin",
        "student",
        "guardian",
        "small-moral_office",
        "small-mentor",
        "small-student",
        "social_mentor",
        "officer",
        "reviewer",
        "station_staff",
        "city-officer",
    }
    assert not any(account.has_usable_password() for account in Account.objects.all())


def test_cases_stand_in_different_states_one_led_by_the_principal_one_by_somebody_away(loaded: list[str]) -> None:
    school = the("taoli-demo")
    rows = CareCase.objects.of(school)
    assert sorted(rows.values_list("state", flat=True)) == ["closed", "open", "open", "raised"]
    assert len(cases_without_leader(school.pk)) == 1
    assert rows.filter(state="open", measures__done_on=None).count() >= 1


def test_conferences_were_held_last_week_and_the_next_have_an_agenda(loaded: list[str]) -> None:
    rows = Conference.objects.of(the("taoli-demo"))
    planned = rows.get(kind="class", state="planned", held_on=clock.today())
    sources = set(planned.items.of(planned.school_id).values_list("source", flat=True))
    assert {"action", "case"} <= sources
    held = rows.get(state="held", school_class=planned.school_class)
    assert held.actions.of(planned.school_id).filter(done_on=None).exists()
    assert rows.filter(kind="grade", state="planned").count() == 1


def test_two_grades_have_exams_with_a_workbook_that_waits_and_signals(loaded: list[str]) -> None:
    school = the("taoli-demo")
    assert Exam.objects.of(school).filter(state="published").count() == 8
    assert ExamImport.objects.of(school).filter(state="waiting").count() == 2
    assert Signal.objects.of(school).filter(state="open", rule="fall").exists()
    assert not Exam.objects.of(the("xiaoman-demo")).exists()


def test_last_term_ended_with_honours_and_the_current_draft_is_left_alone(loaded: list[str]) -> None:
    school = the("taoli-demo")
    states = AppraisalRun.objects.of(school).order_by("term__starts").values_list("state", "term__name")
    assert list(states) == [("published", "2025-2026学年第二学期"), ("draft", "2026-2027学年第一学期")]
    assert [one.state for one in HonourNotice.objects.of(school)] == ["result"]
    assert set(Story.objects.of(school).values_list("state", flat=True)) == {"accepted", "submitted", "draft"}
    assert [one.state for one in StarApplication.objects.of(school)] == ["sent"]
