"""Which records count for which subject of a duty, laid into the duty's windows in one pass."""

from collections.abc import Iterable, Mapping
from datetime import date

from taoli.engine.compliance.subjects import Owed, of_one_pairing
from taoli.engine.compliance.windows import Places, Window
from taoli.engine.facts import Act, Leave
from taoli.engine.scheme.duties import Duty
from taoli.engine.scheme.fulfilment import why_not
from taoli.engine.scheme.vocabulary import Actor, FulfilledBy, Subject

Leaves = Mapping[str, tuple[Leave, ...]]
ByKind = Mapping[str, list[Act]]
ByWindow = dict[int, list[Act]]
EVERYBODY = ""  # the one who did it, where it does not matter who


def by_person(leaves: Iterable[Leave]) -> Leaves:
    """Leaves grouped by the person away."""
    found: dict[str, tuple[Leave, ...]] = {}
    for leave in leaves:
        found[leave.person_id] = (*found.get(leave.person_id, ()), leave)
    return found


def by_kind(acts: Iterable[Act], as_of: date) -> ByKind:
    """What was done up to a day, by kind; attempts count for nothing."""
    found: dict[str, list[Act]] = {}
    for act in acts:
        if act.made and act.on <= as_of:
            found.setdefault(act.kind, []).append(act)
    return found


class Records:
    """The records that can fulfil one duty, by who did them with which student (or for which unit), by window."""

    def __init__(self, duty: Duty, stretch: tuple[Window, ...], acts: ByKind, leaves: Leaves) -> None:
        self.duty, self.leaves = duty, leaves
        self.single = of_one_pairing(duty)
        self.found: dict[tuple[str, str], ByWindow] = {}
        self.of_person: dict[str, ByWindow] = {}
        self.of_unit: dict[str, ByWindow] = {}
        places = Places(stretch)
        suiting = _suiting(duty, acts)
        if self.single and duty.who == Actor.MENTOR and duty.fulfilled_by != FulfilledBy.ANY_MENTOR:
            self._lay_by_pair(suiting, places)
        else:
            self._lay(suiting, places)

    def _lay_by_pair(self, acts: Iterable[Act], places: Places) -> None:
        found = self.found
        for act in acts:
            place = places[act.on]
            if place >= 0:
                by = act.by
                for student_id in act.student_ids:
                    cells = found.get((by, student_id))
                    if cells is None:
                        found[by, student_id] = {place: [act]}
                    elif place in cells:
                        cells[place].append(act)
                    else:
                        cells[place] = [act]

    def _lay(self, acts: Iterable[Act], places: Places) -> None:
        for act in acts:
            place = places[act.on]
            if place >= 0:
                for student_id in act.student_ids:
                    self.found.setdefault((EVERYBODY, student_id), {}).setdefault(place, []).append(act)
                self.of_person.setdefault(act.by, {}).setdefault(place, []).append(act)
                if act.unit_id is not None:
                    self.of_unit.setdefault(act.unit_id, {}).setdefault(place, []).append(act)

    def of(self, owed: Owed) -> ByWindow:
        """Records for one subject by someone who may fulfil it, by the place of the window they count in."""
        if self.single and not self.of_person:
            return self._of_pair(owed)
        found: ByWindow = {}
        for cells in self._near(owed):
            for place, acts in cells.items():
                mine = [act for act in acts if self._by_right_person(owed.mentor_id, act)]
                if mine:
                    found.setdefault(place, []).extend(mine)
        return found

    def _of_pair(self, owed: Owed) -> ByWindow:
        """What the mentor himself did with the student, and what others did in his place."""
        student = owed.subject_id
        found = self.found.get((owed.mentor_id, student), {})
        leaves = self.leaves.get(owed.mentor_id, ()) if self.duty.fulfilled_by == FulfilledBy.SUBSTITUTE else ()
        others = [(leave.substitute_id, leave.starts, leave.ends or date.max) for leave in leaves]
        others += [(mentor_id, *stretch) for mentor_id, stretch in owed.before]
        for person, starts, ends in others:
            for place, acts in self.found.get((person or EVERYBODY, student), {}).items():
                inside = [act for act in acts if starts <= act.on <= ends]
                found = {**found, place: [*found.get(place, ()), *inside]}
        return found

    def _near(self, owed: Owed) -> list[ByWindow]:
        subject = self.duty.subject
        if self.single:
            return [self.found.get((EVERYBODY, owed.subject_id), {})]
        if subject == Subject.GROUP:
            of_members = [self.found.get((EVERYBODY, student), {}) for student in owed.members]
            together = [
                {place: [act for act in acts if not act.one_to_one] for place, acts in cells.items()}
                for cells in of_members
            ]
            return [self.of_unit.get(owed.subject_id, {}), *together]
        if subject in {Subject.CLASS, Subject.GRADE}:
            return [self.of_unit.get(owed.subject_id, {})]
        people = {owed.mentor_id, *(leave.substitute_id for leave in self.leaves.get(owed.mentor_id, ()))}
        return [self.of_person.get(person, {}) for person in people if person]

    def _by_right_person(self, mentor_id: str, act: Act) -> bool:
        if act.by == mentor_id or self.duty.fulfilled_by == FulfilledBy.ANY_MENTOR:
            return True
        if self.duty.who != Actor.MENTOR:
            return act.by in act.student_ids
        return self.duty.fulfilled_by == FulfilledBy.SUBSTITUTE and any(
            leave.substitute_id == act.by and leave.starts <= act.on <= (leave.ends or date.max)
            for leave in self.leaves.get(mentor_id, ())
        )


def _suiting(duty: Duty, acts: ByKind) -> Iterable[Act]:
    """The records of the duty's kinds that meet its conditions."""
    of_kinds = [acts[kind] for kind in duty.kinds if kind in acts]
    plain = not duty.channels and duty.min_minutes is None and not duty.one_to_one and not duty.planned_before
    if plain and len(of_kinds) == 1:
        return of_kinds[0]
    return [act for some in of_kinds for act in some if plain or why_not(duty, act) is None]
