"""After the pairings are published: whom the last steps are about, how far they are, whom each waits for."""

import uuid
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from taoli.accounts.models import Membership
from taoli.common import clock
from taoli.common.policy import Role
from taoli.engine.scheme.vocabulary import Actor as Who
from taoli.matching.models import Agreement, AppointmentLetter, ChoiceRound, FirstMeeting, Pairing, WishSheet
from taoli.matching.queries.pairings import BY_PLACE
from taoli.matching.queries.rounds import offers, round_students
from taoli.matching.queries.steps import roles_of, step_of
from taoli.notifications.phrases import slip_to
from taoli.roster.models import Guardianship

# Which side of the agreement an actor of the scheme stands on; the school's side is the stamp on the paper.
SIDES: Mapping[str, str] = {
    Who.MENTOR: Agreement.Side.MENTOR,
    Who.SUBJECT_TEACHER: Agreement.Side.MENTOR,
    Who.LEAD_MENTOR: Agreement.Side.MENTOR,
    Who.STUDENT: Agreement.Side.STUDENT,
    Who.GUARDIAN: Agreement.Side.GUARDIAN,
}


@dataclass(frozen=True, slots=True)
class Waiting:
    """Somebody a step waits for: a receiver of notices, with name and class (empty for staff)."""

    kind: str
    id: uuid.UUID
    name: str
    room: str = ""


def round_pairings(choice: ChoiceRound) -> list[Pairing]:
    """Return the pairings that hold for the students of a round, by class and number in class."""
    rows = Pairing.objects.of(choice.school_id).filter(ends=None, student__left_on=None)
    if choice.grades:
        rows = rows.filter(student__school_class__grade_id__in=choice.grades)
    return list(
        rows.select_related(
            "student", "mentor", "mentor__subject", "school_class", "school_class__grade", "group"
        ).order_by(*BY_PLACE)
    )


def sides_of(choice: ChoiceRound) -> tuple[str, ...]:
    """Return who signs the agreement of a round, in the scheme's order; nobody without such a step."""
    step = step_of(choice, "agreement")
    return tuple(dict.fromkeys(SIDES[who] for who in step.by if who in SIDES)) if step else ()


def agreements(choice: ChoiceRound) -> dict[uuid.UUID, Agreement]:
    """Return pairing → agreement, for those on which anybody has signed."""
    return {row.pairing_id: row for row in Agreement.objects.of(choice.school_id).filter(round=choice)}


def signed(row: Agreement | None, side: str) -> bool:
    """Say whether a side has signed."""
    return row is not None and getattr(row, f"{side}_on") is not None


def progress(choice: ChoiceRound, kind: str) -> tuple[int, int] | None:
    """Return how many of how many have done their part of one of the last steps; None for any other step."""
    count = COUNTS.get(kind)
    return count(choice) if count else None


def waiting(choice: ChoiceRound, kind: str) -> list[Waiting]:
    """Return everybody who has not yet done their part of a step; empty for steps in which nobody is reminded."""
    find = WAITING.get(kind)
    return find(choice) if find else []


def families(school_id: int, students: Iterable[uuid.UUID]) -> dict[uuid.UUID, list[tuple[str, uuid.UUID]]]:
    """Return student → receivers of what the family is told: guardians with an account, else the family on paper."""
    wanted = list(students)
    ties = Guardianship.objects.of(school_id).exclude(ends__lt=clock.today())
    accounts = set(
        Membership.objects.filter(school_id=school_id, person_kind="guardian").values_list("person_id", flat=True)
    )
    found: dict[uuid.UUID, list[tuple[str, uuid.UUID]]] = defaultdict(list)
    for student, guardian in ties.order_by("id").values_list("student_id", "guardian_id"):
        if guardian in accounts:
            found[student].append(("guardian", guardian))
    return {one: found.get(one) or [("family", one)] for one in wanted}


def _mentors(choice: ChoiceRound) -> dict[uuid.UUID, str]:
    rows = sorted({row.mentor for row in round_pairings(choice)}, key=lambda one: (one.sort_key, one.number))
    return {one.pk: one.name for one in rows}


def _agreed(choice: ChoiceRound) -> tuple[int, int]:
    sides, known, rows = sides_of(choice), agreements(choice), round_pairings(choice)
    return sum(all(signed(known.get(row.pk), side) for side in sides) for row in rows), len(rows)


def _handed(choice: ChoiceRound) -> tuple[int, int]:
    mentors = _mentors(choice)
    rows = AppointmentLetter.objects.of(choice.school_id).filter(round=choice)
    return len(mentors.keys() & set(rows.values_list("mentor_id", flat=True))), len(mentors)


def _held(choice: ChoiceRound) -> tuple[int, int]:
    mentors = _mentors(choice)
    return len(mentors.keys() & _having_met(choice)), len(mentors)


def _having_met(choice: ChoiceRound) -> set[uuid.UUID | None]:
    rows = FirstMeeting.objects.of(choice.school_id).filter(round=choice).exclude(held_on=None)
    return set(rows.values_list("mentor_id", flat=True))


def _not_chosen(choice: ChoiceRound) -> list[Waiting]:
    sheets = WishSheet.objects.of(choice.school_id).filter(round=choice).values_list("student_id", flat=True)
    done = set(sheets)
    rows = round_students(choice)
    return [Waiting("student", one.pk, one.name, one.school_class.name) for one in rows if one.pk not in done]


def _not_introduced(choice: ChoiceRound) -> list[Waiting]:
    step = step_of(choice, "publish_mentors")
    if step is None or Role.MENTOR not in roles_of(step):
        return []
    rows = [row for row in offers(choice) if not row.absent and row.maximum]
    return [Waiting("staff", row.staff_id, row.staff.name) for row in rows if not row.words]


def _not_signed(choice: ChoiceRound) -> list[Waiting]:
    sides, known, rows = sides_of(choice), agreements(choice), round_pairings(choice)
    homes = families(choice.school_id, [row.student_id for row in rows])
    found: dict[tuple[str, uuid.UUID], Waiting] = {}
    for row in rows:
        missing = {side for side in sides if not signed(known.get(row.pk), side)}
        if Agreement.Side.STUDENT in missing:
            found["student", row.student_id] = Waiting(
                "student", row.student_id, row.student.name, row.school_class.name
            )
        if Agreement.Side.MENTOR in missing:
            found["staff", row.mentor_id] = Waiting("staff", row.mentor_id, row.mentor.name)
        if Agreement.Side.GUARDIAN in missing:
            for kind, pk in homes[row.student_id]:
                found[kind, pk] = Waiting(kind, pk, slip_to(kind, row.student.name), row.school_class.name)
    return list(found.values())


def _not_met(choice: ChoiceRound) -> list[Waiting]:
    met = _having_met(choice)
    return [Waiting("staff", pk, name) for pk, name in _mentors(choice).items() if pk not in met]


COUNTS: Mapping[str, Callable[[ChoiceRound], tuple[int, int]]] = {
    "agreement": _agreed,
    "appointment_letter": _handed,
    "first_meeting": _held,
}
# Steps in which people are reminded, and how it is known who has not yet acted.
WAITING: Mapping[str, Callable[[ChoiceRound], list[Waiting]]] = {
    "publish_mentors": _not_introduced,
    "student_choice": _not_chosen,
    "agreement": _not_signed,
    "first_meeting": _not_met,
}
