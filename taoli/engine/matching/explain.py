"""Why somebody has this seat: which wishes were full, what decided, what would have had to differ.

For a student no other student is named and no mark of a mentor shows; staff may see that a mark decided.
"""

from collections import Counter
from collections.abc import Iterator

from taoli.engine.matching.claims import heard
from taoli.engine.matching.cost import soft_cost
from taoli.engine.matching.prepare import UNMARKED, Table, priority, tabulate
from taoli.engine.matching.types import Finding, Matching, Problem, Value

DECIDED = frozenset({"pinned", "claimed", "claimed_by_lot", "assigned_unit", "assigned_homeroom"})
"""Reasons that leave no wish to speak of."""

WEIGHED = frozenset({"least_cost", "near_least_cost"})
STAFF_ONLY = frozenset({"claims", "note"})
"""How many mentors claimed a group is a preference of mentors; the note of a pin is free text and may name others."""


def explain_student(
    problem: Problem, matching: Matching, student_id: str, *, staff: bool = False
) -> tuple[Finding, ...]:
    """One finding per better wish, in wish order, then the seat got and its reason code.

    `decided` of a full wish: "lottery", or, where marks came first, "marked" for staff and "order" for
    others, "total_rank" in a matching by total rank, "fewest_moves" in a re-match, or "least_cost" where all
    wishes were weighed together. `seats_needed`: that many more seats there would have been enough. `rule` of a
    wish with a free seat: the rule that would break, "fewest_moves" in a re-match, or "least_cost" with `dearer`,
    what the whole seating would cost more. Raises KeyError for unknown ids.
    """
    table = tabulate(heard(problem))
    row = table.row[student_id]
    reason = matching.reasons[student_id]
    told = reason.params if staff else {name: one for name, one in reason.params.items() if name not in STAFF_ONLY}
    seat = Finding("seat", {"mentor": matching.seats[student_id], "reason": reason.code, **told})
    if reason.code in DECIDED or matching.certificate.promise == "balanced":
        return (seat,)
    end = matching.rank[student_id] or len(table.students[row].wishes) + 1
    better = sorted((tier, mentor) for mentor, tier in table.tiers[row].items() if tier < end)
    return (*(_missed(table, matching, row, mentor, tier, staff=staff) for tier, mentor in better), seat)


def _missed(table: Table, matching: Matching, row: int, mentor: int, tier: int, *, staff: bool) -> Finding:
    one, student = table.mentors[mentor], table.students[row]
    values: dict[str, Value] = {"mentor": one.id, "rank": tier}
    if one.absent:
        return Finding("wish_absent", values)
    if mentor not in table.eligible[student.class_id]:
        return Finding("wish_rule", {**values, "rule": "teaches_class"})
    group = [table.row[other] for other, seat in matching.seats.items() if seat == one.id]
    mine = priority(table, mentor, row)
    rule = _rule(table, matching, row, mentor, group)
    if rule:
        return Finding("wish_rule", {**values, "rule": rule})
    if matching.certificate.promise in WEIGHED:
        return _weighed(table, matching, row, mentor, values, full=len(group) >= table.most[mentor])
    if len(group) < table.most[mentor]:
        return Finding("wish_rule", {**values, "rule": _holds(table, matching, student.id)})
    if matching.certificate.total_rank is not None:
        decided = "total_rank" if matching.certificate.displaced is None else "fewest_moves"
        return Finding("wish_full", {**values, "seats": table.most[mentor], "decided": decided})
    ahead = _ahead(table, matching, mentor, mine)
    levels = {priority(table, mentor, other)[0] for other in group}
    marked = len(levels | {mine[0]}) > 1
    decided = ("marked" if staff else "order") if marked else "lottery"
    values |= {"seats": table.most[mentor], "decided": decided, "seats_needed": ahead + 1}
    if not marked:
        last = max(table.place[other] for other in group)
        values |= {"place": table.place[row], "last_place": last}
    return Finding("wish_full", values)


def _holds(table: Table, matching: Matching, student: str) -> str:
    """What keeps a student from a free seat: in a re-match the moves, unless the mentor of now needs everybody."""
    now = table.mentors[table.column[matching.seats[student]]]
    needed = list(matching.seats.values()).count(now.id) <= now.min
    return "minimum_loads" if needed or matching.certificate.displaced is None else "fewest_moves"


