"""What a student, or a family, sees of the own pairing."""

from dataclasses import dataclass

from taoli.common.policy import Actor, Role
from taoli.matching.models import ChoiceRound, Pairing
from taoli.matching.queries.meetings import meetings_ahead
from taoli.matching.queries.pairings import own_pairings
from taoli.matching.queries.rounds import open_choice
from taoli.matching.queries.why import own_lines
from taoli.schemes.queries import published, rules


@dataclass(frozen=True, slots=True)
class Mine:
    """The own pairings (a guardian may have several children), why this mentor, what a mentor does, when they meet."""

    pairings: list[Pairing]
    why: list[str]
    texts: list[str]
    guidances: list[str]
    choice: ChoiceRound | None
    family: bool
    meetings: list[str]


def mine_of(actor: Actor) -> Mine:
    """Return the page of who asks; why is told to the student only."""
    found = own_pairings(actor)
    version = published(actor.school_id)
    scheme = rules(version) if version else None
    student = actor.holds(Role.STUDENT)
    return Mine(
        pairings=found,
        why=own_lines(found[0]) if student and found else [],
        texts=[text.text for text in scheme.texts if text.kind in {"role", "how_to"}] if scheme else [],
        guidances=[one.label for one in scheme.guidances] if scheme else [],
        choice=open_choice(actor) if student else None,
        family=not student,
        meetings=list(meetings_ahead(actor.school_id, found).values()),
    )
