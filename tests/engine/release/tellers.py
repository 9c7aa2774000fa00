"""What is told by Taoli, and by two rules that look safe and are not."""

from taoli.engine.release import Count, Figure, Node, release, sum_of
from tests.engine.release.attack import LIMIT, City, Interval, Page, Tell, Told


def figures(city: City, week: int) -> dict[str, Figure]:
    nodes = [Node(key, parent) for key, parent in city.parents.items()]
    counts = {
        leaf: Count(number, city.sizes[leaf], stale=week > 0 and leaf in city.standing)
        for leaf, number in city.weeks[week].items()
    }
    return release(nodes, counts)


def told(city: City, week: int) -> Told:
    return {key: (one.low, one.high) for key, one in figures(city, week).items()}


def by_taoli(city: City) -> Tell:
    weeks = [figures(city, week) for week in range(len(city.weeks))]

    def tell(week: int, page: Page) -> Interval:
        whole = sum_of(weeks[week][node] for node in page)
        return whole.low, whole.high

    return tell


def blanked(city: City) -> Tell:
    """Each page counts anew and leaves out only what is below ten."""

    def tell(week: int, page: Page) -> Interval:
        true = sum(city.true(week, city.under(node)) for node in page)
        return (1, LIMIT - 1) if 0 < true < LIMIT else (true, true)

    return tell


def standing(city: City) -> Tell:
    """Exact from ten on, and a number stands until it has moved by ten: every figure is a sum of such leaves."""
    weeks: list[dict[str, Interval]] = []
    for now in city.weeks:
        before = weeks[-1] if weeks else {}
        weeks.append({leaf: _stands(number, before.get(leaf)) for leaf, number in now.items()})

    def tell(week: int, page: Page) -> Interval:
        ends = [weeks[week][leaf] for node in page for leaf in city.under(node)]
        return sum(low for low, _ in ends), sum(high for _, high in ends)

    return tell


def _stands(number: int, before: Interval | None) -> Interval:
    if number < LIMIT:
        return (1, LIMIT - 1) if number else (0, 0)
    if before is None or before[1] < LIMIT:
        return number, number
    middle = (before[1] - (LIMIT - 1)) if before[0] != before[1] else before[0]
    return (max(middle - 9, LIMIT), middle + 9) if abs(number - middle) < LIMIT else (number, number)
