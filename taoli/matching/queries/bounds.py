"""How many students a scheme lets a mentor take."""

from taoli.engine.scheme import Scheme
from taoli.engine.scheme.vocabulary import Actor as Who
from taoli.engine.scheme.vocabulary import Unit


def bounds_of(scheme: Scheme, role: Who, *, classes: int, largest: int) -> tuple[int | None, int | None, int | None]:
    """Least, aim and most in students; so many for each class taught, or room for whole classes, where it says so."""
    capacity = scheme.capacity.get(role) or scheme.capacity.get(Who.MENTOR)
    if capacity is None:
        return None, None, None
    if capacity.unit == Unit.CLASS:
        return None, None, (capacity.max or capacity.target or 1) * largest
    bound = capacity.bounds(Unit.STUDENT)
    if bound is None:
        return None, None, None
    times = classes if capacity.per == "class_taught" else 1
    return _times(bound.min, times), _times(bound.target, times), _times(bound.max, times)


def _times(bound: int | None, times: int) -> int | None:
    return None if bound is None else bound * times
