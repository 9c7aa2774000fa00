import datetime as dt
import uuid

import pytest
import time_machine

from taoli.common.errors import ConflictError, TaoliError
from taoli.duties.models import Act, DutyCell
from taoli.duties.queries import ensure_cells
from taoli.guidance.models import StudentPaper
from taoli.guidance.queries.asking import offers
from taoli.guidance.services import PaperFacts, answer_paper, correct_paper, hand_in_paper
from taoli.matching.models import Pairing
from tests.guidance.reporting import change_mentor, hand_in, settle_reports
from tests.guidance.writing import write
from tests.world import END, TODAY, World

EVIL = "😀" * 10 + "\u202eabc\u202c שלום 𠮷"


def report_windows(world: World) -> list[str]:
    found = offers(world.school.pk, world.students["林子涵"])
    return [window.key for one in found if one.kind == "report" for window in one.windows]


def cell_of(world: World, period: str) -> DutyCell:
    ensure_cells(world.school.pk, TODAY)
    rows = DutyCell.objects.of(world.school).filter(duty="student_report", period=period)
    return rows.get(subject_id=world.students["林子涵"].pk)


def test_a_report_meets_the_requirement_that_the_scheme_has_of_the_student(world: World) -> None:
    settle_reports(world)
    period = report_windows(world)[0]
    assert cell_of(world, period).done == 0
    hand_in(world, "数学有进步", "", "平静", "", kind="report", period=period)
    assert cell_of(world, period).done == 1
    assert period not in report_windows(world)


def test_a_report_of_weeks_gone_by_is_kept_as_late_and_counts_for_those_weeks(world: World) -> None:
    settle_reports(world)
    _now, before = report_windows(world)[:2]
    paper = hand_in(world, "补上", kind="report", period=before)
    act = Act.objects.of(world.school).get(occasion=paper.occasion)
    assert (paper.late, paper.held_on, act.entered_on) == (True, TODAY, TODAY)
    assert (act.held_on < TODAY, cell_of(world, before).done) == (True, 1)
    assert cell_of(world, report_windows(world)[0]).done == 0


def test_the_same_weeks_are_handed_in_once(world: World) -> None:
    settle_reports(world)
    period = report_windows(world)[0]
    hand_in(world, "一", kind="report", period=period)
    with pytest.raises(ConflictError):
        hand_in(world, "二", kind="report", period=period)
    assert StudentPaper.objects.of(world.school).count() == Act.objects.of(world.school).count() == 1


def test_where_no_scheme_asks_for_reports_none_is_taken_and_reflections_are(settled: World) -> None:
    with pytest.raises(TaoliError):
        hand_in(settled, "一", kind="report")
    assert hand_in(settled).kind == "reflection"
    assert [one.kind for one in offers(settled.school.pk, settled.students["林子涵"])] == ["reflection"]


def test_a_student_without_a_pairing_writes_all_the_same(world: World) -> None:
    settle_reports(world)
    Pairing.objects.of(world.school).filter(student=world.students["林子涵"]).update(ends=TODAY - dt.timedelta(days=1))
    assert hand_in(world).mentor_id is None
    assert not Act.objects.of(world.school).exists()


@pytest.mark.parametrize(
    ("answers", "words"),
    [(("", " "), "还没有写内容"), (("字" * 10_000, ""), "最多 2000 个字")],
)
def test_nothing_and_ten_thousand_characters_come_back_in_words(
    settled: World, answers: tuple[str, str], words: str
) -> None:
    with pytest.raises(TaoliError, match=words):
        hand_in(settled, *answers)


def test_emoji_rare_characters_and_right_to_left_text_are_kept_as_written(settled: World) -> None:
    assert hand_in(settled, EVIL, "").answers[0][1] == EVIL


def test_a_talk_of_somebody_else_cannot_be_named(settled: World) -> None:
    other = write(settled, "王敏", "周一诺")[0]
    with pytest.raises(TaoliError):
        hand_in(settled, record_id=other.pk)
    own = write(settled, "王敏", "林子涵")[0]
    assert hand_in(settled, record_id=own.pk).record_id == own.pk


