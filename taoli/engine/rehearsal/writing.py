"""A term of acts: of everything that is owed, what each mentor did, by his profile; the same for the same seed."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from taoli.engine.calendar import SchoolCalendar, Term, slot_days, teaching_days
from taoli.engine.compliance import cells
from taoli.engine.facts import Act, Cell, Leave
from taoli.engine.rehearsal.events import Course
from taoli.engine.rehearsal.profiles import GAMER, LAST_NIGHT, Profile
from taoli.engine.rehearsal.values import amended
from taoli.engine.scheme import Duty, Scheme
from taoli.engine.scheme.vocabulary import Actor, Channel, FulfilledBy, Kind, Subject

CHANNELS: dict[str, str] = {
    Kind.FAMILY_CONTACT: Channel.PHONE,
    Kind.HOME_VISIT: Channel.IN_HOME,
    Kind.PLAN: Channel.PAPER,
    Kind.CASE_ANALYSIS: Channel.PAPER,
    Kind.SUMMARY: Channel.PAPER,
    Kind.TERM_EVALUATION: Channel.PAPER,
    Kind.PERFORMANCE_NOTE: Channel.PAPER,
    Kind.ARCHIVE_ENTRY: Channel.PAPER,
    Kind.REFLECTION: Channel.PAPER,
    Kind.STUDENT_REPORT: Channel.PAPER,
}
MINUTES = (10, 15, 20, 30)
PRESENT = 0.85
THEMED = 0.7
SHORT = 5  # minutes of a talk between two doors, which no duty with a length takes


@dataclass
class Book:
    """The records of the term, by and by."""

    random: Random
    guidances: tuple[str, ...]
    acts: list[Act]
    chips: dict[str, tuple[str, ...]]

    def write(self, act: Act) -> Act:
        """Enter a record under the next number, with one or two topics of the scheme ticked."""
        act = amended(act, id=f"a{len(self.acts) + 1:06}")
        self.acts.append(act)
        if act.made and self.guidances:
            first = self.random.randrange(len(self.guidances))
            self.chips[act.id] = tuple({self.guidances[first], self.guidances[first - self.random.randrange(2)]})
        return act


def write_term(
    scheme: Scheme, calendar: SchoolCalendar, term: Term, course: Course, profiles: Mapping[str, Profile], seed: int
) -> Book:
    """Every act of the term: an empty term is asked what it owes, and each mentor does his part of that."""
    book = Book(Random(f"writing {seed}"), tuple(one.key for one in scheme.guidances), [], {})
    owed = cells(scheme, calendar, term, course.pairings, (), term.ends, course.marks, course.leaves)
    slots = slot_days(calendar, term, scheme.cycle) if scheme.cycle else ()
    pen = Pen(scheme, teaching_days(calendar, term.starts, term.ends), slots, course, book)
    shared: dict[tuple[str, str, str], Act] = {}
    for cell in owed:
        if cell.state != "exempt":
            pen.fulfil(scheme.duty(cell.duty_key), cell, profiles[cell.mentor_id], shared)
    for mentor, profile in profiles.items():
        if profile is GAMER:
            pen.last_night(mentor)
    return book


@dataclass(frozen=True)
class Pen:
    """Writes acts for cells."""

    scheme: Scheme
    taught: tuple[date, ...]
    slots: tuple[date, ...]
    course: Course
    book: Book

    def fulfil(self, duty: Duty, cell: Cell, profile: Profile, shared: dict[tuple[str, str, str], Act]) -> None:
        """Do what the profile does of one cell; a talk with several students stands in the cell of each."""
        random = self.book.random
        times = cell.needed if random.random() < profile.done else 0
        if profile.aims and duty.aim is not None:
            times = duty.aim
        days = self._days(duty, cell)
        place = (cell.duty_key, cell.mentor_id, cell.period_key)
        for _time in range(times):
            day = days[random.randrange(len(days))]
            if random.random() < profile.missed:
                self.book.write(amended(self._act(duty, cell, day, profile), made=False))
            known = shared.pop(place, None)
            if known is not None and cell.starts <= known.on <= cell.due and cell.subject_id not in known.student_ids:
                self._join(known, cell.subject_id)
                continue
            act = self.book.write(self._act(duty, cell, day, profile))
            if _may_share(duty) and random.random() < profile.together:
                shared[place] = act

    def _days(self, duty: Duty, cell: Cell) -> tuple[date, ...]:
        """The days on which the cell can be settled: those of the fixed slot where the duty has one."""
        days = _within(self.taught, cell) or (cell.due,)
        return (_within(self.slots, cell) or days[:1]) if duty.protected_slot else days

    def _join(self, act: Act, student: str) -> None:
        place = int(act.id[1:]) - 1
        self.book.acts[place] = amended(act, student_ids=(*act.student_ids, student))

    def _act(self, duty: Duty, cell: Cell, day: date, profile: Profile) -> Act:
        random = self.book.random
        kind = duty.kinds[random.randrange(len(duty.kinds))]
        usual = CHANNELS.get(kind, Channel.FACE_TO_FACE)
        if duty.channels and usual not in duty.channels:
            usual = duty.channels[random.randrange(len(duty.channels))]
        late = timedelta(days=random.randrange(profile.latest_entry + 1))
        return Act(
            id="",
            kind=kind.value,
            channel=str(usual),
            made=True,
            by=self._by(duty, cell, day),
            student_ids=self._students(duty, cell, day),
            on=day,
            entered_on=day + late,
            minutes=max(duty.min_minutes or 0, MINUTES[random.randrange(len(MINUTES))]),
            theme=random.random() < THEMED,
            planned=duty.planned_before or random.random() < 1 / 2,
            unit_id=cell.subject_id if cell.subject_kind in {"group", "class", "grade"} else None,
        )

    def _by(self, duty: Duty, cell: Cell, day: date) -> str:
        if duty.who == Actor.STUDENT:
            return cell.subject_id
        away = self._leave(cell.mentor_id, day)
        if away is not None and away.substitute_id and duty.fulfilled_by != FulfilledBy.OWN_MENTOR:
            return away.substitute_id
        return cell.mentor_id

    def _leave(self, mentor: str, day: date) -> Leave | None:
        held = (one for one in self.course.leaves if one.person_id == mentor)
        return next((one for one in held if one.starts <= day <= (one.ends or date.max)), None)

    def _students(self, duty: Duty, cell: Cell, day: date) -> tuple[str, ...]:
        if cell.subject_kind in {"mentee", "family"} or duty.who == Actor.STUDENT:
            return (cell.subject_id,)
        if cell.subject_kind != Subject.GROUP.value:
            return ()
        members = [
            one.student_id
            for one in self.course.pairings
            if (one.unit_id or one.mentor_id) == cell.subject_id
            and one.mentor_id == cell.mentor_id
            and one.holds_on(day)
        ]
        present = [one for one in members if self.book.random.random() < PRESENT]
        return tuple(present or members)

    def last_night(self, mentor: str) -> None:
        """Forty talks on the last taught day, entered that evening: counted by the piece they look like work."""
        day = self.taught[-1]
        mine = [one for one in self.course.pairings if one.mentor_id == mentor and one.holds_on(day)]
        talk = next(self._talks(), None)
        for place in range(LAST_NIGHT if mine else 0):
            self.book.write(
                Act(
                    id="",
                    kind=talk.kinds[0].value if talk else Kind.TALK.value,
                    channel=str(talk.channels[0] if talk and talk.channels else Channel.FACE_TO_FACE),
                    made=True,
                    by=mentor,
                    student_ids=(mine[place % len(mine)].student_id,),
                    on=day,
                    entered_on=day,
                    minutes=SHORT,
                )
            )

    def _talks(self) -> Iterator[Duty]:
        return (one for one in self.scheme.duties if one.who == Actor.MENTOR and one.subject == Subject.MENTEE)


def _within(days: tuple[date, ...], cell: Cell) -> tuple[date, ...]:
    return days[bisect_left(days, cell.starts) : bisect_right(days, cell.due)]


def _may_share(duty: Duty) -> bool:
    return duty.subject == Subject.MENTEE and duty.who == Actor.MENTOR and not duty.one_to_one
