import json

from taoli.archive.models import TermEvaluation
from taoli.archive.queries.whole import as_open_json, file_bytes, restricted_part, whole_archive
from taoli.archive.services import (
    VoiceFacts,
    close_goal,
    keep_note,
    proof_evaluation,
    release_evaluations,
    write_voice,
)
from taoli.roster.models import AttentionMark, StudentCategory
from tests.archive.growing import SEALED, aim
from tests.archive.keeping import drawn, keep
from tests.guidance.reporting import hand_in
from tests.guidance.writing import write
from tests.world import START, World


def fill(world: World) -> None:
    """Something of everything about 林子涵."""
    keep(world, files=[drawn()])
    keep(world, "林子涵", "水彩《秋》获校展一等奖", section="honours", seen_by="family")
    goal = aim(world, "读完三本书", "借书")
    close_goal(by=world.actor("林子涵"), pk=goal.pk, reached=True, outcome="读完了")
    write(world, "王敏", "林子涵", private_text="只给导师看的话")
    hand_in(world, "谈了月考", "整理错题")
    said = VoiceFacts(kind="mentor", text="这学期你敢于开口了。")
    student = world.students["林子涵"].pk
    write_voice(by=world.actor("王敏"), student_id=student, term_id=world.term.pk, said=said)


def test_everything_the_student_sees_is_taken_along_and_nothing_else(settled: World) -> None:
    fill(settled)
    keep_note(by=settled.actor("林子涵"), sealed=SEALED)
    student = settled.students["林子涵"]
    whole = whole_archive(settled.school.pk, student.pk)
    text = json.dumps(as_open_json(whole), ensure_ascii=False)
    for words in ("校运会接力跑第三棒", "水彩《秋》获校展一等奖", "读完三本书", "谈了月考", "高一(1)班", "王敏"):
        assert words in text
    for words in ("只给导师看的话", "这学期你敢于开口了", SEALED[:20]):
        assert words not in text
    assert len(whole.contacts) == 1
    assert [one.text for one in whole.honours] == ["水彩《秋》获校展一等奖"]
    assert file_bytes(settled.school.pk, whole.files[0].id).startswith(b"\xff\xd8")


def test_a_released_evaluation_goes_along(settled: World) -> None:
    fill(settled)
    row = TermEvaluation.objects.of(settled.school).get()
    by, student = settled.actor("李慧"), settled.students["林子涵"]
    proof_evaluation(by=by, pk=row.pk, edit=row.edit, texts={}, done=True)
    release_evaluations(by=by, pks=[row.pk])
    whole = whole_archive(settled.school.pk, student.pk)
    assert whole.evaluations[0].voices[0].text == "这学期你敢于开口了。"


def test_categories_and_attention_stand_apart(settled: World) -> None:
    student = settled.students["林子涵"]
    StudentCategory.objects.create(school=settled.school, student=student, code="left_behind", starts=START)
    AttentionMark.objects.create(school=settled.school, student=student, starts=START)
    part = restricted_part(settled.school.pk, student.pk)
    assert part["categories"][0] == {"code": "left_behind", "starts": "2026-09-01", "ends": None}
    assert len(part["attention"]) == 1
    assert "left_behind" not in json.dumps(as_open_json(whole_archive(settled.school.pk, student.pk)))