def test_nobody_writes_for_another_student_nor_for_another_schools(settled: World) -> None:
    assert settled.stranger is not None
    for pk in (settled.students["周一诺"].pk, settled.stranger.pk, uuid.uuid4()):
        with pytest.raises(TaoliError):
            hand_in_paper(
                by=settled.actor("林子涵"), student_id=pk, facts=PaperFacts(kind="reflection", answers=("一",))
            )
        with pytest.raises(TaoliError):
            hand_in_paper(by=settled.actor("王敏"), student_id=pk, facts=PaperFacts(kind="reflection", answers=("一",)))


def test_a_correction_is_a_version_and_still_one_act(settled: World) -> None:
    old = hand_in(settled)
    answer_paper(by=settled.actor("王敏"), pk=old.pk, text="加油")
    new = correct_paper(by=settled.actor("林子涵"), pk=old.pk, answers=("谈了月考", "每周整理错题"))
    old.refresh_from_db()
    assert (old.state, old.answer, new.version, new.read_at) == ("replaced", "加油", 2, None)
    assert Act.objects.of(settled.school).count() == 1
    with pytest.raises(ConflictError):
        correct_paper(by=settled.actor("林子涵"), pk=old.pk, answers=("一", "二"))
    with pytest.raises(ConflictError):
        answer_paper(by=settled.actor("王敏"), pk=old.pk)


def test_the_mentor_of_today_answers_and_the_one_before_does_not(settled: World) -> None:
    paper = hand_in(settled)
    change_mentor(settled, "林子涵", "陈立")
    with pytest.raises(TaoliError):
        answer_paper(by=settled.actor("王敏"), pk=paper.pk, text="晚了")
    assert StudentPaper.objects.of(settled.school).get().read_at is None


def test_an_answer_of_the_mentor_before_stays(settled: World) -> None:
    paper = hand_in(settled)
    answer_paper(by=settled.actor("王敏"), pk=paper.pk, text="好")
    StudentPaper.objects.of(settled.school).update(read_by=settled.staff["陈立"])
    with pytest.raises(TaoliError):
        answer_paper(by=settled.actor("王敏"), pk=paper.pk, text="不好")


def test_a_self_evaluation_opens_in_the_last_weeks_and_is_frozen_when_the_term_has_ended(settled: World) -> None:
    with pytest.raises(TaoliError):
        hand_in(settled, "长大了", kind="self_evaluation")
    with time_machine.travel(dt.datetime(2027, 1, 20, 9, tzinfo=dt.UTC), tick=False):
        period = next(
            one.windows[0].key
            for one in offers(settled.school.pk, settled.students["林子涵"])
            if one.kind == "self_evaluation"
        )
        paper = hand_in(settled, "长大了", kind="self_evaluation", period=period)
        paper = correct_paper(by=settled.actor("林子涵"), pk=paper.pk, answers=("更会听了", "", ""))
    after = dt.datetime.combine(END, dt.time(9), dt.UTC) + dt.timedelta(days=3)
    with time_machine.travel(after, tick=False), pytest.raises(TaoliError, match="学期已结束"):
        correct_paper(by=settled.actor("林子涵"), pk=paper.pk, answers=("再改", "", ""))


def test_what_was_forgotten_is_taken_some_weeks_after_the_term_as_late(settled: World) -> None:
    with time_machine.travel(dt.datetime.combine(END, dt.time(9), dt.UTC) + dt.timedelta(days=3), tick=False):
        paper = hand_in(settled, "补写", kind="self_evaluation", period="2026-1")
    assert (paper.late, paper.period) == (True, "2026-1")


def test_a_student_who_has_left_writes_no_more(settled: World) -> None:
    student = settled.students["林子涵"]
    by = settled.actor("林子涵")
    student.left_on = TODAY
    student.save(update_fields=["left_on"])
    with pytest.raises(TaoliError):
        hand_in_paper(by=by, student_id=student.pk, facts=PaperFacts(kind="reflection", answers=("一",)))