def _weighed(
    table: Table, matching: Matching, row: int, mentor: int, values: dict[str, Value], *, full: bool
) -> Finding:
    """A better wish that no single rule closed, where the whole seating was made to cost least."""
    problem, student = table.problem, table.students[row].id
    now = table.mentors[table.column[matching.seats[student]]]
    if full:
        return Finding("wish_full", {**values, "seats": table.most[mentor], "decided": "least_cost"})
    if list(matching.seats.values()).count(now.id) <= now.min:
        return Finding("wish_rule", {**values, "rule": "minimum_loads"})
    there = {**matching.seats, student: table.mentors[mentor].id}
    dearer = soft_cost(problem, there) - soft_cost(problem, matching.seats)
    return Finding("wish_rule", {**values, "rule": "least_cost", "dearer": dearer})


def _rule(table: Table, matching: Matching, row: int, mentor: int, group: list[int]) -> str:
    """The side rule that closed this mentor to the student, "" when none did."""
    rules, student = table.problem.rules, table.students[row]
    if _class_closed(table, matching, row, mentor, group):
        return "class_limit"
    if any(student.id in apart and apart & {table.students[one].id for one in group} for apart in rules.apart):
        return "apart"
    count = Counter(name for one in group for name in table.students[one].categories)
    if any(count[name] >= cap for name, cap in rules.category_cap.items() if name in student.categories):
        return "category_cap"
    if any(student.id in one for one in rules.together):
        return "together"
    return ""


def _class_closed(table: Table, matching: Matching, row: int, mentor: int, group: list[int]) -> bool:
    name, limit = table.students[row].class_id, table.problem.rules.max_classes_per_mentor
    present = {table.students[one].class_id for one in group} - {""}
    if not name or limit is None or name in present:
        return False
    open_classes = matching.certificate.open_classes.get(table.mentors[mentor].id)
    return len(present) >= limit if open_classes is None else name not in open_classes


def _ahead(table: Table, matching: Matching, mentor: int, mine: tuple[int, int]) -> int:
    """Students elsewhere with an earlier turn here who would also rather be here."""
    ahead = 0
    for other, one in enumerate(table.students):
        tier = table.tiers[other].get(mentor)
        got = matching.rank[one.id] or len(one.wishes) + 1
        ahead += tier is not None and tier < got and priority(table, mentor, other) < mine
    return ahead


def explain_mentor(problem: Problem, matching: Matching, mentor_id: str) -> tuple[Finding, ...]:
    """For staff: load, demand, marks, then each student of the group with the reason. Unknown id: KeyError."""
    table = tabulate(problem)
    column = table.column[mentor_id]
    one = table.mentors[column]
    group = sorted(student for student, seat in matching.seats.items() if seat == mentor_id)
    return (
        Finding("load", {"load": len(group), "min": one.min, "target": one.target, "max": one.max}),
        _demand(table, matching, column),
        _marks(table, matching, column),
        *_group(matching, group),
    )


def _demand(table: Table, matching: Matching, column: int) -> Finding:
    first = wished = refused = 0
    for row, tiers in enumerate(table.tiers):
        tier = tiers.get(column)
        if tier is None:
            continue
        one = table.students[row]
        got = matching.rank[one.id] or len(one.wishes) + 1
        first += tier == 1
        wished += 1
        refused += tier < got
    return Finding("demand", {"first": first, "wished": wished, "turned_away": refused})


def _marks(table: Table, matching: Matching, column: int) -> Finding:
    mentor = table.mentors[column]
    marked = [student.id for row, student in enumerate(table.students) if priority(table, column, row)[0] < UNMARKED]
    got = sum(matching.seats[one] == mentor.id for one in marked)
    return Finding("marks", {"marked": len(marked), "seated": got})


def _group(matching: Matching, group: list[str]) -> Iterator[Finding]:
    for student in group:
        values: dict[str, Value] = {"student": student, "reason": matching.reasons[student].code}
        yield Finding("mentee", {**values, "rank": matching.rank[student]})
