"""The dated facts that the rules look at, gathered for a whole school in a few queries."""

import datetime as dt
import uuid
from collections import defaultdict
from dataclasses import fields

from django.db.models import Max, Min, Q
from django.utils import translation
from django.utils.translation import gettext

from taoli.archive.queries.exams import absences_of, falls
from taoli.care.models import AgendaNote, CareCase, CaseStep, SignalSettings
from taoli.care.phrases.signals import LOW_MOODS
from taoli.engine.signals import Absence, Concern, Rule, Sensitivity, StudentFacts
from taoli.guidance.models import GuidanceRecord, StudentPaper
from taoli.roster.models import ClassStay, Student
from taoli.roster.queries.calendar import current_term

WEEK = dt.timedelta(days=7)
MOOD = "My mood, in a word"
NUMBERS = tuple(one.name for one in fields(Sensitivity) if one.name != "rules")


def settings_of(school_id: int) -> SignalSettings:
    """Return the school's settings, unsaved ones with the usual numbers where there are none."""
    return SignalSettings.objects.of(school_id).first() or SignalSettings(school_id=school_id)


def sensitivity_of(row: SignalSettings) -> Sensitivity:
    """Return how soon the rules speak at a school."""
    rules = frozenset(rule for rule in Rule if rule.value not in row.off)
    return Sensitivity(rules=rules, **{name: getattr(row, name) for name in NUMBERS})


def signal_facts(school_id: int, said: Sensitivity, today: dt.date) -> list[StudentFacts]:
    """Return the facts about every student who is there."""
    students = list(Student.objects.of(school_id).filter(left_on=None).values_list("pk", flat=True))
    since, contacts = _expected(school_id, today), _contacts(school_id)
    fallen, missed = falls(school_id), absences_of(school_id, today - said.absence_weeks * WEEK)
    worries = concerns(school_id, today - said.adult_weeks * WEEK)
    moods = low_moods(school_id, today - said.mood_weeks * WEEK)
    return [
        StudentFacts(
            key=pk,
            since=since.get(pk, since.get(None)),
            last_contact=contacts.get(pk),
            change=fallen[pk].change if pk in fallen else None,
            changed_on=fallen[pk].held_on if pk in fallen else None,
            absences=tuple(Absence(day, papers) for day, papers in missed.get(pk, [])),
            concerns=tuple(worries.get(pk, [])),
            low_moods=tuple(moods.get(pk, [])),
        )
        for pk in students
    ]


def _expected(school_id: int, today: dt.date) -> dict[uuid.UUID | None, dt.date]:
    """Return from when a contact is expected: the term's first day (None), later for who came later; none outside."""
    term = current_term(school_id, today)
    if term is None or not term.starts <= today <= term.ends:
        return {}
    found: dict[uuid.UUID | None, dt.date] = {None: term.starts}
    first = ClassStay.objects.of(school_id).values_list("student_id").annotate(first=Min("starts"))
    found.update({student: day for student, day in first if day > term.starts})
    return found


def _contacts(school_id: int) -> dict[uuid.UUID, dt.date]:
    rows = GuidanceRecord.objects.of(school_id).filter(state=GuidanceRecord.State.SUBMITTED, made=True)
    return dict(rows.order_by().values_list("student_id").annotate(last=Max("held_on")))


def concerns(school_id: int, since: dt.date) -> dict[uuid.UUID, list[Concern]]:
    """Return student → which adult brought up a worry on which day; what was said stays sealed.

    Voices of cases that nobody has taken on, and students somebody wants to speak of at the next class conference. A
    case that is open has its leader already.
    """
    found: dict[uuid.UUID, list[Concern]] = defaultdict(list)
    waiting = (CareCase.State.RAISED, CareCase.State.DECLINED)
    voices = CaseStep.objects.of(school_id).filter(
        kind__in=(CaseStep.Kind.RAISED, CaseStep.Kind.VOICE), case__state__in=waiting, at__date__gte=since
    )
    for student, adult, at in voices.exclude(by=None).values_list("case__student_id", "by_id", "at__date"):
        found[student].append(Concern(adult, at))
    notes = AgendaNote.objects.of(school_id).filter(noted_on__gte=since, crossed_at=None)
    taken = CareCase.objects.of(school_id).filter(state=CareCase.State.OPEN).values("student_id")
    for student, adult, day in notes.exclude(student__in=taken).values_list("student_id", "staff_id", "noted_on"):
        found[student].append(Concern(adult, day))
    return dict(found)


def low_moods(school_id: int, since: dt.date) -> dict[uuid.UUID, list[dt.date]]:
    """Return student → days of reports whose one word for the own mood was a low one; no other answer is read."""
    asked = {_in(language) for language in ("zh-hans", "en")}
    report = Q(kind=StudentPaper.Kind.REPORT, state=StudentPaper.State.SUBMITTED, held_on__gte=since)
    found: dict[uuid.UUID, list[dt.date]] = defaultdict(list)
    rows = StudentPaper.objects.of(school_id).filter(report)
    for student, day, answers in rows.values_list("student_id", "held_on", "answers"):
        words = [answer.strip(" 。.,，!！").lower() for question, answer in answers if question in asked]
        if any(word in LOW_MOODS for word in words):
            found[student].append(day)
    return dict(found)


def _in(language: str) -> str:
    with translation.override(language):
        return gettext(MOOD)
