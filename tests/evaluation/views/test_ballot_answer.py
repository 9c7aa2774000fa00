import time_machine

from taoli.evaluation.models import Ballot
from tests.evaluation.asking import FULL, answer, form, in_urn, put, token
from tests.notifications.conftest import at
from tests.world import World


def test_a_student_reads_who_sees_it_and_answers_once(settled: World) -> None:
    survey, client = put(settled), settled.client("林子涵")
    url = f"/evaluation/asked/{token(settled, survey, '林子涵').pk}/"
    page = client.get(url).content.decode()
    assert "没有人能看到谁答了什么" in page
    assert "王敏" in page
    answer = client.post(url, form({**FULL, "word": "谢谢"}))
    assert answer["Location"] == "/evaluation/asked/?done=1"
    assert "答卷已经交上" in client.get(answer["Location"]).content.decode()
    again = client.post(url, form(FULL))
    assert "答卷已经交上" in again.content.decode()
    assert Ballot.objects.of(settled.school).count() == 1


def test_what_is_missing_is_asked_for_and_the_rest_stays(settled: World) -> None:
    survey, client = put(settled), settled.client("林子涵")
    url = f"/evaluation/asked/{token(settled, survey, '林子涵').pk}/"
    page = client.post(url, form({"knows": 0, "word": "写了一半"})).content.decode()
    assert "请回答这一题" in page
    assert "写了一半" in page
    assert client.post(url, form({**FULL, "word": "长" * 1001})).status_code == 200
    assert not Ballot.objects.of(settled.school).exists()


def test_anothers_right_is_not_found(settled: World) -> None:
    survey = put(settled)
    other = token(settled, survey, "周一诺").pk
    for name in ("林子涵", "林母", "孙悦", "王敏"):
        assert settled.client(name).get(f"/evaluation/asked/{other}/").status_code == 404


def test_after_the_last_day_the_page_says_so(settled: World) -> None:
    survey = put(settled)
    url = f"/evaluation/asked/{token(settled, survey, '林子涵').pk}/"
    with time_machine.travel(at(12, 7, 10), tick=False):
        assert "已经结束" in settled.client("林子涵").get(url).content.decode()
        settled.client("林子涵").post(url, form(FULL))
    assert not Ballot.objects.of(settled.school).exists()


def test_two_pages_sent_at_once_are_answered_once(settled: World) -> None:
    """The second form was opened before the first was sent: the right is spent when it comes."""
    survey, client = put(settled), settled.client("林子涵")
    mine = token(settled, survey, "林子涵")
    answer(settled, survey, "林子涵")
    assert "答卷已经交上" in client.post(f"/evaluation/asked/{mine.pk}/", form(FULL)).content.decode()
    assert len(in_urn(survey)) == 1


def test_colleagues_whom_one_does_not_know_are_left_out(settled: World) -> None:
    survey = put(settled, "blank-peer", questions="scale")
    mine = token(settled, survey, "王敏")
    assert len(mine.about) > 1
    client, url = settled.client("王敏"), f"/evaluation/asked/{mine.pk}/"
    assert "还没有回答任何一题" in client.post(url, {}).content.decode()
    client.post(url, {"m1-q1": "4"})
    assert [one["mentor"] for one in in_urn(survey)] == [mine.about[1]]
    mine.refresh_from_db()
    assert mine.spent


def test_many_mentors_come_in_pages(settled: World) -> None:
    survey = put(settled, "blank-office", questions="scale")
    mine = token(settled, survey, "孙悦")
    client = settled.client("孙悦")
    for start in ("0", "1", "99999", "x"):
        assert client.get(f"/evaluation/asked/{mine.pk}/?from={start}").status_code == 200
    assert client.post(f"/evaluation/asked/{mine.pk}/?from=1", {"m0-q1": "2"}).status_code == 302
    assert in_urn(survey)[0]["mentor"] == mine.about[1]
