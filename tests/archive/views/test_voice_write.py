import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.html import strip_tags

from taoli.archive.models import EvaluationVoice
from taoli.archive.queries import marks
from taoli.archive.queries.marks import Mark
from taoli.archive.services import MonthLine, close_goal, write_month
from taoli.roster.models import Term
from tests.archive.growing import aim, sent
from tests.archive.keeping import keep
from tests.archive.speaking import proof, release, speak
from tests.guidance.reporting import hand_in
from tests.guidance.writing import write
from tests.world import TODAY, World


def url(world: World, student: str = "林子涵") -> str:
    return f"/archive/students/{world.students[student].pk}/voice/"


def fill(world: World) -> None:
    """What a term leaves in writing."""
    write(world, "王敏", "林子涵", private_text="不给引用的话")
    keep(world, seen_by="family")
    keep(world, section="health", text="对花生过敏", seen_by="family")
    goal = aim(world, "读完三本书")
    close_goal(by=world.actor("林子涵"), pk=goal.pk, reached=True, outcome="读完了")
    line = MonthLine(student_id=world.students["林子涵"].pk, aspects=[], sentence="主动留下来打扫")
    write_month(by=world.actor("李慧"), room=str(world.classes["高一(1)班"].pk), month=TODAY, lines=[line])


def test_the_terms_evidence_is_offered_and_nothing_else(settled: World, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(settled)
    change = Mark("期中", dt.date(2026, 11, 5), "数学", "92", "120", 0.77, "比自己以往高")
    monkeypatch.setattr(marks, "_history", lambda *_ids, **_said: [change])
    page = settled.client("王敏").get(url(settled)).content.decode()
    for words in (
        "校运会接力跑第三棒",
        "做到了的目标：读完三本书",
        "主动留下来打扫",
        "期中 数学 比自己以往高",
        "与林子涵谈话",
    ):
        assert words in page
    for words in ("不给引用的话", "对花生过敏", "92"):
        assert words not in strip_tags(page)  # an id or a token may hold the number


def test_a_sentence_is_taken_to_the_end_of_the_text_and_kept_as_evidence(settled: World) -> None:
    row, client = keep(settled), settled.client("王敏")
    page = client.post(url(settled), sent(text="我写的。", take=f"entry:{row.pk}")).content.decode()
    assert "我写的。\n11月23日 校运会接力跑第三棒" in page
    assert not EvaluationVoice.objects.of(settled.school).exists()
    form = sent(text="我写的。\n11月23日 校运会接力跑第三棒", facts=[f"entry:{row.pk}", "entry:other"])
    assert client.post(url(settled), form).status_code == 302
    voice = EvaluationVoice.objects.of(settled.school).get()
    assert voice.facts == ["11月23日 校运会接力跑第三棒"]


@pytest.mark.parametrize("name", ["王敏", "李慧", "林子涵", "林母"])
def test_each_writes_and_changes_the_own_voice(settled: World, name: str) -> None:
    client = settled.client(name)
    client.post(url(settled), sent(text="很好的一学期"))
    page = client.get(url(settled)).content.decode()
    assert "很好的一学期" in page
    client.post(url(settled), sent(text="再想一想", edit=1))
    assert EvaluationVoice.objects.of(settled.school).get().text == "再想一想"


def test_who_is_mentor_and_teaches_chooses(settled: World) -> None:
    client = settled.client("王敏")
    assert "任课教师" in client.get(url(settled)).content.decode()
    client.post(url(settled), sent(text="课上敢发言", **{"as": "subject"}))
    assert EvaluationVoice.objects.of(settled.school).get().kind == "subject"


def test_words_that_may_be_said_better_are_pointed_at_and_kept_all_the_same(settled: World) -> None:
    speak(settled, text="考了全班第三名")
    page = settled.client("王敏").get(url(settled)).content.decode()
    assert "第三名”说的是名次" in page


def test_what_was_changed_elsewhere_is_said_and_the_text_stays(settled: World) -> None:
    speak(settled)
    page = settled.client("王敏").post(url(settled), sent(text="另一页写的", edit=0)).content.decode()
    assert "别的页面改过了" in page
    assert "另一页写的" in page


@pytest.mark.parametrize("state", [proof, release])
def test_once_read_through_it_takes_no_more(settled: World, state: object) -> None:
    speak(settled)
    state(settled)  # type: ignore[operator]
    page = settled.client("王敏").get(url(settled)).content.decode()
    assert "不再收新的内容" in page
    assert "保存我写的" not in page


def test_the_student_finds_the_own_self_evaluation(settled: World) -> None:
    Term.objects.of(settled.school).update(ends=TODAY + dt.timedelta(days=7))
    hand_in(settled, "我学会了整理错题", kind="self_evaluation", period="2026-1")
    assert "我学会了整理错题" in settled.client("林子涵").get(url(settled)).content.decode()
    assert "我学会了整理错题" not in settled.client("王敏").get(url(settled)).content.decode()


def test_without_a_term_it_says_so(settled: World) -> None:
    Term.objects.of(settled.school).update(starts=TODAY + dt.timedelta(days=30))
    assert "还没有学期" in settled.client("王敏").get(url(settled)).content.decode()


def test_beyond_reach_it_is_not_found(settled: World) -> None:
    for name, student in (("林子涵", "周一诺"), ("李慧", "吴桐"), ("林母", "周一诺")):
        assert settled.client(name).get(url(settled, student)).status_code == 404
    assert settled.client("王敏").get(url(settled, "钱多多")).status_code == 200  # taught, not mentored


def test_it_takes_as_many_queries_for_three_entries_as_for_one(settled: World) -> None:
    client, counts = settled.client("王敏"), []
    for more in (1, 2):
        for _each in range(more):
            keep(settled)
        with CaptureQueriesContext(connection) as caught:
            client.get(url(settled))
        counts.append(len(caught))
    assert counts[0] == counts[1]
