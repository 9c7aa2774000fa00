import uuid

import pytest

from taoli.common.models import ViewLog
from taoli.guidance.models import StudentPaper
from tests.guidance.reporting import change_mentor, hand_in, sent
from tests.world import World


def url(paper: StudentPaper) -> str:
    return f"/guidance/papers/{paper.pk}/"


def test_the_mentor_reads_and_answers_and_the_student_sees_it(settled: World) -> None:
    paper = hand_in(settled)
    mentor = settled.client("王敏")
    assert "谈了月考" in mentor.get(url(paper)).content.decode()
    assert mentor.post(url(paper), sent(text="说得很清楚"))["Location"] == "/guidance/papers/inbox/"
    page = settled.client("林子涵").get(url(paper)).content.decode()
    assert "王老师看过了" in page
    assert "说得很清楚" in page
    assert not ViewLog.objects.of(settled.school).exists()


def test_a_tick_without_a_word_is_enough(settled: World) -> None:
    paper = hand_in(settled)
    settled.client("王敏").post(url(paper), sent(text=""))
    assert StudentPaper.objects.of(settled.school).get().read_by_id == settled.staff["王敏"].pk


def test_the_homeroom_teachers_reading_is_logged(settled: World) -> None:
    paper = hand_in(settled)
    assert "谈了月考" in settled.client("李慧").get(url(paper)).content.decode()
    log = ViewLog.objects.of(settled.school).get()
    assert (log.noun, log.ids) == ("guidance.paper", [str(paper.pk)])


@pytest.mark.parametrize("name", ["孙悦", "钱程", "赵国栋"])
def test_office_and_leaders_see_that_it_was_handed_in_and_no_word_of_it(settled: World, name: str) -> None:
    paper = hand_in(settled)
    page = settled.client(name).get(url(paper)).content.decode()
    assert "你能看到交过，看不到写了什么。" in page
    assert "谈了月考" not in page
    assert not ViewLog.objects.of(settled.school).exists()


@pytest.mark.parametrize(("name", "code"), [("林母", 403), ("吴考", 403), ("郑明", 403)])
def test_family_assessor_and_administrator_are_kept_out(settled: World, name: str, code: int) -> None:
    assert settled.client(name).get(url(hand_in(settled))).status_code == code


def test_after_a_change_of_mentor_the_one_before_does_not_find_it(settled: World) -> None:
    paper = hand_in(settled)
    change_mentor(settled, "林子涵", "陈立")
    assert settled.client("王敏").get(url(paper)).status_code == 404


def test_who_may_not_answer_is_told_so_and_changes_nothing(settled: World) -> None:
    paper = hand_in(settled)
    for name in ("李慧", "林子涵"):
        settled.client(name).post(url(paper), sent(text="我来答"))
    assert StudentPaper.objects.of(settled.school).get().answer == ""


def test_an_unknown_paper_is_not_found(settled: World) -> None:
    assert settled.client("王敏").get(f"/guidance/papers/{uuid.uuid4()}/").status_code == 404
