"""Which records count for which subject of a duty, in which of its windows."""

import itertools
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from taoli.engine.compliance.subjects import Owed, Stretch, of_one_pairing
from taoli.engine.compliance.windows import Places, Window
from taoli.engine.facts import Act, Leave
from taoli.engine.scheme.duties import Duty
from taoli.engine.scheme.fulfilment import why_not
from taoli.engine.scheme.vocabulary import Actor, FulfilledBy, Subject

Leaves = Mapping[str, tuple[Leave, ...]]
ByKind = Mapping[str, list[Act]]
ByWindow = dict[int, tuple[str, ...]]
Done = tuple[date, str]  # the day and the id of a record


def by_person(leaves: Iterable[Leave]) -> Leaves:
    """Leaves grouped by the person away."""
    found: dict[str, tuple[Leave, ...]] = {}
    for leave in leaves:
        found[leave.person_id] = (*found.get(leave.person_id, ()), leave)
    return found


def by_kind(acts: Iterable[Act], as_of: date) -> ByKind:
    """What was done up to a day, by kind; attempts count for nothing."""
    found: dict[str, list[Act]] = defaultdict(list)
    for act in acts:
        if act.made and act.on <= as_of:
            found[act.kind].append(act)
    return found


class Records:
    """The records that can fulfil one duty, found by who did them with which student, or by unit."""

    def __init__(self, duty: Duty, stretch: tuple[Window, ...], acts: ByKind, leaves: Leaves) -> None:
        self.duty, self.leaves, self.places = duty, leaves, Places(stretch)
        self.opens = min((window.opens for window in stretch), default=date.min)
        self.closes = max((window.closes for window in stretch), default=date.max)
        self.of_pair: dict[tuple[str, str], list[Done]] = defaultdict(list)
        self.of_student: dict[str, list[Act]] = defaultdict(list)
        self.of_person: dict[str, list[Act]] = defaultdict(list)
        self.of_unit: dict[str, list[Act]] = defaultdict(list)
        single = of_one_pairing(duty)
        self.by_pair = single and duty.who == Actor.MENTOR and duty.fulfilled_by != FulfilledBy.ANY_MENTOR
        suiting = _suiting(duty, acts)
        if self.by_pair:
            found = self.of_pair
            for act in suiting:
                done = (act.on, act.id)
                for student_id in act.student_ids:
                    found[act.by, student_id].append(done)
        else:
            self._by_all(suiting)

    def _by_all(self, acts: Iterable[Act]) -> None:
        together = self.duty.subject == Subject.GROUP and not of_one_pairing(self.duty)
        for act in acts:
            if not (together and act.one_to_one):
                for student_id in act.student_ids:
                    self.of_student[student_id].append(act)
            self.of_person[act.by].append(act)
            if act.unit_id is not None:
                self.of_unit[act.unit_id].append(act)

    def of(self, owed: Owed) -> ByWindow:
        """Ids of the records for one subject, on its days and by someone who may fulfil it, by the place of the window
        in which they count; of each window in order of day and id, each once.
        """
        found: ByWindow = {}
        places, last = self.places, None
        for done in sorted(self._of_pair(owed) if self.by_pair else self._of_all(owed)):
            place = places[done[0]]
            if place >= 0 and done != last:
                last = done
                if place in found:
                    found[place] += (done[1],)
                else:
                    found[place] = (done[1],)
        return found

    def _of_pair(self, owed: Owed) -> list[Done]:
        """What the mentor himself did with the student, and what others did in his place or before him."""
        student = owed.subject_id
        found = self.of_pair.get((owed.mentor_id, student), [])
        leaves = self.leaves.get(owed.mentor_id, ()) if self.duty.fulfilled_by == FulfilledBy.SUBSTITUTE else ()
        for leave in leaves:
            if leave.substitute_id is not None:
                stretch = (leave.starts, leave.ends or date.max)
                found = found + _within(self.of_pair.get((leave.substitute_id, student), []), (stretch,))
        starts, ends = owed.stretches[0]
        if self.opens < starts or ends < self.closes:
            found = _within(found, owed.stretches)
        for mentor_id, stretch in owed.before:
            found = found + _within(self.of_pair.get((mentor_id, student), []), (stretch,))
        return found

    def _of_all(self, owed: Owed) -> set[Done]:
        stretches = (*owed.stretches, *(stretch for _mentor, stretch in owed.before))
        found: set[Done] = set()
        for act in self._near(owed):
            done = (act.on, act.id)
            if done not in found and self._by_right_person(owed.mentor_id, act) and _within([done], stretches):
                found.add(done)
        return found

    def _near(self, owed: Owed) -> Iterable[Act]:
        subject = self.duty.subject
        if of_one_pairing(self.duty):
            return self.of_student.get(owed.subject_id, ())
        if subject == Subject.GROUP:
            of_members = (act for student in owed.members for act in self.of_student.get(student, ()))
            return itertools.chain(self.of_unit.get(owed.subject_id, ()), of_members)
        if subject in {Subject.CLASS, Subject.GRADE}:
            return self.of_unit.get(owed.subject_id, ())
        stood_in = self.leaves.get(owed.mentor_id, ()) if self.duty.fulfilled_by == FulfilledBy.SUBSTITUTE else ()
        people = {owed.mentor_id, *(leave.substitute_id for leave in stood_in)}
        return [act for person in people if person for act in self.of_person.get(person, ())]

    def _by_right_person(self, mentor_id: str, act: Act) -> bool:
        if act.by == mentor_id or self.duty.fulfilled_by == FulfilledBy.ANY_MENTOR:
            return True
        if self.duty.who != Actor.MENTOR:
            return act.by in act.student_ids
        return self.duty.fulfilled_by == FulfilledBy.SUBSTITUTE and any(
            leave.substitute_id == act.by and leave.starts <= act.on <= (leave.ends or date.max)
            for leave in self.leaves.get(mentor_id, ())
        )


def _within(done: list[Done], stretches: tuple[Stretch, ...]) -> list[Done]:
    return [one for one in done if any(starts <= one[0] <= ends for starts, ends in stretches)]


def _suiting(duty: Duty, acts: ByKind) -> Iterable[Act]:
    """The records of the duty's kinds that meet its conditions."""
    of_kinds = [acts[kind] for kind in duty.kinds if kind in acts]
    plain = not duty.channels and duty.min_minutes is None and not duty.one_to_one and not duty.planned_before
    if plain and len(of_kinds) == 1:
        return of_kinds[0]
    return [act for some in of_kinds for act in some if plain or why_not(duty, act) is None]
