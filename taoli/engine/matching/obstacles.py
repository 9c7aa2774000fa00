"""What makes a problem impossible, with numbers a headteacher can count by hand; before any matching."""

from collections import Counter
from collections.abc import Iterator

from taoli.engine.matching.hall import hall_sets
from taoli.engine.matching.prepare import Table
from taoli.engine.matching.types import Finding, Value


def obstacles(table: Table) -> tuple[Finding, ...]:
    """Every obstacle that counting alone can show; empty when none is in sight."""
    found = [*_bounds(table), *_pins(table)]
    found = found or [*_totals(table)]
    found = found or [*_eligible_seats(table), *_eligible_minimums(table)]
    found = found or [*_categories(table), *_apart(table), *_together(table)]
    return tuple(found or _class_places(table))


def _bounds(table: Table) -> Iterator[Finding]:
    for m, one in enumerate(table.mentors):
        if table.least[m] > table.most[m]:
            yield Finding("minimum_above_maximum", {"mentor": one.id, "min": one.min, "max": one.max})


def _pins(table: Table) -> Iterator[Finding]:
    ids = {one.id: one for one in table.mentors}
    for student, (mentor, _reason) in sorted(table.problem.rules.pinned.items()):
        if student not in table.row:
            yield Finding("pinned_unknown_student", {"student": student})
        elif mentor not in ids:
            yield Finding("pinned_unknown_mentor", {"student": student, "mentor": mentor})
        elif ids[mentor].absent:
            yield Finding("pinned_absent", {"student": student, "mentor": mentor})
    groups: dict[int, list[int]] = {}
    for row, column in sorted(table.pins.items()):
        groups.setdefault(column, []).append(row)
    for column, group in sorted(groups.items()):
        if not table.mentors[column].absent:
            yield from _pinned_group(table, column, group)
    for together in table.problem.rules.together:
        ends = {table.pins[table.row[one]] for one in together if table.row.get(one) in table.pins}
        if len(ends) > 1:
            names = tuple(table.mentors[m].id for m in sorted(ends))
            yield Finding("pinned_together", {"students": tuple(sorted(together)), "mentors": names})


def _pinned_group(table: Table, mentor: int, group: list[int]) -> Iterator[Finding]:
    rules, one = table.problem.rules, table.mentors[mentor].id
    ids = tuple(table.students[s].id for s in group)
    if len(group) > table.most[mentor]:
        yield Finding("pinned_over_maximum", {"mentor": one, "students": ids, "max": table.most[mentor]})
    names = tuple(sorted({table.students[s].class_id for s in group} - {""}))
    limit = rules.max_classes_per_mentor
    if limit is not None and len(names) > limit:
        yield Finding("pinned_classes", {"mentor": one, "classes": names, "limit": limit})
    count = Counter(name for s in group for name in table.students[s].categories)
    for name, cap in sorted(rules.category_cap.items()):
        if count[name] > cap:
            values: dict[str, Value] = {"mentor": one, "category": name, "count": count[name], "cap": cap}
            yield Finding("pinned_category", values)
    for apart in rules.apart:
        met = tuple(sorted(apart & set(ids)))
        if len(met) > 1:
            yield Finding("pinned_apart", {"mentor": one, "students": met})


def _totals(table: Table) -> Iterator[Finding]:
    students, seats, least = len(table.students), sum(table.most), sum(table.least)
    if students > seats:
        yield Finding("seats_short", {"students": students, "seats": seats, "short": students - seats})
    if least > students:
        values: dict[str, Value] = {"minimum": least, "students": students, "excess": least - students}
        yield Finding("minimum_too_high", values)


def _free(table: Table) -> dict[int, int]:
    pinned = Counter(table.pins.values())
    return {m: most - pinned[m] for m, most in enumerate(table.most)}


def _by_class(table: Table, students: list[int]) -> dict[str, list[int]]:
    classes: dict[str, list[int]] = {}
    for student in students:
        classes.setdefault(table.students[student].class_id, []).append(student)
    return classes


def _unpinned(table: Table) -> list[int]:
    return [s for s in range(len(table.students)) if s not in table.pins]


def _eligible_seats(table: Table) -> Iterator[Finding]:
    """Hall: these students may go only to these mentors, who have too few seats."""
    classes = _by_class(table, _unpinned(table))
    room = _free(table)
    demand = {name: len(members) for name, members in classes.items()}
    for names, mentors in hall_sets(demand, room, table.eligible):
        students = tuple(table.students[s].id for name in sorted(names) for s in classes[name])
        seats = sum(room[m] for m in mentors)
        yield Finding(
            "hall_seats" if mentors else "nobody_eligible",
            {
                "students": students,
                "classes": tuple(sorted(names)),
                "mentors": tuple(table.mentors[m].id for m in sorted(mentors)),
                "seats": seats,
                "short": len(students) - seats,
            },
        )


def _eligible_minimums(table: Table) -> Iterator[Finding]:
    """Hall from the other side: these mentors must have more students than may come to them."""
    classes = _by_class(table, _unpinned(table))
    pinned = Counter(table.pins.values())
    demand = {m: max(least - pinned[m], 0) for m, least in enumerate(table.least)}
    room = {name: len(members) for name, members in classes.items()}
    accepts = {m: frozenset(name for name in classes if m in table.eligible[name]) for m in demand}
    for mentors, names in hall_sets(demand, room, accepts):
        minimum = sum(demand[m] for m in mentors)
        students = sum(room[name] for name in names)
        yield Finding(
            "hall_minimum",
            {
                "mentors": tuple(table.mentors[m].id for m in sorted(mentors)),
                "classes": tuple(sorted(names)),
                "minimum": minimum,
                "students": students,
                "excess": minimum - students,
            },
        )


