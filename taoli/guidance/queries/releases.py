"""What families read of records."""

import uuid
from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import BooleanField, CharField, QuerySet, Value

from taoli.common.policy import Actor
from taoli.guidance.models import FamilyText, GuidanceRecord
from taoli.roster.models import Guardianship
from taoli.roster.permissions import restricted

Place = tuple[uuid.UUID, uuid.UUID]  # occasion, student


@dataclass(frozen=True, slots=True)
class Released:
    """The writer's words for the family, "" for the printed sentence; `withheld`: neither."""

    text: str = ""
    withheld: bool = False

    def words(self, sentence: str) -> str:
        """Return what the family reads in place of the printed sentence."""
        return "" if self.withheld else self.text or sentence


USUAL = Released()
FIELDS = ("occasion", "student_id", "text", "withheld")


def released(school_id: int, rows: Collection[GuidanceRecord]) -> dict[Place, Released]:
    """Return what writers have said of these records for the families; one query."""
    found = _texts(school_id, rows).values_list(*FIELDS)
    return {(occasion, student): Released(*said) for occasion, student, *said in found}


def released_of(record: GuidanceRecord) -> Released:
    """Return what the writer has said of one record."""
    return released(record.school_id, [record]).get((record.occasion, record.student_id), USUAL)


def for_guardian(actor: Actor, rows: Collection[GuidanceRecord]) -> dict[Place, Released]:
    """Return what a guardian reads of records: a restricted one neither the writer's words, which may tell of the
    other side of the family, nor anything of visits at home beyond day and way; one query.
    """
    said = _texts(actor.school_id, rows).values_list(_word("said"), *FIELDS)
    guardian = actor.person_id
    assert guardian is not None  # a guardian is a person of the roster
    ties = Guardianship.objects.of(actor.school_id).filter(restricted(), guardian_id=guardian)
    off = Value(value=False, output_field=BooleanField())
    tied = ties.values_list(_word("barred"), "student_id", "student_id", _word(""), off)
    found: dict[Place, Released] = {}
    barred = set()
    for what, occasion, student, text, withheld in said.union(tied, all=True):
        if what == "barred":
            barred.add(student)
        else:
            found[occasion, student] = Released(text, bool(withheld))
    for row in rows:
        place = (row.occasion, row.student_id)
        if row.student_id in barred:
            hidden = row.kind == "home_visit" or found.get(place, USUAL).withheld
            found[place] = Released(withheld=hidden)
    return found


def _texts(school_id: int, rows: Collection[GuidanceRecord]) -> "QuerySet[FamilyText]":
    return FamilyText.objects.of(school_id).filter(occasion__in={row.occasion for row in rows}, closed_at=None)


def _word(word: str) -> Value:
    return Value(word, output_field=CharField())
