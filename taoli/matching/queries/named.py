"""Mentors who apply, or whom offices name."""

import uuid
from dataclasses import dataclass
from typing import Any

from taoli.common.policy import Actor
from taoli.matching.models import ChoiceRound, MentorApplication, Nomination
from taoli.matching.permissions import APPLICATION
from taoli.matching.queries.steps import step_of
from taoli.roster.models import Staff
from taoli.roster.queries.people import mentors
from taoli.schemes.phrases import role_word
from taoli.schemes.queries import rules


@dataclass(frozen=True, slots=True)
class Candidate:
    """A teacher on the list from which an office names; `others`: the other offices that have named the same one."""

    staff: Staff
    named: bool
    others: str


def own_application(actor: Actor, choice: ChoiceRound) -> MentorApplication | None:
    """Return the application of the teacher who asks."""
    rows = MentorApplication.objects.select_related("staff").filter(round=choice)
    found: MentorApplication | None = APPLICATION.within(rows, actor, "write").first()
    return found


def applications(actor: Actor, choice: ChoiceRound) -> list[MentorApplication]:
    """Return the applications of a round for the office, in the order of names."""
    rows = MentorApplication.objects.select_related("staff", "staff__subject").filter(round=choice)
    return list(APPLICATION.within(rows, actor, "decide").order_by("staff__sort_key", "staff__number"))


def not_applied(choice: ChoiceRound) -> list[Staff]:
    """Return the teachers who have not applied: the office may write it for them."""
    rows = MentorApplication.objects.of(choice.school_id).filter(round=choice)
    sent = set(rows.values_list("staff_id", flat=True))
    return [one for one in mentors(choice.school_id) if one.pk not in sent]


def offices_of(choice: ChoiceRound) -> list[tuple[str, Any]]:
    """Return the offices that name mentors in a round, each in the school's own words."""
    step = step_of(choice, "nominate")
    scheme = rules(choice.scheme)
    return [(who, role_word(scheme, who)) for who in step.by] if step else []


def candidates(choice: ChoiceRound, office: str) -> list[Candidate]:
    """Return every teacher, with whether this office has named him or her, and which others have."""
    words = dict(offices_of(choice))
    named: dict[uuid.UUID, set[str]] = {}
    for staff, who in Nomination.objects.of(choice.school_id).filter(round=choice).values_list("staff_id", "office"):
        named.setdefault(staff, set()).add(who)
    return [
        Candidate(
            one,
            office in named.get(one.pk, ()),
            "、".join(str(words.get(who, who)) for who in sorted(named.get(one.pk, set()) - {office})),
        )
        for one in mentors(choice.school_id)
    ]


def named_count(choice: ChoiceRound) -> int:
    """Return how many different mentors have been named."""
    rows = Nomination.objects.of(choice.school_id).filter(round=choice, staff__left_on=None)
    return rows.values("staff_id").distinct().count()
