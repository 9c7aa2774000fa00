"""To whom a duty is owed and over which days: pairings, cut to the marks a duty is limited to."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from taoli.engine.facts import Mark, Pairing
from taoli.engine.scheme.duties import Duty
from taoli.engine.scheme.vocabulary import Actor, Subject

Stretch = tuple[date, date]
Marks = Mapping[str, tuple[Mark, ...]]
WHOLE_SCHOOL = "school"


@dataclass(frozen=True, slots=True)
class Owed:
    """One subject of one duty: the stretches of days in which it can be owed, in order, apart; `before`: which mentors
    had the student earlier, and when, where the successor answers for it.
    """

    subject_id: str
    mentor_id: str
    pairing_id: str | None
    stretches: tuple[Stretch, ...]
    members: frozenset[str] = frozenset()
    before: tuple[tuple[str, Stretch], ...] = ()


class Subjects:
    """The subjects of duties, each kind of them found once: many duties are owed to the same pairings."""

    def __init__(self, pairings: Sequence[Pairing], marks: Iterable[Mark], earlier: Iterable[Pairing] = ()) -> None:
        self.pairings = pairings
        self.marks = by_student(marks)
        self.earlier: dict[str, list[Pairing]] = {}
        for one in {pairing.id: pairing for pairing in (*pairings, *earlier)}.values():
            self.earlier.setdefault(one.student_id, []).append(one)
        self.known: dict[tuple[Subject | None, tuple[str, ...], bool], tuple[Owed, ...]] = {}

    def of(self, duty: Duty, *, taken_over: bool) -> tuple[Owed, ...]:
        """Every subject of a duty, in the order of mentor, subject and pairing."""
        single = of_one_pairing(duty)
        place = (None if single else duty.subject, duty.only_for, taken_over)
        if place not in self.known:
            found = self._each_pairing(duty, taken_over=taken_over) if single else self._each_group(duty)
            self.known[place] = tuple(
                sorted(found, key=lambda owed: (owed.mentor_id, owed.subject_id, owed.pairing_id or ""))
            )
        return self.known[place]

    def _each_pairing(self, duty: Duty, *, taken_over: bool) -> Iterator[Owed]:
        for pairing in self.pairings:
            if stretches := _stretches(duty, pairing, self.marks):
                before = self._before(duty, pairing) if taken_over else ()
                yield Owed(pairing.student_id, pairing.mentor_id, pairing.id, merged(stretches), before=before)

    def _before(self, duty: Duty, pairing: Pairing) -> tuple[tuple[str, Stretch], ...]:
        """The student's mentors before this one, the earliest first."""
        ended = (one for one in self.earlier[pairing.student_id] if one.ends is not None and one.ends < pairing.starts)
        return tuple(
            (one.mentor_id, stretch)
            for one in sorted(ended, key=lambda one: (one.starts, one.id))
            for stretch in _stretches(duty, one, self.marks)
        )

    def _each_group(self, duty: Duty) -> Iterator[Owed]:
        stretches: dict[tuple[str, str], list[Stretch]] = {}
        members: dict[tuple[str, str], set[str]] = {}
        for pairing in self.pairings:
            if days := _stretches(duty, pairing, self.marks):
                place = (pairing.mentor_id, _subject_id(duty.subject, pairing))
                stretches.setdefault(place, []).extend(days)
                members.setdefault(place, set()).add(pairing.student_id)
        for (mentor_id, subject_id), days in stretches.items():
            people = frozenset(members[mentor_id, subject_id])
            yield Owed(subject_id, mentor_id, None, merged(days), people)


def by_student(marks: Iterable[Mark]) -> Marks:
    """Marks grouped by student."""
    found: dict[str, tuple[Mark, ...]] = {}
    for mark in marks:
        found[mark.student_id] = (*found.get(mark.student_id, ()), mark)
    return found


def of_one_pairing(duty: Duty) -> bool:
    """Whether a duty is owed within each pairing, not once per group, class or mentor."""
    return duty.subject in {Subject.MENTEE, Subject.FAMILY} or duty.who == Actor.STUDENT


def _subject_id(subject: Subject, pairing: Pairing) -> str:
    """Students mentored one by one form one group: their mentor's."""
    if subject == Subject.GROUP:
        return pairing.unit_id or pairing.mentor_id
    if subject == Subject.CLASS:
        return pairing.class_id
    if subject == Subject.GRADE:
        return pairing.grade_id
    return WHOLE_SCHOOL if subject == Subject.SCHOOL else pairing.mentor_id


def _stretches(duty: Duty, pairing: Pairing, marks: Marks) -> list[Stretch]:
    whole = (pairing.starts, pairing.ends or date.max)
    if not duty.only_for:
        return [whole]
    marked = [
        (max(mark.starts, whole[0]), min(mark.ends or date.max, whole[1]))
        for mark in marks.get(pairing.student_id, ())
        if mark.code in duty.only_for
    ]
    return [stretch for stretch in marked if stretch[0] <= stretch[1]]


def merged(stretches: Iterable[Stretch]) -> tuple[Stretch, ...]:
    """The same days as stretches in order that do not overlap."""
    found: list[Stretch] = []
    for starts, ends in sorted(stretches):
        if found and starts <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], ends))
        else:
            found.append((starts, ends))
    return tuple(found)
