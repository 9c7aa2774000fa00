"""What stands on the papers of a round's last steps, as plain texts: names only, no rank, no layer, no telephone."""

import uuid
from dataclasses import dataclass

from taoli.common.policy import Actor
from taoli.matching.models import ChoiceRound, Pairing
from taoli.matching.queries.agreements import get_agreement_round, lines, text_of
from taoli.matching.queries.closing import sides_of
from taoli.matching.queries.letters import Letter, letters
from taoli.matching.queries.pairings import pairings
from taoli.matching.queries.rounds import get_round
from taoli.notifications.queries.slips import waiting_slips
from taoli.roster.models import SchoolClass


@dataclass(frozen=True, slots=True)
class AgreementWords:
    """The words of a round's agreement, and which sides sign."""

    text: str
    sides: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SlipLine:
    """One slip: to whom, and the sentence."""

    to: str
    sentence: str


@dataclass(frozen=True, slots=True)
class SlipSheet:
    """The slips of a class, or of the staff."""

    room: str
    slips: tuple[SlipLine, ...]


def agreement_papers(actor: Actor, pk: uuid.UUID, class_id: str) -> tuple[ChoiceRound, AgreementWords, list[Pairing]]:
    """Return the round, its words and the pairings within reach, of one class if named; 404 without such a round."""
    choice = get_agreement_round(actor, pk, "enter")
    found = [one.pairing for one in lines(actor, choice, "enter")]
    words = AgreementWords(text_of(choice), sides_of(choice))
    return choice, words, [one for one in found if class_id in {"", str(one.school_class_id)}]


def letter_papers(actor: Actor, pk: uuid.UUID, mentor_id: str) -> tuple[ChoiceRound, list[Letter]]:
    """Return the round and its letters, one mentor's if named; 404 without such a round."""
    choice = get_round(actor, pk, "edit")
    return choice, [one for one in letters(choice) if mentor_id in {"", str(one.mentor.pk)}]


def slip_sheets(actor: Actor) -> list[SlipSheet]:
    """Return the slips that wait to be printed, a sheet a class, staff last."""
    rooms: dict[str, list[SlipLine]] = {}
    for slip in waiting_slips(actor):
        rooms.setdefault(slip.room, []).append(SlipLine(slip.to, slip.sentence))
    return [SlipSheet(room, tuple(slips)) for room, slips in rooms.items()]


def class_pairings(actor: Actor) -> dict[SchoolClass, list[Pairing]]:
    """Return today's pairings within reach by class, in the order of the class."""
    rooms: dict[SchoolClass, list[Pairing]] = {}
    for row in pairings(actor):
        rooms.setdefault(row.school_class, []).append(row)
    return rooms
