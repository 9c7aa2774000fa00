"""Where a scheme is impossible or hard for a school's numbers, said with the numbers, before anything is matched."""

from collections.abc import Iterator
from math import ceil, floor

from taoli.engine.facts import ATTENTION, Finding
from taoli.engine.load.deals import GROUPED, deal_of, mentor_deal, pools
from taoli.engine.load.minutes import Minutes
from taoli.engine.load.numbers import WEEKS_A_MONTH, Basis, Deal, SchoolNumbers
from taoli.engine.load.parts import EXTENT, a_week, owed_to, seats_in
from taoli.engine.load.roles import basis_of
from taoli.engine.scheme import Duty, Scheme
from taoli.engine.scheme.methods import PerCount
from taoli.engine.scheme.vocabulary import Actor, Per, Subject, Unit

Params = dict[str, str | int | float | None]
PLACES = 1  # decimal places of a mean


def limits(scheme: Scheme, numbers: SchoolNumbers, minutes: Minutes | None = None) -> tuple[Finding, ...]:
    """Findings in the order of the flow: `no_mentors`, `above_most`, `below_least` (students against bounds, by
    role and unit), `many_classes`, `slot_too_short`, `daily_for_some`, `cap_reached`.
    """
    basis = basis_of(numbers, minutes)
    if not numbers.mentors:
        return (Finding("no_mentors", {"students": numbers.students}),) if numbers.students else ()
    deal = _heaviest(scheme, numbers)
    return (
        *_bounds(scheme, numbers),
        *_classes(scheme, numbers, basis),
        *_slots(scheme, deal, basis),
        *_daily(scheme, numbers, basis),
        *_caps(scheme, deal, basis),
    )


def _heaviest(scheme: Scheme, numbers: SchoolNumbers) -> Deal:
    """The mentor with the most students and groups, real ones first."""
    return max(
        numbers.deals or (deal_of(scheme, numbers, Actor.MENTOR),), key=lambda deal: (deal.groups, deal.students)
    )


def _bounds(scheme: Scheme, numbers: SchoolNumbers) -> Iterator[Finding]:
    """Each role against its bounds, while the other role's mentors are at theirs."""
    people = pools(scheme, numbers)
    for role, count in ((role, count) for role, count in people.items() if count):
        for unit, amount in _amounts(scheme, numbers):
            least, most = _bounds_of(scheme, numbers, role, unit)
            other = Actor.LEAD_MENTOR if role == Actor.MENTOR else Actor.MENTOR
            other_least, other_most = _bounds_of(scheme, numbers, other, unit) if people[other] else (0, 0)
            params: Params = {"role": role.value, "unit": unit.value, "amount": amount, "mentors": count}
            if most is not None and other_most is not None and amount - people[other] * other_most > count * most:
                rest = amount - people[other] * other_most
                more = ceil(rest / most) - count if most else None
                yield Finding("above_most", {**params, "mean": _mean(rest, count), "most": most, "more": more})
            if least and other_least is not None and amount - people[other] * other_least < count * least:
                rest = max(0, amount - people[other] * other_least)
                spare = count - floor(rest / least)
                yield Finding("below_least", {**params, "mean": _mean(rest, count), "least": least, "spare": spare})


def _amounts(scheme: Scheme, numbers: SchoolNumbers) -> Iterator[tuple[Unit, int]]:
    """The units in which there is something to share out."""
    yield Unit.STUDENT, numbers.students
    if scheme.unit in GROUPED and numbers.groups:
        yield scheme.unit, numbers.groups
    if scheme.unit == Unit.CLASS:
        yield scheme.unit, numbers.classes


def _bounds_of(scheme: Scheme, numbers: SchoolNumbers, role: Actor, unit: Unit) -> tuple[int | None, int | None]:
    """Least and most of a role in a unit. Where two units are named one holds: students are enough."""
    if unit == Unit.STUDENT and role in numbers.bounds:
        return numbers.bounds[role]
    capacity = scheme.capacity.get(role)
    if capacity is None or (unit != Unit.STUDENT and _has_students(scheme, numbers, role)):
        return None, None
    bound = capacity.bounds(unit)
    if bound is None:
        return None, None
    if capacity.per == "class_taught":
        times = numbers.classes_taught
        return _times(bound.min, times), _times(bound.max, times)
    return bound.min, bound.max


def _has_students(scheme: Scheme, numbers: SchoolNumbers, role: Actor) -> bool:
    return any(bound is not None for bound in _bounds_of(scheme, numbers, role, Unit.STUDENT))


