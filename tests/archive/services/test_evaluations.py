import datetime as dt
import uuid

import pytest
import time_machine

from taoli.archive.models import EvaluationVoice, TermEvaluation
from taoli.archive.services import (
    VoiceFacts,
    correct_evaluation,
    open_evaluations,
    proof_evaluation,
    release_evaluations,
    take_back_evaluation,
    write_voice,
)
from taoli.common.errors import ConflictError, TaoliError
from taoli.duties.models import Act
from taoli.roster.models import Term
from tests.archive.speaking import TEXT, newest, proof, release, speak
from tests.conftest import NOW
from tests.world import World


def test_a_class_is_opened_once(world: World) -> None:
    room = world.classes["高一(1)班"].pk
    assert open_evaluations(by=world.actor("李慧"), class_id=room, term_id=world.term.pk) == 3
    assert open_evaluations(by=world.actor("李慧"), class_id=room, term_id=world.term.pk) == 0
    assert {row.state for row in TermEvaluation.objects.of(world.school)} == {"draft"}


@pytest.mark.parametrize("name", ["王敏", "赵国栋", "钱程", "林子涵", "林母"])
def test_others_open_nothing(world: World, name: str) -> None:
    with pytest.raises(TaoliError):
        open_evaluations(by=world.actor(name), class_id=world.classes["高一(1)班"].pk, term_id=world.term.pk)


def test_a_term_without_its_place_in_the_calendar_is_refused(world: World) -> None:
    room = world.classes["高一(1)班"].pk
    later = Term.objects.create(
        school=world.school, name="下学期", starts=dt.date(2027, 2, 22), ends=dt.date(2027, 7, 2)
    )
    for pk, words in ((uuid.uuid4(), "校历里没有"), (later.pk, "还没有开始")):
        with pytest.raises(TaoliError, match=words):
            open_evaluations(by=world.actor("李慧"), class_id=room, term_id=pk)


@pytest.mark.parametrize(
    ("name", "kind"),
    [("王敏", "mentor"), ("王敏", "subject"), ("李慧", "homeroom"), ("林子涵", "student"), ("林母", "parent")],
)
def test_each_speaks_as_what_one_is(world: World, name: str, kind: str) -> None:
    row = speak(world, name, kind)
    assert newest(world).state == "voices"
    assert (row.kind, row.author) == (kind, world.actor(name).person_id)
    assert row.subject == ("语文" if kind == "subject" else "")


@pytest.mark.parametrize(("name", "kind"), [("李慧", "mentor"), ("林子涵", "mentor"), ("林母", "student")])
def test_nobody_speaks_as_somebody_else(world: World, name: str, kind: str) -> None:
    with pytest.raises(TaoliError, match="身份"):
        speak(world, name, kind)


@pytest.mark.parametrize("name", ["赵国栋", "孙悦", "钱程", "吴考", "何静", "郑明"])
def test_who_neither_mentors_nor_teaches_has_no_voice(world: World, name: str) -> None:
    with pytest.raises(TaoliError):
        speak(world, name)


def test_one_own_voice_is_changed_and_two_pages_are_noticed(settled: World) -> None:
    speak(settled)
    speak(settled, text="改过", edit=1)
    with pytest.raises(ConflictError):
        speak(settled, text="另一页", edit=1)
    assert EvaluationVoice.objects.of(settled.school).get().text == "改过"
    assert Act.objects.of(settled.school).filter(kind="term_evaluation").count() == 1


@pytest.mark.parametrize(("text", "words"), [(" ", "写几个字"), ("长" * 10_000, "1000 个字")])
def test_nothing_and_too_much_are_refused(world: World, text: str, words: str) -> None:
    with pytest.raises(TaoliError, match=words):
        speak(world, text=text)
    assert not TermEvaluation.objects.of(world.school).exists()


