"""The three messages of a published result: for whom, with what, and how they read before anything is sent."""

import uuid
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse

from taoli.matching.models import ChoiceRound, MatchRun, Seat
from taoli.matching.queries.closing import families
from taoli.matching.queries.meetings import meetings, time_and_place
from taoli.notifications.models import Notice
from taoli.notifications.queries.inbox import sentences
from taoli.notifications.queries.receivers import To
from taoli.schemes.queries import rules

Pair = tuple[uuid.UUID, uuid.UUID]
STUDENT, MENTOR, FAMILY = "paired_student", "paired_mentor", "paired_family"


@dataclass(frozen=True, slots=True)
class Told:
    """How many are told, and one of each message as it reads."""

    students: int
    mentors: int
    guardians: int
    slips: int
    student: str
    mentor: str
    family: str


def messages_of(choice: ChoiceRound, pairs: Sequence[Pair]) -> dict[str, list[To]]:
    """Return kind → receivers with what their sentence needs, of (student, mentor) pairs of a round."""
    known = meetings(choice)
    own = reverse("matching:my_mentor")
    guidances = [one.label for one in rules(choice.scheme).guidances]
    by_mentor: dict[uuid.UUID, list[str]] = defaultdict(list)
    for student, mentor in pairs:
        by_mentor[mentor].append(str(student))
    when = {mentor: time_and_place(known, mentor) for mentor in by_mentor}
    homes = families(choice.school_id, (student for student, _mentor in pairs))
    return {
        STUDENT: [To("student", student, {"mentor": str(mentor), **when[mentor]}, own) for student, mentor in pairs],
        MENTOR: [
            To("staff", mentor, {"student_ids": students, **when[mentor]}, reverse("matching:pairing_list"))
            for mentor, students in by_mentor.items()
        ],
        FAMILY: [
            To(
                kind,
                person,
                {"student": str(student), "mentor": str(mentor), "guidances": guidances, **when[mentor]},
                own,
                str(student),
            )
            for student, mentor in pairs
            for kind, person in homes[student]
        ],
    }


def told_of(run: MatchRun) -> Told:
    """Return whom publishing this draft tells what."""
    rows = Seat.objects.of(run.school_id).filter(run=run, student__left_on=None).order_by("student__sort_key", "id")
    found = messages_of(run.round, list(rows.values_list("student_id", "mentor_id")))
    slips = sum(one.kind == "family" for one in found[FAMILY])
    first = [Notice(kind=kind, params=dict(to[0].params)) for kind, to in found.items() if to]
    words = dict(zip((one.kind for one in first), sentences(run.school_id, first), strict=True))
    return Told(
        students=len(found[STUDENT]),
        mentors=len(found[MENTOR]),
        guardians=len({one.id for one in found[FAMILY]}) - slips,
        slips=slips,
        student=words.get(STUDENT, ""),
        mentor=words.get(MENTOR, ""),
        family=words.get(FAMILY, ""),
    )
