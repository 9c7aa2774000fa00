import time_machine
from django.test import Client

from taoli.evaluation import services
from taoli.evaluation.models import Ballot, Survey
from tests.evaluation.asking import FULL, FULL_HOME, form, in_urn, put
from tests.notifications.conftest import at
from tests.world import TODAY, World


def door(world: World, survey: Survey, name: str = "林子涵") -> str:
    room = world.students[name].school_class_id
    slips = services.issue_ballots(by=world.office, survey_id=survey.pk, class_id=room)
    return f"/evaluation/q/{next(one.code for one in slips if one.student.name == name)}/"


def test_a_family_without_an_account_answers_by_its_link_and_twice_is_refused(settled: World) -> None:
    survey, client = put(settled, "guardians_about_mentor"), Client()
    url = door(settled, survey)
    page = client.get(url)
    assert "王敏" in page.content.decode()
    assert "林子涵" not in page.content.decode()
    assert "no-store" in page["Cache-Control"]
    answer = client.post(url, form(FULL_HOME))
    assert "答卷已经交上" in client.get(answer["Location"]).content.decode()
    assert "已经答过了" in client.get(url).content.decode()
    assert "已经答过了" in client.post(url, form(FULL_HOME)).content.decode()
    assert len(in_urn(survey)) == 1


def test_a_slip_that_was_printed_anew_is_no_longer_good(settled: World) -> None:
    survey = put(settled)
    old, new = door(settled, survey), door(settled, survey)
    assert "这个码不对" in Client().get(old).content.decode()
    assert "王敏" in Client().get(new).content.decode()


def test_what_is_missing_is_asked_for(settled: World) -> None:
    url = door(settled, put(settled))
    assert "请回答这一题" in Client().post(url, form({"overall": 3})).content.decode()
    assert not Ballot.objects.of(settled.school).exists()


def test_after_the_last_day_and_after_closing_nothing_is_taken(settled: World) -> None:
    survey = put(settled)
    url = door(settled, survey)
    with time_machine.travel(at(12, 7, 10), tick=False):
        assert "已经结束" in Client().post(url, form(FULL)).content.decode()
    Survey.objects.of(settled.school).filter(pk=survey.pk).update(state="closed")
    assert "已经结束" in Client().get(url).content.decode()
    assert not Ballot.objects.of(settled.school).exists()


def test_the_slip_of_a_child_who_is_gone_opens_nothing(settled: World) -> None:
    url = door(settled, put(settled))
    child = settled.students["林子涵"]
    child.left_on = TODAY
    child.save(update_fields=["left_on"])
    assert "这个码不对" in Client().get(url).content.decode()
