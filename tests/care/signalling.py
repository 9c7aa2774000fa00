"""Signals of the small school, for tests."""

import datetime as dt
import uuid
from typing import Any

from taoli.care.models import Signal
from taoli.care.services.signals import refresh_signals
from taoli.common import clock
from taoli.common.policy import system
from taoli.guidance.models import GuidanceRecord, StudentPaper
from tests.world import World

RULES = "/care/signals/rules/"
LIST = "/care/signals/"


def reached(world: World, name: str, days: int, **said: Any) -> GuidanceRecord:
    """A talk with a student so many days ago."""
    student = world.students[name]
    return GuidanceRecord.objects.create(
        school=world.school,
        occasion=uuid.uuid4(),
        student=student,
        by=world.staff["王敏"],
        school_class=student.school_class,
        kind="talk",
        channel="face_to_face",
        held_on=clock.today() - dt.timedelta(days=days),
        entered_at=clock.now(),
        **said,
    )


def told_mood(world: World, name: str, mood: str, days: int, kind: str = "report") -> StudentPaper:
    """A report of a student with one word for the own mood."""
    student = world.students[name]
    return StudentPaper.objects.create(
        school=world.school,
        occasion=uuid.uuid4(),
        kind=kind,
        student=student,
        school_class=student.school_class,
        held_on=clock.today() - dt.timedelta(days=days),
        entered_at=clock.now(),
        answers=[["这两周的学习", "低落"], ["心情，用一个词", mood]],
    )


def spoken(world: World) -> set[tuple[str, str]]:
    """Let the rules look; return of whom which rule speaks now."""
    refresh_signals(by=system(world.school.pk))
    rows = Signal.objects.of(world.school).filter(state="open").select_related("student")
    return {(one.student.name, one.rule) for one in rows}


def signal(world: World, name: str = "林子涵", rule: str = "contact", **said: Any) -> Signal:
    """A signal that is open."""
    facts = {"contact": {"weeks": 5}, "mood": {"times": 2, "weeks": 6}, "absence": {"papers": 2, "weeks": 8}}
    known = {"fired_on": clock.today(), "facts": facts[rule]}
    return Signal.objects.create(school=world.school, student=world.students[name], rule=rule, **{**known, **said})
