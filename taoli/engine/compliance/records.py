"""Which records count for which subject of a duty."""

from collections.abc import Iterable, Mapping
from datetime import date

from taoli.engine.compliance.subjects import Owed, of_one_pairing
from taoli.engine.facts import Act, Leave
from taoli.engine.scheme.duties import Duty
from taoli.engine.scheme.fulfilment import why_not
from taoli.engine.scheme.vocabulary import FulfilledBy, Subject

Leaves = Mapping[str, tuple[Leave, ...]]


def by_person(leaves: Iterable[Leave]) -> Leaves:
    """Leaves grouped by the person away."""
    found: dict[str, tuple[Leave, ...]] = {}
    for leave in leaves:
        found[leave.person_id] = (*found.get(leave.person_id, ()), leave)
    return found


class Records:
    """The records that can fulfil one duty up to a day, found by student, by unit and by the person who did
    them.
    """

    def __init__(self, duty: Duty, acts: Iterable[Act], as_of: date, leaves: Leaves) -> None:
        self.duty = duty
        self.leaves = leaves
        self.of_student: dict[str, list[Act]] = {}
        self.of_unit: dict[str, list[Act]] = {}
        self.of_person: dict[str, list[Act]] = {}
        for act in acts:
            if act.on <= as_of and why_not(duty, act) is None:
                for student_id in act.student_ids:
                    self.of_student.setdefault(student_id, []).append(act)
                self.of_person.setdefault(act.by, []).append(act)
                if act.unit_id is not None:
                    self.of_unit.setdefault(act.unit_id, []).append(act)

    def counting(self, owed: Owed) -> list[Act]:
        """Records for one subject by someone who may fulfil it, in order of day and id."""
        found = {act.id: act for act in self._near(owed) if self._by_right_person(owed.mentor_id, act)}
        return sorted(found.values(), key=lambda act: (act.on, act.id))

    def _near(self, owed: Owed) -> Iterable[Act]:
        subject = self.duty.subject
        if of_one_pairing(self.duty):
            return self.of_student.get(owed.subject_id, ())
        if subject == Subject.GROUP:
            of_members = [act for student in owed.members for act in self.of_student.get(student, ())]
            return [
                *self.of_unit.get(owed.subject_id, ()),
                *(act for act in of_members if not act.one_to_one),
            ]
        if subject in {Subject.CLASS, Subject.GRADE}:
            return self.of_unit.get(owed.subject_id, ())
        people = {owed.mentor_id, *(leave.substitute_id for leave in self.leaves.get(owed.mentor_id, ()))}
        return [act for person in people if person for act in self.of_person.get(person, ())]

    def _by_right_person(self, mentor_id: str, act: Act) -> bool:
        if act.by == mentor_id or self.duty.fulfilled_by == FulfilledBy.ANY_MENTOR:
            return True
        if self.duty.who != "mentor":
            return act.by in act.student_ids
        return self.duty.fulfilled_by == FulfilledBy.SUBSTITUTE and any(
            leave.substitute_id == act.by and leave.starts <= act.on <= (leave.ends or date.max)
            for leave in self.leaves.get(mentor_id, ())
        )
