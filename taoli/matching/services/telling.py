"""What students, mentors and families are told: the pairings, and the first meeting; no rank, no reason, no count."""

import datetime as dt
import uuid
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from django.urls import reverse

from taoli.common.policy import Actor
from taoli.matching.models import ChoiceRound
from taoli.matching.queries.closing import families
from taoli.matching.queries.meetings import meetings, time_and_place
from taoli.matching.queries.messages import Pair, messages_of
from taoli.notifications.services import To, notify


def tell_published(
    *, by: Actor, choice: ChoiceRound, run_id: uuid.UUID, pairs: Sequence[Pair], due: dt.datetime | None
) -> dict[str, int]:
    """Tell everybody of a published result, in the caller's transaction; returns kind → how many."""
    found = messages_of(choice, pairs)
    return {kind: notify(by=by, to=to, kind=kind, about=run_id, due=due) for kind, to in found.items()}


def tell_meeting(*, by: Actor, choice: ChoiceRound, pairs: Iterable[Pair]) -> int:
    """Tell students, mentors and families when the first meeting is; the same time is told once."""
    known = meetings(choice)
    rows = list(pairs)
    homes = families(choice.school_id, (student for student, _mentor in rows))
    groups: dict[str, list[To]] = defaultdict(list)
    for student, mentor in rows:
        when: dict[str, Any] = time_and_place(known, mentor)
        if not when:
            continue
        own = reverse("matching:my_mentor")
        held = reverse("matching:meeting_held", args=[choice.pk])
        groups[when["at"]] += [
            To("student", student, when, own),
            To("staff", mentor, when, held),
            *(To(kind, person, when, own, str(student)) for kind, person in homes[student]),
        ]
    return sum(
        notify(by=by, to=to, kind="first_meeting", about=f"{choice.pk}:{moment}") for moment, to in groups.items()
    )