def test_read_through_the_schools_wording_is_mended_and_the_childs_is_not(world: World) -> None:
    mine, childs = speak(world), speak(world, "林子涵", "student", "我想多问问题")
    row = newest(world)
    texts = {mine.pk: "改好的评语", childs.pk: "别人改的"}
    proof_evaluation(by=world.actor("李慧"), pk=row.pk, edit=row.edit, texts=texts, done=True)
    found = {one.kind: one.text for one in EvaluationVoice.objects.of(world.school)}
    assert found == {"mentor": "改好的评语", "student": "我想多问问题"}
    with pytest.raises(TaoliError, match="班主任已审读"):
        speak(world, text="还想改", edit=2)


def test_two_who_proofread_at_once_are_noticed(world: World) -> None:
    mine = speak(world)
    row = newest(world)
    proof_evaluation(by=world.office, pk=row.pk, edit=row.edit, texts={mine.pk: "第一位"}, done=False)
    with pytest.raises(ConflictError):
        proof_evaluation(by=world.actor("李慧"), pk=row.pk, edit=row.edit, texts={mine.pk: "第二位"}, done=True)
    assert EvaluationVoice.objects.of(world.school).get().text == "第一位"


def test_released_it_is_frozen_and_within_an_hour_taken_back(world: World) -> None:
    row = release(world)
    for change in (lambda: speak(world, edit=1), lambda: proof(world)):
        with pytest.raises(TaoliError):
            change()
    with time_machine.travel(NOW + dt.timedelta(minutes=59), tick=False):
        take_back_evaluation(by=world.actor("李慧"), pk=row.pk)
    assert newest(world).state == "proof"


def test_after_an_hour_it_is_not_taken_back(world: World) -> None:
    row = release(world)
    with (
        time_machine.travel(NOW + dt.timedelta(minutes=61), tick=False),
        pytest.raises(TaoliError, match="超过一小时"),
    ):
        take_back_evaluation(by=world.actor("李慧"), pk=row.pk)


def test_a_correction_is_a_new_version_and_the_old_one_holds_until_it_is_released(world: World) -> None:
    old = release(world)
    new = correct_evaluation(by=world.actor("李慧"), pk=old.pk, reason="名字写错")
    assert new.voices.of(world.school).get().text == TEXT
    old.refresh_from_db()
    assert (old.state, new.state, new.version) == ("released", "voices", 2)
    with pytest.raises(ConflictError):
        correct_evaluation(by=world.actor("李慧"), pk=old.pk, reason="再来一次")
    release(world)
    old.refresh_from_db()
    assert old.state == "replaced"
    take_back_evaluation(by=world.actor("李慧"), pk=new.pk)
    old.refresh_from_db()
    assert old.state == "released"


def test_what_is_not_released_is_not_corrected_and_nothing_without_a_reason(world: World) -> None:
    speak(world)
    row = newest(world)
    with pytest.raises(TaoliError, match="直接改"):
        correct_evaluation(by=world.actor("李慧"), pk=row.pk, reason="改")
    with pytest.raises(TaoliError, match="为什么"):
        correct_evaluation(by=world.actor("李慧"), pk=row.pk, reason="")


def test_only_what_is_read_through_is_released_and_by_who_may(world: World) -> None:
    speak(world)
    row = newest(world)
    for name in ("李慧", "王敏", "钱程"):
        with pytest.raises(TaoliError):
            release_evaluations(by=world.actor(name), pks=[row.pk])
    with pytest.raises(TaoliError):
        proof_evaluation(by=world.actor("王敏"), pk=row.pk, edit=row.edit, texts={}, done=True)


def test_no_voice_in_a_term_nobody_knows(world: World) -> None:
    said = VoiceFacts(kind="mentor", text=TEXT)
    with pytest.raises(TaoliError, match="校历里没有"):
        write_voice(by=world.actor("王敏"), student_id=world.students["林子涵"].pk, term_id=uuid.uuid4(), said=said)
