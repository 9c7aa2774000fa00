"""To whom a duty is owed and over which days: pairings, cut to the marks a duty is limited to."""

from collections.abc import Iterable, Iterator, Mapping
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
    """One subject of one duty: the stretches of days in which it can be owed, in order, apart."""

    subject_id: str
    mentor_id: str
    pairing_id: str | None
    stretches: tuple[Stretch, ...]
    members: frozenset[str]


def by_student(marks: Iterable[Mark]) -> Marks:
    """Marks grouped by student."""
    found: dict[str, tuple[Mark, ...]] = {}
    for mark in marks:
        found[mark.student_id] = (*found.get(mark.student_id, ()), mark)
    return found


def owed_subjects(duty: Duty, pairings: Iterable[Pairing], marks: Marks) -> tuple[Owed, ...]:
    """Every subject of a duty, in the order of mentor, subject and pairing."""
    found = _each_pairing(duty, pairings, marks) if of_one_pairing(duty) else _each_group(duty, pairings, marks)
    return tuple(sorted(found, key=lambda owed: (owed.mentor_id, owed.subject_id, owed.pairing_id or "")))


def of_one_pairing(duty: Duty) -> bool:
    """Whether a duty is owed within each pairing, not once per group, class or mentor."""
    return duty.subject in {Subject.MENTEE, Subject.FAMILY} or duty.who == Actor.STUDENT


def _each_pairing(duty: Duty, pairings: Iterable[Pairing], marks: Marks) -> Iterator[Owed]:
    for pairing in pairings:
        if stretches := _stretches(duty, pairing, marks):
            student = pairing.student_id
            yield Owed(student, pairing.mentor_id, pairing.id, merged(stretches), frozenset({student}))


def _each_group(duty: Duty, pairings: Iterable[Pairing], marks: Marks) -> Iterator[Owed]:
    stretches: dict[tuple[str, str], list[Stretch]] = {}
    members: dict[tuple[str, str], set[str]] = {}
    for pairing in pairings:
        if days := _stretches(duty, pairing, marks):
            place = (pairing.mentor_id, _subject_id(duty.subject, pairing))
            stretches.setdefault(place, []).extend(days)
            members.setdefault(place, set()).add(pairing.student_id)
    for (mentor_id, subject_id), days in stretches.items():
        people = frozenset(members[mentor_id, subject_id])
        yield Owed(subject_id, mentor_id, None, merged(days), people)


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
