import datetime as dt

import pytest
import time_machine
from django.http import Http404

from taoli.accounts import services as accounts
from taoli.common.errors import ConflictError, TaoliError
from taoli.common.policy import Role, system
from taoli.guidance.models import TalkAsk
from taoli.guidance.queries.adults import adults_for
from taoli.guidance.queries.talks import asked_of_me, next_noon, own_talk
from taoli.guidance.services.talks import answer_talk, ask_to_talk, read_talk, remind_talks, take_back_talk
from taoli.notifications.models import Notice
from taoli.notifications.services import deliver
from taoli.roster.models import SchoolNumbers, StaffLeave, Subject
from tests.guidance.talking import asked, at, mentor_key
from tests.world import START, TODAY, World

TUESDAY, WEDNESDAY = TODAY + dt.timedelta(days=1), TODAY + dt.timedelta(days=2)


def kinds(world: World, name: str) -> list[str]:
    person = world.actor(name).person_id
    assert person is not None
    return sorted(Notice.objects.of(world.school).filter(receiver_id=person).values_list("kind", flat=True))


def test_adults_are_offered_in_order_and_nobody_without_a_role(world: World) -> None:
    offered = [(one.office, one.staff.name) for one in adults_for(world.students["林子涵"])]
    assert offered == [("mentor", "王敏"), ("homeroom", "李慧"), ("grade_lead", "赵国栋"), ("moral_office", "孙悦")]
    assert [one.staff.name for one in adults_for(world.students["吴桐"])] == ["孙悦"]


def test_who_stands_in_is_offered_for_a_mentor_who_is_away(world: World) -> None:
    StaffLeave.objects.create(
        school=world.school, staff=world.staff["王敏"], substitute=world.staff["钱程"], starts=TODAY
    )
    offered = [(one.office, one.staff.name) for one in adults_for(world.students["林子涵"])]
    assert offered[0] == ("mentor", "钱程")
    assert "王敏" not in [name for _office, name in offered]


def test_the_adult_reads_it_answers_and_the_student_sees_both(world: World) -> None:
    row = asked(world, "想说说同桌的事")
    assert kinds(world, "王敏") == ["talk_asked"]
    waiting = own_talk(world.actor("林子涵"))
    assert waiting is not None
    assert waiting.may_take_back
    assert read_talk(by=world.actor("王敏"), pk=row.pk).text == "想说说同桌的事"
    read = own_talk(world.actor("林子涵"))
    assert read is not None
    assert not read.may_take_back
    assert "10:05" in read.sentences[0]
    answer_talk(by=world.actor("王敏"), pk=row.pk, answer="今天 12:20，办公室")
    answered = own_talk(world.actor("林子涵"))
    assert answered is not None
    assert "今天 12:20" in answered.sentences[0]
    assert kinds(world, "林子涵") == ["talk_answered"]


def test_nobody_but_the_adult_can_open_or_answer_it(world: World) -> None:
    row = asked(world)
    for name in ("李慧", "赵国栋", "孙悦", "钱程", "吴考", "郑明", "林子涵", "林母"):
        with pytest.raises(Http404):
            read_talk(by=world.actor(name), pk=row.pk)
        with pytest.raises(Http404):
            answer_talk(by=world.actor(name), pk=row.pk, answer="好")
    assert TalkAsk.objects.of(world.school).get().state == "waiting"


def test_it_is_taken_back_until_it_is_read_and_its_text_is_gone(world: World) -> None:
    row = asked(world, "先不说了")
    take_back_talk(by=world.actor("林子涵"))
    kept = TalkAsk.objects.of(world.school).get()
    assert (kept.state, kept.text) == ("taken_back", "")
    with pytest.raises(Http404):
        read_talk(by=world.actor("王敏"), pk=row.pk)
    second = asked(world, "还是想说")
    read_talk(by=world.actor("王敏"), pk=second.pk)
    with pytest.raises(ConflictError):
        take_back_talk(by=world.actor("林子涵"))


def test_asking_somebody_else_ends_the_first_wish_and_erases_what_nobody_read(world: World) -> None:
    first = asked(world, "给导师")
    ask_to_talk(by=world.actor("林子涵"), adult=f"homeroom:{world.staff['李慧'].pk}", text="给班主任")
    first.refresh_from_db()
    assert (first.state, first.text) == ("moved", "")
    assert asked_of_me(world.actor("王敏")) == []
    assert len(asked_of_me(world.actor("李慧"))) == 1
    with pytest.raises(Http404):
        answer_talk(by=world.actor("王敏"), pk=first.pk, answer="好")


def test_an_adult_who_is_not_offered_is_refused(world: World) -> None:
    for key in (mentor_key(world, "陈立"), f"mentor:{world.staff['李慧'].pk}", "", "mentor:x"):
        with pytest.raises(TaoliError):
            ask_to_talk(by=world.actor("林子涵"), adult=key)
    with pytest.raises(Http404):
        ask_to_talk(by=world.actor("王敏"), adult=mentor_key(world))


def test_an_empty_answer_is_refused(world: World) -> None:
    with pytest.raises(TaoliError):
        answer_talk(by=world.actor("王敏"), pk=asked(world).pk, answer="  ")


