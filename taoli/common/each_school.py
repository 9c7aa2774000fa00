"""What a timer does in one school after another."""

import logging
from collections.abc import Callable, Iterator
from typing import TypeVar

from django.core.management.base import CommandError

from taoli.common.models import School

T = TypeVar("T")
log = logging.getLogger(__name__)
SCHOOLS, BUREAUS, ALL = (School.Kind.SCHOOL,), (School.Kind.BUREAU,), tuple(School.Kind)


def each_school(work: Callable[[School], T], kinds: tuple[str, ...] = SCHOOLS) -> Iterator[tuple[School, T]]:
    """Yield each school with what the work came to. What fails in one is logged and keeps no other waiting.

    CommandError at the end, naming the schools in which it failed.
    """
    failed = []
    for school in School.objects.filter(kind__in=kinds).order_by("pk"):
        try:
            done = work(school)
        except Exception:
            log.exception("a timer's work failed", extra={"school": school.code})
            failed.append(school.code)
        else:
            yield school, done
    if failed:
        raise CommandError(f"Failed for {', '.join(failed)}; the log says why.")
