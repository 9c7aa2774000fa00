"""What a timer or a job does in one school after another."""

import logging
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from django.core.management.base import CommandError

from taoli.common.models import School

T = TypeVar("T")
log = logging.getLogger(__name__)
SCHOOLS, BUREAUS, ALL = (School.Kind.SCHOOL,), (School.Kind.BUREAU,), tuple(School.Kind)


def each_school(work: Callable[[School], T], kinds: tuple[str, ...] = SCHOOLS) -> Iterator[tuple[School, T]]:
    """Do the work in all schools of these kinds, as `in_turn` does."""
    return in_turn(School.objects.filter(kind__in=kinds).order_by("pk"), work)


def in_turn(schools: Iterable[School], work: Callable[[School], T]) -> Iterator[tuple[School, T]]:
    """Yield each school with what the work came to. What fails in one is logged and keeps no other waiting.

    CommandError at the end, naming the schools in which it failed.
    """
    failed = []
    for school in schools:
        try:
            done = work(school)
        except Exception:
            log.exception("the work failed in one school", extra={"school": school.code})
            failed.append(school.code)
        else:
            yield school, done
    if failed:
        raise CommandError(f"Failed for {', '.join(failed)}; the log says why.")
