"""How many students a mentor may take, whatever unit the scheme counts in."""

from taoli.engine.scheme import Scheme, UnitBound
from taoli.engine.scheme.people import Capacity
from taoli.engine.scheme.vocabulary import Actor, Unit

NO_BOUND = (1, 10, 40)  # where the text gives no number: one to a class, ten by our own assumption


def seats_of(scheme: Scheme, role: Actor, taught: int, class_size: int, group_size: int) -> tuple[int, int | None, int]:
    """Least, usual and most students for one of that role, who teaches so many classes. Where the text says 1-2
    groups OR 10 students, either may be kept: the wider bound counts.
    """
    capacity = scheme.capacity.get(role) or scheme.capacity.get(Actor.MENTOR)
    if capacity is None:
        return NO_BOUND if scheme.unit != Unit.CLASS else (0, class_size, 2 * class_size)
    times = max(1, taught) if capacity.per == "class_taught" else 1
    found = [_in_students(bound, class_size, group_size) for bound in bounds(capacity)]
    lows = [low * times for low, _, _ in found if low is not None]
    aims = [aim * times for _, aim, _ in found if aim is not None]
    highs = [high * times for _, _, high in found if high is not None]
    low = min(lows, default=0)
    high = max(highs, default=max(NO_BOUND[2], *(aim * 2 for aim in aims), low * 2))
    return low, (aims[0] if aims else None), max(high, low, 1)


def bounds(capacity: Capacity) -> tuple[UnitBound, ...]:
    """The bound and, where there is one, the same said in another unit."""
    own = UnitBound(unit=capacity.unit, min=capacity.min, target=capacity.target, max=capacity.max)
    return (own,) if capacity.alternative is None else (own, capacity.alternative)


def _in_students(bound: UnitBound, class_size: int, group_size: int) -> tuple[int | None, int | None, int | None]:
    """A group has one more or one less than the usual size; nobody is turned away for that."""
    if bound.unit == Unit.STUDENT:
        return bound.min, bound.target, bound.max
    size = class_size if bound.unit == Unit.CLASS else group_size
    spread = 1 if bound.unit != Unit.CLASS else class_size // 10
    return (
        None if bound.min is None else bound.min * max(1, size - spread),
        None if bound.target is None else bound.target * size,
        None if bound.max is None else bound.max * (size + spread),
    )
