"""Cells: each duty of a scheme, for everyone it is owed to, in every period of a term."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from taoli.engine.calendar import SchoolCalendar, TeachingDays, Term
from taoli.engine.compliance.records import Leaves, Records, by_person
from taoli.engine.compliance.state import state_of
from taoli.engine.compliance.subjects import Owed, by_student, merged, of_one_pairing, owed_subjects
from taoli.engine.compliance.windows import Window, windows
from taoli.engine.facts import Act, Cell, Leave, Mark, Pairing
from taoli.engine.scheme.duties import Duty
from taoli.engine.scheme.model import Scheme
from taoli.engine.scheme.vocabulary import Actor, FulfilledBy, Per

OWED_BY = frozenset({Actor.MENTOR, Actor.STUDENT})


@dataclass(frozen=True, slots=True)
class _Setting:
    duty: Duty
    windows: tuple[Window, ...]
    taught: TeachingDays
    as_of: date
    leaves: Leaves


def cells(
    scheme: Scheme,
    calendar: SchoolCalendar,
    term: Term,
    pairings: Sequence[Pairing],
    acts: Iterable[Act],
    as_of: date,
    marks: Iterable[Mark] = (),
    leaves: Iterable[Leave] = (),
) -> tuple[Cell, ...]:
    """Every cell of the recorded duties of mentors and students in a term (one of `calendar.terms`), as of a
    day. Decomposable: cells of one pairing need only that pairing and the acts naming its student; cells owed
    to a group, class, grade, school or oneself need all pairings of that mentor and the acts by or for them.
    Any set of mentors with all their pairings therefore gives exactly its part of the whole. Acts and
    pairings outside the term do no harm; duties per year or once want the acts of the year so far.
    """
    acts, of_student, away = tuple(acts), by_student(marks), by_person(leaves)
    found: list[Cell] = []
    for duty in scheme.duties:
        if duty.recorded and duty.who in OWED_BY:
            stretch, taught = windows(duty, calendar, term, scheme.cycle)
            setting = _Setting(duty, stretch, taught, as_of, away)
            records = Records(duty, acts, as_of, away)
            for owed in owed_subjects(duty, pairings, of_student):
                found.extend(_cells_of(setting, owed, records))
    return tuple(found)


def _cells_of(setting: _Setting, owed: Owed, records: Records) -> Iterator[Cell]:
    done = _by_window(setting.windows, owed, records)
    for place, window in enumerate(setting.windows):
        if setting.duty.per == Per.ONCE and owed.stretches[0][0] < window.opens:
            continue  # owed in the term in which the pairing began
        first, last = window.period.starts, window.period.ends
        inside = tuple(stretch for stretch in owed.stretches if stretch[0] <= last and stretch[1] >= first)
        if inside:
            yield _cell(setting, replace(owed, stretches=inside), window, done.get(place, ()))


def _by_window(stretch: tuple[Window, ...], owed: Owed, records: Records) -> dict[int, tuple[str, ...]]:
    opens = [window.opens for window in stretch]
    found: dict[int, tuple[str, ...]] = {}
    for act in records.counting(owed):
        place = bisect_right(opens, act.on) - 1
        inside = any(starts <= act.on <= ends for starts, ends in owed.stretches)
        if inside and place >= 0 and act.on <= stretch[place].closes:
            found[place] = (*found.get(place, ()), act.id)
    return found


def _cell(setting: _Setting, owed: Owed, window: Window, act_ids: tuple[str, ...]) -> Cell:
    duty, period = setting.duty, window.period
    starts = max(period.starts, owed.stretches[0][0])
    due = window.early if window.early is not None and starts <= window.early <= window.due else window.due
    reason = _exempt(setting, owed, window, due)
    state = state_of(duty.times, len(act_ids), starts, due, setting.as_of, exempt=bool(reason))
    return Cell(
        duty_key=duty.key,
        subject_kind=duty.subject.value,
        subject_id=owed.subject_id,
        mentor_id=owed.mentor_id,
        pairing_id=owed.pairing_id,
        period_key=period.key,
        starts=starts,
        due=due,
        needed=duty.times,
        done=len(act_ids),
        state=state,
        reason=reason if state == "exempt" else "",
        act_ids=act_ids,
    )


def _exempt(setting: _Setting, owed: Owed, window: Window, due: date) -> str:
    """Why nothing is owed here, or an empty text: `ended` (before the due day), `began_late` (less than half
    of the period's taught days left), `mentor_away`, `student_away` (more than half of the days).
    """
    period, last = window.period, owed.stretches[-1][1]
    if last < due:
        return "ended"
    days = _taught_within(setting.taught, owed.stretches, period.starts, period.ends)
    if days * 2 < window.taught and setting.duty.per != Per.ONCE:
        return "began_late"
    for person, code in ((owed.mentor_id, "mentor_away"), (owed.subject_id, "student_away")):
        absent = _absences(setting, person, owed)
        if absent and _taught_within(setting.taught, absent, period.starts, period.ends) * 2 > days:
            return code
    return ""


def _absences(setting: _Setting, person: str, owed: Owed) -> tuple[tuple[date, date], ...]:
    if person == owed.subject_id and person != owed.mentor_id and not of_one_pairing(setting.duty):
        return ()
    stands_in = setting.duty.fulfilled_by == FulfilledBy.SUBSTITUTE
    return merged(
        (max(leave.starts, starts), min(leave.ends or date.max, ends))
        for leave in setting.leaves.get(person, ())
        if not (stands_in and leave.substitute_id)
        for starts, ends in owed.stretches
        if leave.starts <= ends and (leave.ends or date.max) >= starts
    )


def _taught_within(taught: TeachingDays, stretches: tuple[tuple[date, date], ...], starts: date, ends: date) -> int:
    return sum(taught.count(max(starts, first), min(ends, last)) for first, last in stretches)