def _categories(table: Table) -> Iterator[Finding]:
    """A cap per mentor may leave too few seats for all students of the category."""
    for category, cap in sorted(table.problem.rules.category_cap.items()):
        having = [s for s in range(len(table.students)) if category in table.students[s].categories]
        pinned = Counter(table.pins[s] for s in having if s in table.pins)
        room = {m: min(cap - pinned[m], free) for m, free in _free(table).items()}
        classes = _by_class(table, [s for s in having if s not in table.pins])
        demand = {name: len(members) for name, members in classes.items()}
        for names, mentors in hall_sets(demand, room, table.eligible):
            seats, students = sum(room[m] for m in mentors), sum(demand[name] for name in names)
            values: dict[str, Value] = {
                "category": category,
                "cap": cap,
                "students": tuple(table.students[s].id for name in sorted(names) for s in classes[name]),
                "mentors": tuple(table.mentors[m].id for m in sorted(mentors)),
            }
            yield Finding("category_seats_short", {**values, "seats": seats, "short": students - seats})


def _apart(table: Table) -> Iterator[Finding]:
    """Students kept apart need a mentor each."""
    for members in _cliques(table):
        held = {table.pins[s] for s in members if s in table.pins}
        free = [s for s in members if s not in table.pins]
        room = {m: int(seats > 0 and m not in held) for m, seats in _free(table).items()}
        accepts = {s: table.eligible[table.students[s].class_id] for s in free}
        for students, mentors in hall_sets(dict.fromkeys(free, 1), room, accepts):
            seats = sum(room[m] for m in mentors)
            ids = tuple(table.students[s].id for s in sorted(students))
            values: dict[str, Value] = {"students": ids, "mentors": tuple(table.mentors[m].id for m in sorted(mentors))}
            yield Finding("apart_seats_short", {**values, "seats": seats, "short": len(ids) - seats})


def _cliques(table: Table) -> list[list[int]]:
    """Students of whom every two are kept apart: each group, grown by all who are apart from everybody in it."""
    foes: dict[int, set[int]] = {}
    groups = [{table.row[one] for one in group if one in table.row} for group in table.problem.rules.apart]
    for group in groups:
        for one in group:
            foes.setdefault(one, set()).update(group - {one})
    for group in groups:
        for one in sorted(foes):
            if group <= foes[one]:
                group.add(one)
    return [list(group) for group in sorted({tuple(sorted(group)) for group in groups})]


def _class_places(table: Table) -> Iterator[Finding]:
    """A class needs so many mentors at least; with the limit on classes these mentors have too few places."""
    limit = table.problem.rules.max_classes_per_mentor
    if limit is None:
        return
    classes = {name: group for name, group in _by_class(table, list(range(len(table.students)))).items() if name}
    accepts = {
        name: table.eligible[name] | {table.pins[s] for s in group if s in table.pins}
        for name, group in classes.items()
    }
    demand = {name: _fewest(table, len(group), accepts[name]) for name, group in classes.items()}
    room = {m: limit if most else 0 for m, most in enumerate(table.most)}
    for names, mentors in hall_sets(demand, room, accepts):
        needed, places = sum(demand[name] for name in names), sum(room[m] for m in mentors)
        values: dict[str, Value] = {
            "classes": tuple(sorted(names)),
            "mentors": tuple(table.mentors[m].id for m in sorted(mentors)),
            "limit": limit,
        }
        yield Finding("class_places_short", {**values, "needed": needed, "places": places, "short": needed - places})


def _fewest(table: Table, students: int, mentors: frozenset[int]) -> int:
    """How many of these mentors, the largest first, it takes to seat so many students."""
    left, count = students, 0
    for most in sorted((table.most[m] for m in mentors), reverse=True):
        if left <= 0:
            break
        left -= most
        count += 1
    return count


def _together(table: Table) -> Iterator[Finding]:
    """Students kept together, or in a unit, need one mentor with room for all of them."""
    for together in table.problem.rules.together:
        yield from _one_mentor(table, together, {})
    for unit in table.problem.units:
        yield from _one_mentor(table, frozenset(unit.student_ids), {"unit": unit.id})


def _one_mentor(table: Table, group: frozenset[str], named: dict[str, Value]) -> Iterator[Finding]:
    members = [table.row[one] for one in group if one in table.row]
    shared = [m for m in range(len(table.most)) if all(_may(table, s, m) for s in members)]
    largest = max((table.most[m] for m in shared), default=0)
    ids = tuple(sorted(table.students[s].id for s in members))
    if len(members) > largest:
        yield Finding("together_too_large", {**named, "students": ids, "size": len(ids), "largest": largest})
    for apart in table.problem.rules.apart:
        both = tuple(sorted(apart & set(ids)))
        if len(both) > 1:
            yield Finding("together_and_apart", {**named, "students": both})


def _may(table: Table, student: int, mentor: int) -> bool:
    if student in table.pins:
        return table.pins[student] == mentor
    return mentor in table.eligible[table.students[student].class_id]
