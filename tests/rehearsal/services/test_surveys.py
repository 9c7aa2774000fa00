import pytest

from taoli.accounts.models import Membership
from taoli.common.models import School
from taoli.evaluation.models import AppraisalSheet, Ballot, BallotToken, Survey
from taoli.rehearsal.services.surveys import ANSWERS

pytestmark = pytest.mark.django_db


def test_the_demo_has_two_open_surveys_and_one_that_is_prepared(loaded: list[str]) -> None:
    assert loaded
    school = School.objects.get(code="taoli-demo")
    found = {one.source: one for one in Survey.objects.of(school).filter(state="open")}
    assert found["student"].sample is not None
    assert {one.answered for one in found.values()} == {ANSWERS}
    assert Ballot.objects.of(school).filter(survey__in=found.values()).count() == 2 * ANSWERS
    assert Survey.objects.of(school).filter(state="draft", title="家长三问").exists()


def test_whoever_stands_behind_a_door_can_still_answer(loaded: list[str]) -> None:
    assert loaded
    school = School.objects.get(code="taoli-demo")
    shown = Membership.objects.get(school=school, account__username="demo-student").person_id
    rows = BallotToken.objects.of(school).filter(holder_id=shown)
    assert sorted(one.holder_kind for one in rows if not one.spent) == ["family", "student"]


def test_the_closed_surveys_of_the_demo_score_its_draft(loaded: list[str]) -> None:
    assert loaded
    school = School.objects.get(code="taoli-demo")
    assert Survey.objects.of(school).filter(state="closed", counts=True).count() == 2
    sheets = AppraisalSheet.objects.of(school).filter(run__state="draft")
    states = {(item["key"], item["state"]) for sheet in sheets for item in sheet.items}
    assert ("student_feedback", "scored") in states
    assert {state for key, state in states if key == "family_feedback"} == {"scored", "left_out"}