def _times(bound: int | None, times: float) -> int | None:
    return None if bound is None else round(bound * times)


def _mean(amount: float, people: int) -> float:
    return round(amount / people, PLACES)


def _classes(scheme: Scheme, numbers: SchoolNumbers, basis: Basis) -> Iterator[Finding]:
    """Mentees from more classes than the scheme allows: every class is a class conference to sit in."""
    dealt = numbers.deals or (mentor_deal(scheme, numbers, Actor.MENTOR),)
    over = [deal for deal in dealt if deal.classes > scheme.max_classes_per_mentor]
    if not over:
        return
    worst = max(over, key=lambda deal: deal.classes)
    times = minutes = 0.0
    for one in scheme.conferences:
        if EXTENT.get(one.kind) == Subject.CLASS and Actor.MENTOR in one.attended_by and one.per is not None:
            weekly = one.times * (a_week(scheme, one.per, basis.weeks) or 0) * seats_in(one, worst, Actor.MENTOR)
            times, minutes = times + weekly, minutes + weekly * basis.minutes.of_conference(one.kind)
    params: Params = {
        "mentors": len(over) if numbers.deals else pools(scheme, numbers)[Actor.MENTOR],
        "classes": round(worst.classes, PLACES),
        "most": scheme.max_classes_per_mentor,
        "times": round(times, PLACES),
        "minutes": round(minutes),
    }
    yield Finding("many_classes", params)


def _slots(scheme: Scheme, deal: Deal, basis: Basis) -> Iterator[Finding]:
    """A fixed slot comes once in each period: does it hold what one mentor owes in it?"""
    for duty in scheme.duties:
        if duty.protected_slot and duty.who == Actor.MENTOR:
            subjects = ceil(round(owed_to(duty, deal, basis), PLACES))
            needed = subjects * duty.times * sum(basis.minutes.of_duty(duty))
            if needed > basis.minutes.slot:
                params: Params = {
                    "label": duty.label,
                    "subject": duty.subject.value,
                    "subjects": subjects,
                    "needed": round(needed),
                    "slot": round(basis.minutes.slot),
                }
                yield Finding("slot_too_short", params)


def _daily(scheme: Scheme, numbers: SchoolNumbers, basis: Basis) -> Iterator[Finding]:
    """Every school day for students who need attention: how many, and how long that is for their mentors together."""
    for duty in scheme.duties:
        if duty.per == Per.DAY and duty.who == Actor.MENTOR and ATTENTION in duty.only_for:
            marked = round(numbers.students * basis.share_of(duty.only_for))
            minutes = round(marked * duty.times * sum(basis.minutes.of_duty(duty)))
            params: Params = {"label": duty.label, "students": marked, "mentors": numbers.mentors, "minutes": minutes}
            if marked:
                yield Finding("daily_for_some", params)


def _caps(scheme: Scheme, deal: Deal, basis: Basis) -> Iterator[Finding]:
    """Points per person-time: when doing just what is asked has reached the cap (schemes.md, decision 3)."""
    for item in scheme.appraisal.items if scheme.appraisal else ():
        ways = [(item.method_in_force, True), (item.method, False), *((one.method, False) for one in item.variants)]
        counted = [(method, holds) for method, holds in ways if isinstance(method, PerCount)]
        if counted:
            method, holds = counted[0]
            told: Params = {
                "label": item.label,
                "students": round(deal.students),
                "in_force": int(holds),
            }
            yield from _cap(scheme, method, deal, basis, told)


def _cap(scheme: Scheme, method: PerCount, deal: Deal, basis: Basis, told: Params) -> Iterator[Finding]:
    duty = scheme.duty(method.duty)
    rate = a_week(scheme, duty.per, basis.weeks)
    a_month = (rate or 0) * WEEKS_A_MONTH * duty.times * _persons(duty, deal, basis)
    if not a_month or not method.points_each:
        return
    months = method.cap / method.points_each / a_month
    if months * WEEKS_A_MONTH < basis.weeks:
        params: Params = {"each": method.points_each, "cap": method.cap, "months": round(months, PLACES)}
        yield Finding("cap_reached", {**told, **params})


def _persons(duty: Duty, deal: Deal, basis: Basis) -> float:
    """Person-times of doing it once for everybody: a group counts with each of its students."""
    return deal.students if duty.subject == Subject.GROUP else owed_to(duty, deal, basis)
