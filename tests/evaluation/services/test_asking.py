import pytest
import time_machine

from taoli.common.errors import TaoliError
from taoli.common.models import AuditEntry
from taoli.evaluation import services
from taoli.evaluation.models import BallotToken
from taoli.notifications.models import Notice
from taoli.notifications.phrases import sentence_of
from tests.evaluation.asking import prepared, put, token
from tests.notifications.conftest import at
from tests.world import TODAY, World


def reminders(world: World) -> int:
    return Notice.objects.of(world.school).filter(kind="survey_asked", about__endswith="-24").count()


def test_only_those_who_have_not_answered_are_reminded_and_once_a_day(settled: World) -> None:
    survey = put(settled, "blank-lead_mentor", questions="scale")
    mine = token(settled, survey, "李慧")
    for one in list(mine.about):
        services.cast(token=mine, answers=[{"mentor": one, "answers": {"q1": 4}}])
    with time_machine.travel(at(11, 24, 10), tick=False):
        assert services.remind_survey(by=settled.office, survey_id=survey.pk) == survey.asked - 1
        assert services.remind_survey(by=settled.office, survey_id=survey.pk) == 0
        assert reminders(settled) == survey.asked - 1
    told = Notice.objects.of(settled.school).filter(receiver_id=settled.staff["李慧"].pk, kind="survey_asked")
    assert told.count() == 1  # when it was opened


def test_a_reminder_comes_in_the_hours_for_notices(settled: World) -> None:
    survey = put(settled)
    with time_machine.travel(at(11, 24, 23), tick=False):
        services.remind_survey(by=settled.office, survey_id=survey.pk)
    notice = Notice.objects.of(settled.school).get(kind="survey_asked", about__endswith="-24")
    assert notice.due_at is not None
    assert notice.due_at > at(11, 25, 6)


def test_a_family_that_has_lost_its_child_hears_nothing(settled: World) -> None:
    survey = put(settled, "guardians_about_mentor")
    child = settled.students["林子涵"]
    child.left_on = TODAY
    child.save(update_fields=["left_on"])
    with time_machine.travel(at(11, 24, 10), tick=False):
        assert services.remind_survey(by=settled.office, survey_id=survey.pk) == 0
    assert reminders(settled) == 0


def test_the_audit_says_how_many_and_of_nobody(settled: World) -> None:
    survey = put(settled)
    services.remind_survey(by=settled.office, survey_id=survey.pk)
    said = AuditEntry.objects.of(settled.school).filter(action="survey.remind").get()
    assert str(settled.students["林子涵"].pk) not in str(said.data)


def test_what_is_not_open_reminds_nobody(settled: World) -> None:
    survey = put(settled)
    with pytest.raises(TaoliError):
        services.remind_survey(by=settled.office, survey_id=prepared(settled).pk)
    with time_machine.travel(at(12, 7, 10), tick=False), pytest.raises(TaoliError):
        services.remind_survey(by=settled.office, survey_id=survey.pk)


def test_staff_who_judge_by_office_are_not_told_that_nobody_sees_it(settled: World) -> None:
    put(settled, "blank-lead_mentor", questions="scale")
    notice = Notice.objects.of(settled.school).filter(kind="survey_asked")[0]
    assert notice.receiver_kind == "staff"
    assert sentence_of(notice.kind, notice.params) == "期中问卷：请在11月30日前回答。"
    assert "没有人能看到" in sentence_of(notice.kind, {**notice.params, "secret": True})
    assert BallotToken.objects.of(settled.school).filter(holder_kind="staff").exists()
