"""How many students each mentor should get when only balance counts."""

from heapq import heapify, heappop, heappush

from taoli.engine.matching.lottery import draw
from taoli.engine.matching.prepare import Table


def goals_of(table: Table) -> list[int]:
    """Loads between the bounds that add up to all students, nearest to the targets (least squares).

    A mentor without a target aims at an even share of the students the targets leave. There must be seats
    for all (`obstacles`).
    """
    targets = [one.target for one in table.mentors]
    open_ended = [m for m, target in enumerate(targets) if target is None and table.most[m]]
    left = len(table.students) - sum(target or 0 for m, target in enumerate(targets) if table.most[m])
    even = max(left, 0) / len(open_ended) if open_ended else 0
    wanted = [even if target is None else target for target in targets]
    goals = [min(low, high) for low, high in zip(table.least, table.most, strict=True)]
    heap = [
        (goals[m] - wanted[m], draw(table.problem.seed, "goal", one.id), m)
        for m, one in enumerate(table.mentors)
        if goals[m] < table.most[m]
    ]
    heapify(heap)
    for _seat in range(len(table.students) - sum(goals)):
        above, lot, mentor = heappop(heap)
        goals[mentor] += 1
        if goals[mentor] < table.most[mentor]:
            heappush(heap, (above + 1, lot, mentor))
    return goals
