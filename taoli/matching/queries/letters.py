"""Letters of appointment of a round: one a mentor."""

import datetime as dt
import uuid
from dataclasses import dataclass

from taoli.matching.models import AppointmentLetter, ChoiceRound, Pairing
from taoli.matching.queries.closing import round_pairings
from taoli.roster.models import Staff


@dataclass(frozen=True, slots=True)
class Letter:
    """A mentor of the round, the students by class, and when the letter was handed out."""

    mentor: Staff
    pairings: list[Pairing]
    handed_on: dt.date | None


def letters(choice: ChoiceRound) -> list[Letter]:
    """Return a line a mentor who has students of the round, by name."""
    rows = AppointmentLetter.objects.of(choice.school_id).filter(round=choice)
    handed = dict(rows.values_list("mentor_id", "handed_on"))
    found: dict[uuid.UUID, list[Pairing]] = {}
    for row in round_pairings(choice):
        found.setdefault(row.mentor_id, []).append(row)
    lines = [Letter(own[0].mentor, own, handed.get(pk)) for pk, own in found.items()]
    return sorted(lines, key=lambda one: (one.mentor.sort_key, one.mentor.number))
