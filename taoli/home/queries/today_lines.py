"""The lines of Today in words."""

from taoli.guidance.phrases import WAYS, ago, strength_words
from taoli.guidance.phrases.days import WEEKDAYS
from taoli.home.phrases import aside_words, declined_words, due_words, other_way, week_note
from taoli.home.queries.next_actions import Person
from taoli.home.queries.own import Aside
from taoli.home.queries.today import Today, WeekDay

CALL = "phone"  # what is suggested where a family would rather have no visit


def student_line(found: Today, one: Person) -> dict[str, object]:
    """Return a student of mine: last contact, next due, what the student is good at."""
    due = found.next_due.get(one.pk)
    return {
        "person": one,
        "ago": ago(one.last, found.day) if one.last else "",
        "due": due_words(due) if due else "",
        "strengths": strength_words(one.strengths),
    }


def aside_line(one: Aside) -> dict[str, object]:
    """Return what was set aside, until when, and what to do instead."""
    instead = other_way(one.way, one.reason)
    return {
        "pk": one.pk,
        "student_id": one.student_id,
        "words": aside_words(one.student, one.reason, one.until),
        "instead": instead,
        "instead_label": WAYS[instead].label if instead else "",
    }


def declined_lines(found: Today) -> list[dict[str, object]]:
    """Return whose family would rather have no visit, since when, and the way to speak to it instead."""
    people = {one.pk: one.name for one in found.people}
    return [
        {"student_id": pk, "words": declined_words(people[pk], on), "instead": CALL, "label": WAYS[CALL].label}
        for pk, on in found.declined.items()
        if pk in people
    ]


def day_line(found: Today, one: WeekDay) -> dict[str, object]:
    """Return a day of the week at a glance."""
    return {
        "label": WEEKDAYS[one.day.weekday()],
        "number": one.day.day,
        "today": one.day == found.day,
        "taught": one.taught,
        "slot": one.slot,
        "note": week_note(one.done, slot=one.slot, taught=one.taught),
    }
