"""One agreement a student: of a round, or of whichever published round the student's grade was in."""

import uuid
from collections.abc import Collection, Iterable

from django.utils import translation

from taoli.common.policy import Actor
from taoli.documents.official.layout import Sheet
from taoli.documents.official.reading import day_of
from taoli.matching.models import AgreementText, ChoiceRound, Pairing
from taoli.matching.phrases.agreement import SIDES, default_text
from taoli.matching.queries.closing import sides_of
from taoli.matching.queries.pairings import pairings
from taoli.matching.queries.rounds import with_scheme
from taoli.roster.models import Term

BOTH = ("mentor", "student")


@translation.override("zh-hans")
def sheets(actor: Actor, term: Term, ids: Collection[uuid.UUID]) -> list[Sheet]:
    """Return the agreement of each of the students within reach, with the words of their round."""
    pairs = pairings(actor, on=day_of(term)).filter(student_id__in=list(ids))
    rounds = _rounds(actor.school_id)
    return [sheet_of(row, *_words(row, rounds)) for row in pairs]


def sheet_of(row: Pairing, text: str, sides: Iterable[str]) -> Sheet:
    """Return the agreement of one pairing."""
    student, room = row.student, row.school_class.name
    data = {
        "mentor": row.mentor.name,
        "student": student.name,
        "room": room,
        "clauses": [one for one in text.splitlines() if one.strip()],
        "sides": [{"side": str(SIDES[side])} for side in sides],
    }
    return Sheet(student.pk, f"{room} {student.number} {student.name}", data)


def _rounds(school_id: int) -> list[tuple[ChoiceRound, str, tuple[str, ...]]]:
    """Return the published rounds that have an agreement, the newest first, each with its words; two queries."""
    rows = ChoiceRound.objects.of(school_id).filter(state=ChoiceRound.State.PUBLISHED)
    asked = [(one, sides) for one in with_scheme(rows).order_by("-created_at", "-id") if (sides := sides_of(one))]
    texts = AgreementText.objects.of(school_id).filter(round__in=[one for one, _sides in asked]).order_by("number")
    words = {row.round_id: row.text for row in texts}
    return [(one, words.get(one.pk) or default_text(sides), sides) for one, sides in asked]


def _words(row: Pairing, rounds: Iterable[tuple[ChoiceRound, str, tuple[str, ...]]]) -> tuple[str, tuple[str, ...]]:
    grade = str(row.school_class.grade_id)
    for choice, text, sides in rounds:
        if not choice.grades or grade in choice.grades:
            return text, sides
    return default_text(BOTH), BOTH