def test_the_seventh_of_a_day_is_refused_kindly(world: World) -> None:
    for _each in range(6):
        asked(world)
    with pytest.raises(TaoliError):
        asked(world)


def test_the_noon_is_that_of_the_next_school_day(world: World) -> None:
    assert next_noon(world.school.pk, at(10)) == at(12, day=TUESDAY)
    assert next_noon(world.school.pk, at(23, day=dt.date(2026, 11, 27))) == at(12, day=dt.date(2026, 11, 30))
    assert next_noon(world.school.pk, at(9, day=dt.date(2026, 9, 30))) == at(12, day=dt.date(2026, 10, 8))
    assert next_noon(world.school.pk, at(9, day=dt.date(2027, 2, 12))) == at(12, day=dt.date(2027, 2, 15))


def test_silence_is_followed_up_twice_and_no_more(world: World) -> None:
    asked(world, may_pass=True)
    by = system(world.school.pk)
    with time_machine.travel(at(11, 59, TUESDAY), tick=False):
        assert remind_talks(by=by) == 0
    with time_machine.travel(at(12, 5, TUESDAY), tick=False):
        assert [remind_talks(by=by), remind_talks(by=by)] == [1, 0]
        assert kinds(world, "王敏") == ["talk_again", "talk_asked"]
        assert kinds(world, "林子涵") == ["talk_silent"]
        told = own_talk(world.actor("林子涵"))
        assert told is not None
        assert told.silent
        assert kinds(world, "孙悦") == []
    with time_machine.travel(at(12, 5, WEDNESDAY), tick=False):
        assert [remind_talks(by=by), remind_talks(by=by)] == [1, 0]
        assert kinds(world, "孙悦") == ["talk_passed"]
        assert read_talk(by=world.office, pk=TalkAsk.objects.of(world.school).get().pk).passed_to_id == (
            world.staff["孙悦"].pk
        )
    with time_machine.travel(at(12, 5, WEDNESDAY + dt.timedelta(days=1)), tick=False):
        assert remind_talks(by=by) == 0


def test_without_the_students_yes_it_is_never_passed_on(world: World) -> None:
    row = asked(world)
    by = system(world.school.pk)
    for day in (TUESDAY, WEDNESDAY):
        with time_machine.travel(at(12, 5, day), tick=False):
            remind_talks(by=by)
    row.refresh_from_db()
    assert row.passed_to_id is None
    assert kinds(world, "孙悦") == []
    with pytest.raises(Http404):
        read_talk(by=world.office, pk=row.pk)


def test_an_answered_wish_is_left_alone(world: World) -> None:
    row = asked(world)
    answer_talk(by=world.actor("王敏"), pk=row.pk, answer="明天中午")
    with time_machine.travel(at(12, 5, TUESDAY), tick=False):
        assert remind_talks(by=system(world.school.pk)) == 0


def test_a_student_without_an_account_gets_no_slip_that_others_would_see(world: World) -> None:
    from taoli.guidance.services.talks import send

    student = world.students["周一诺"]
    send(by=world.office, student=student, adult=mentor_key(world), text="", may_pass=False, source="paper")
    row = TalkAsk.objects.of(world.school).get()
    answer_talk(by=world.actor("王敏"), pk=row.pk, answer="明天")
    assert not Notice.objects.of(world.school).filter(receiver_id=student.pk).exists()


def test_at_night_a_wish_waits_until_morning(world: World) -> None:
    with time_machine.travel(at(23), tick=False):
        asked(world)
        deliver(by=system(world.school.pk))
        assert Notice.objects.of(world.school).get().settled_at is None


def test_the_counsellor_is_offered_named_by_the_school_or_known_by_the_subject(world: World) -> None:
    def offered() -> list[str]:
        return [one.staff.name for one in adults_for(world.students["林子涵"]) if one.office == "counsellor"]

    assert offered() == []
    world.staff["钱程"].subject = Subject.objects.create(school=world.school, name="心理健康")
    world.staff["钱程"].save()
    assert offered() == ["钱程"]
    SchoolNumbers.objects.create(school=world.school, counsellor=world.staff["吴考"])
    assert offered() == ["钱程"]  # 吴考 has no role with which a wish can be answered
    accounts.give_role(by=system(world.school.pk), account=world.accounts["吴考"], role=Role.MENTOR, starts=START)
    assert offered() == ["吴考", "钱程"]
    words = [one.words for one in adults_for(world.students["林子涵"]) if one.office == "counsellor"]
    assert words == ["吴老师 · 心理老师", "钱老师 · 心理老师"]


def test_a_wish_to_the_counsellor_is_seen_by_nobody_else(world: World) -> None:
    SchoolNumbers.objects.create(school=world.school, counsellor=world.staff["钱程"])
    key = f"counsellor:{world.staff['钱程'].pk}"
    row = ask_to_talk(by=world.actor("林子涵"), adult=key, text="睡不着")
    assert [one.pk for one in asked_of_me(world.actor("钱程"))] == [row.pk]
    for name in ("王敏", "李慧", "孙悦"):
        with pytest.raises(Http404):
            read_talk(by=world.actor(name), pk=row.pk)
