"""What stands on the papers of a round's last steps, as plain texts: names only, no rank, no layer, no telephone."""

import uuid
from dataclasses import dataclass

from taoli.common.policy import Actor
from taoli.matching.models import ChoiceRound, Pairing
from taoli.matching.phrases.agreement import SIDES
from taoli.matching.queries.agreements import get_agreement_round, lines, text_of
from taoli.matching.queries.closing import sides_of
from taoli.matching.queries.letters import letters
from taoli.matching.queries.pairings import pairings
from taoli.matching.queries.rounds import get_round
from taoli.notifications.queries.slips import waiting_slips


@dataclass(frozen=True, slots=True)
class AgreementPaper:
    """One agreement."""

    mentor: str
    student: str
    room: str
    clauses: tuple[str, ...]
    sides: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LetterPaper:
    """One letter of appointment."""

    mentor: str
    count: int
    students: str


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


@dataclass(frozen=True, slots=True)
class ClassLine:
    """A student of a class and the mentor."""

    no: int
    student: str
    group: str
    mentor: str
    subject: str


@dataclass(frozen=True, slots=True)
class ClassSheet:
    """A class on one page."""

    room: str
    lines: tuple[ClassLine, ...]


def agreement_papers(actor: Actor, pk: uuid.UUID, class_id: str) -> tuple[ChoiceRound, list[AgreementPaper]]:
    """Return the round and the agreements within reach, of one class if named; 404 without such a round."""
    choice = get_agreement_round(actor, pk, "enter")
    clauses = tuple(one for one in text_of(choice).splitlines() if one.strip())
    sides = tuple(str(SIDES[side]) for side in sides_of(choice))
    found = [
        AgreementPaper(one.pairing.mentor.name, one.pairing.student.name, one.pairing.school_class.name, clauses, sides)
        for one in lines(actor, choice, "enter")
        if class_id in {"", str(one.pairing.school_class_id)}
    ]
    return choice, found


def letter_papers(actor: Actor, pk: uuid.UUID, mentor_id: str) -> tuple[ChoiceRound, list[LetterPaper]]:
    """Return the round and its letters, one mentor's if named; 404 without such a round."""
    choice = get_round(actor, pk, "edit")
    found = [
        LetterPaper(one.mentor.name, len(one.pairings), _by_class(one.pairings))
        for one in letters(choice)
        if mentor_id in {"", str(one.mentor.pk)}
    ]
    return choice, found


def slip_sheets(actor: Actor) -> list[SlipSheet]:
    """Return the slips that wait to be printed, a sheet a class, staff last."""
    rooms: dict[str, list[SlipLine]] = {}
    for slip in waiting_slips(actor):
        rooms.setdefault(slip.room, []).append(SlipLine(slip.to, slip.sentence))
    return [SlipSheet(room, tuple(slips)) for room, slips in rooms.items()]


def class_sheets(actor: Actor) -> list[ClassSheet]:
    """Return today's pairings within reach, a sheet a class, in the order of the class."""
    rooms: dict[str, list[ClassLine]] = {}
    for row in pairings(actor):
        own = rooms.setdefault(row.school_class.name, [])
        own.append(
            ClassLine(
                no=len(own) + 1,
                student=row.student.name,
                group=row.group.name if row.group else "",
                mentor=row.mentor.name,
                subject=row.mentor.subject.name if row.mentor.subject else "",
            )
        )
    return [ClassSheet(room, tuple(found)) for room, found in rooms.items()]


def _by_class(own: list[Pairing]) -> str:
    rooms: dict[str, list[str]] = {}
    for row in own:
        rooms.setdefault(row.school_class.name, []).append(row.student.name)
    return "；".join(f"{room} {'、'.join(names)}" for room, names in rooms.items())
