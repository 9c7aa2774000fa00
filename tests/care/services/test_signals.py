import datetime as dt

import pytest
from django.core.management import call_command

from taoli.care.models import AgendaNote, Signal, SignalSettings
from taoli.care.queries.signal_facts import NUMBERS, settings_of
from taoli.care.services.signals import (
    dismiss_signal,
    refresh_daily,
    refresh_signals,
    set_sensitivity,
    use_signal,
)
from taoli.common import clock
from taoli.common.errors import ConflictError, TaoliError
from taoli.common.policy import system
from taoli.roster.models import ClassStay
from tests.archive.examining import DAY, past, published
from tests.care.caring import taken, worry
from tests.care.signalling import reached, signal, spoken, told_mood
from tests.world import World

EVERYBODY = ("林子涵", "周一诺", "孙浩然", "赵思源", "钱多多", "吴桐")


@pytest.fixture
def quiet(world: World) -> World:
    """Everybody has been reached lately."""
    for name in EVERYBODY:
        reached(world, name, 3)
    return world


def test_who_was_reached_by_nobody_for_four_weeks_is_said(world: World) -> None:
    for name in EVERYBODY[2:]:
        reached(world, name, 10)
    reached(world, "周一诺", 40)
    reached(world, "林子涵", 2, made=False)
    assert spoken(world) == {("林子涵", "contact"), ("周一诺", "contact")}
    rows = {one.student.name: one.facts for one in Signal.objects.of(world.school).select_related("student")}
    assert rows["周一诺"] == {"weeks": 5}


def test_outside_a_term_and_of_who_came_later_nothing_is_expected(world: World) -> None:
    stays = world.students["林子涵"].pk
    ClassStay.objects.of(world.school).filter(student_id=stays).update(starts=clock.today() - dt.timedelta(days=5))
    assert ("林子涵", "contact") not in spoken(world)
    world.term.ends = clock.today() - dt.timedelta(days=1)
    world.term.save()
    assert spoken(world) == set()


def test_an_exam_below_the_own_past_and_papers_not_written_are_said(quiet: World) -> None:
    past(quiet, texts=(80, 78, 82, 60))
    published(quiet, {"周一诺": ("缺考", "请假")}, name="补充", held_on=DAY)
    assert spoken(quiet) == {("林子涵", "fall"), ("周一诺", "absence")}


def test_several_adults_worries_are_said_until_the_case_has_its_leader(quiet: World) -> None:
    worry(quiet, "王敏")
    assert spoken(quiet) == set()
    worry(quiet, "李慧")
    assert spoken(quiet) == {("林子涵", "concerns")}
    taken(quiet)
    assert spoken(quiet) == set()


def test_wishes_to_speak_of_a_student_count_as_worries(quiet: World) -> None:
    for name in ("王敏", "李慧"):
        AgendaNote.objects.create(
            school=quiet.school, staff=quiet.staff[name], student=quiet.students["周一诺"], noted_on=clock.today()
        )
    assert spoken(quiet) == {("周一诺", "concerns")}


def test_only_the_one_word_for_the_mood_is_looked_at(quiet: World) -> None:
    for days in (3, 17):
        told_mood(quiet, "林子涵", " 低落。", days)
        told_mood(quiet, "周一诺", "不错，但有时低落", days)
        told_mood(quiet, "孙浩然", "难过", days, kind="reflection")
    assert spoken(quiet) == {("林子涵", "mood")}


def test_a_rule_that_speaks_no_longer_is_over_by_itself_and_keeps_silent_for_its_window(world: World) -> None:
    assert len(spoken(world)) == len(EVERYBODY)
    for name in EVERYBODY:
        reached(world, name, 1)
    assert spoken(world) == set()
    assert set(Signal.objects.of(world.school).values_list("state", flat=True)) == {"lapsed"}


def test_the_same_is_not_said_twice_and_its_numbers_are_brought_up_to_date(world: World) -> None:
    row = signal(world, fired_on=clock.today() - dt.timedelta(days=3), facts={"weeks": 4})
    spoken(world)
    row.refresh_from_db()
    assert row.facts["weeks"] > 4
    dismiss_signal(by=world.actor("王敏"), pk=row.pk, reason="住院，已联系")
    assert ("林子涵", "contact") not in spoken(world)
    Signal.objects.of(world.school).filter(pk=row.pk).update(fired_on=clock.today() - dt.timedelta(days=28))
    assert ("林子涵", "contact") in spoken(world)


def test_a_signal_is_set_aside_with_a_reason_or_used_and_answered_once(world: World) -> None:
    first, second = signal(world), signal(world, "周一诺")
    with pytest.raises(TaoliError, match="几个字"):
        dismiss_signal(by=world.actor("王敏"), pk=first.pk, reason="  ")
    dismiss_signal(by=world.actor("王敏"), pk=first.pk, reason="已经谈过")
    use_signal(by=world.actor("李慧"), pk=second.pk)
    states = dict(Signal.objects.of(world.school).values_list("state", "reason"))
    assert states == {"dismissed": "已经谈过", "used": ""}
    with pytest.raises(ConflictError):
        use_signal(by=world.actor("王敏"), pk=first.pk)


def test_how_soon_the_rules_speak_is_the_schools_to_say(world: World) -> None:
    numbers = {name: getattr(settings_of(world.school.pk), name) for name in NUMBERS}
    set_sensitivity(by=world.office, edit=1, numbers={**numbers, "contact_weeks": 52}, rules=["contact", "fall"])
    assert spoken(world) == set()
    assert SignalSettings.objects.of(world.school).get().off == ["absence", "concerns", "mood"]
    with pytest.raises(ConflictError):
        set_sensitivity(by=world.office, edit=1, numbers=numbers, rules=[])
    with pytest.raises(TaoliError, match="1 到 52"):
        set_sensitivity(by=world.office, edit=2, numbers={**numbers, "adults": 0}, rules=[])
    with pytest.raises(TaoliError):
        set_sensitivity(by=world.actor("李慧"), edit=2, numbers=numbers, rules=[])


def test_the_rules_look_once_a_day(world: World) -> None:
    assert refresh_daily(by=system(world.school.pk)) is not None
    assert refresh_daily(by=system(world.school.pk)) is None
    call_command("refresh_signals", verbosity=0)
    done = refresh_signals(by=world.office)
    assert (done.new, done.lapsed, done.open) == (0, 0, len(EVERYBODY))
    assert not Signal.objects.of(world.other).filter(student__left_on=None).exclude(rule="contact").exists()
