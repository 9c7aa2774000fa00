"""The independent check of an optimum by prices: recounts from the problem alone, sharing no code with the solver.

A price for each mentor, whatever it is, bounds the total from below: every student costs at least the
cheapest of rank + price among the mentors open to him, less what the seats bring in (maximum seats at a
price above 0, minimum seats at a price below 0). A seating that costs no more than a bound is an optimum.
"""

from collections import Counter
from collections.abc import Iterator, Mapping

from taoli.engine.matching.types import Finding, Mentor, Problem, Student


def rank_bound(
    problem: Problem,
    prices: Mapping[str, int],
    *,
    current: Mapping[str, str] | None = None,
    rank_price: int = 1,
    move_price: int = 0,
) -> int:
    """What every seating costs at least: its ranks, plus `move_price` for each student who leaves `current`."""
    costs = _Costs(problem, prices, current or {}, rank_price, move_price)
    seats = sum(price * _counted(costs.mentors[one], price) for one, price in prices.items() if one in costs.mentors)
    return sum(costs.least(one) for one in problem.students) - seats


def total_cost(
    problem: Problem,
    seats: Mapping[str, str],
    *,
    current: Mapping[str, str] | None = None,
    rank_price: int = 1,
    move_price: int = 0,
) -> int:
    """What this seating costs. Students without a seat cost nothing: `check` reports them."""
    costs = _Costs(problem, {}, current or {}, rank_price, move_price)
    return sum(costs.at(one, seats[one.id]) for one in problem.students if one.id in seats)


def check_prices(
    problem: Problem,
    seats: Mapping[str, str],
    prices: Mapping[str, int],
    *,
    current: Mapping[str, str] | None = None,
    rank_price: int = 1,
    move_price: int = 0,
) -> tuple[Finding, ...]:
    """Where the prices do not fit the seating; empty proves that no seating within the loads costs less.

    Whether the seating keeps the rules is for `check` to say; both empty is an optimum.
    """
    costs = _Costs(problem, prices, current or {}, rank_price, move_price)
    return (*_students(costs, seats), *_mentors(costs, seats))


class _Costs:
    """Costs of seats, from the words of the problem."""

    def __init__(
        self, problem: Problem, prices: Mapping[str, int], current: Mapping[str, str], rank_price: int, move_price: int
    ) -> None:
        self.problem, self.prices, self.current = problem, prices, current
        self.rank_price, self.move_price = rank_price, move_price
        self.mentors = {one.id: one for one in problem.mentors if not one.absent and one.max > 0}
        self.open: dict[str, tuple[set[str], int]] = {}

    def at(self, student: Student, mentor: str) -> int:
        tiers = [tier for tier, ids in enumerate(student.wishes, 1) if mentor in ids]
        rank = min(tiers, default=len(student.wishes) + 1)
        return rank * self.rank_price + self.move_price * (self.current.get(student.id) != mentor)

    def dear(self, student: Student, mentor: str) -> int:
        return self.at(student, mentor) + self.prices.get(mentor, 0)

    def least(self, student: Student) -> int:
        """The cheapest of all mentors open to the student, prices included."""
        pinned = self.problem.rules.pinned.get(student.id)
        if pinned:
            return self.dear(student, pinned[0])
        mentors, cheapest = self._open_to(student.class_id)
        named = {one for tier in student.wishes for one in tier} | {self.current.get(student.id, "")}
        anybody = (len(student.wishes) + 1) * self.rank_price + self.move_price + cheapest
        return min([anybody, *(self.dear(student, one) for one in named & mentors)])

    def _open_to(self, name: str) -> tuple[set[str], int]:
        if name not in self.open:
            taught = self.problem.rules.teaches_class
            mentors = {one.id for one in self.mentors.values() if not taught or one.everywhere or name in one.classes}
            self.open[name] = mentors, min((self.prices.get(one, 0) for one in mentors), default=0)
        return self.open[name]


def _counted(mentor: Mentor, price: int) -> int:
    return mentor.max if price > 0 else max(mentor.min, 0)


def _students(costs: _Costs, seats: Mapping[str, str]) -> Iterator[Finding]:
    for student in costs.problem.students:
        if student.id in seats:
            over = costs.dear(student, seats[student.id]) - costs.least(student)
            if over:
                yield Finding("cheaper_seat", {"student": student.id, "mentor": seats[student.id], "by": over})


def _mentors(costs: _Costs, seats: Mapping[str, str]) -> Iterator[Finding]:
    load = Counter(seats.values())
    for one, price in sorted(costs.prices.items()):
        if one not in costs.mentors:
            if price:
                yield Finding("price_without_seats", {"mentor": one, "price": price})
        elif price and load[one] != _counted(costs.mentors[one], price):
            yield Finding("price_not_earned", {"mentor": one, "price": price, "load": load[one]})
