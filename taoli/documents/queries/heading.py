"""What stands on every form: school, term, who printed it and when."""

from dataclasses import asdict, dataclass
from typing import Any

from django.utils import timezone

from taoli.common import clock
from taoli.common.models import School
from taoli.common.policy import Actor
from taoli.roster.models import Term


@dataclass(frozen=True, slots=True)
class Heading:
    """The frame of a form; texts only."""

    school: str
    code: str
    term: str
    who: str
    when: str

    def context(self) -> dict[str, Any]:
        """Return it as a template reads it."""
        return asdict(self)


def heading(actor: Actor, term: Term) -> Heading:
    """Return the frame of a form printed now by the actor."""
    return _framed(actor, term.name)


def scheme_heading(actor: Actor) -> Heading:
    """Return the frame of a paper that belongs to no term."""
    return _framed(actor, "")


def _framed(actor: Actor, term: str) -> Heading:
    school = School.objects.get(pk=actor.school_id)
    now = timezone.localtime(clock.now())
    when = f"{now.year}年{now.month}月{now.day}日 {now:%H:%M}"
    return Heading(school.name, school.code, term, actor.name, when)
