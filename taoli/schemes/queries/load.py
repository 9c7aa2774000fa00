"""The load of a scheme in a school, ready to show."""

from collections.abc import Sequence
from dataclasses import dataclass

from taoli.engine.load import LoadPart, Minutes, RoleLoad, SchoolNumbers, limits, role_loads
from taoli.engine.scheme import Clause, Scheme
from taoli.schemes.phrases.load import figure, hours, limit_sentence, part_notes
from taoli.schemes.phrases.words import role_word

WHOLE = 100


@dataclass(frozen=True, slots=True)
class PartRow:
    """One duty, conference or training of a role; `bar`: its share of the heaviest, 0 to 100."""

    label: str
    notes: str
    minutes: str
    bar: int
    clause: Clause
    recorded: bool


@dataclass(frozen=True, slots=True)
class RoleRow:
    """What one person of a role gives a week; `students`, `classes`: whom this is reckoned for."""

    role: str
    key: str
    holders: int
    hours: str
    unrecorded: str
    students: object
    classes: object
    middle: str
    most: str
    most_students: object
    most_classes: object
    parts: tuple[PartRow, ...]
    waiting: tuple[str, ...]
    as_needed: tuple[str, ...]


def load_rows(scheme: Scheme, numbers: SchoolNumbers, minutes: Minutes) -> list[RoleRow]:
    """Return every role's week, mentors first."""
    return [_role(scheme, one) for one in role_loads(scheme, numbers, minutes)]


def limit_sentences(scheme: Scheme, numbers: SchoolNumbers, minutes: Minutes) -> list[str]:
    """Return where the scheme cannot be met or is hard."""
    return [limit_sentence(scheme, one) for one in limits(scheme, numbers, minutes)]


def _role(scheme: Scheme, one: RoleLoad) -> RoleRow:
    load, deal, most = one.load, one.deal, one.most_deal
    return RoleRow(
        role=role_word(scheme, one.role.value),
        key=one.role.value,
        holders=one.holders,
        hours=hours(load.minutes),
        unrecorded=hours(load.unrecorded) if load.unrecorded else "",
        students=figure(round(deal.students, 1)),
        classes=figure(round(deal.classes, 1)),
        middle=hours(one.middle) if one.middle is not None else "",
        most=hours(one.most) if one.most is not None else "",
        most_students=figure(most.students) if most else "",
        most_classes=figure(most.classes) if most else "",
        parts=_parts(load.parts),
        waiting=load.open,
        as_needed=load.as_needed,
    )


def _parts(parts: Sequence[LoadPart]) -> tuple[PartRow, ...]:
    heaviest = max((part.minutes for part in parts), default=0) or 1
    return tuple(
        PartRow(
            part.label,
            part_notes(part),
            str(figure(round(part.minutes, 1))),
            round(part.minutes / heaviest * WHOLE),
            part.clause,
            part.recorded,
        )
        for part in parts
    )
