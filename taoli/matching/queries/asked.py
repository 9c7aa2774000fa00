"""What rounds ask of somebody now, for the cards on the first pages."""

import datetime as dt
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.http import Http404
from django.urls import reverse

from taoli.common import clock
from taoli.common.policy import Actor, Role
from taoli.matching.models import (
    Agreement,
    ChoiceRound,
    FirstMeeting,
    GroupClaim,
    MatchRun,
    MentorApplication,
    MentorOffer,
    Pairing,
    WishSheet,
)
from taoli.matching.permissions import AGREEMENT, MEETING
from taoli.matching.phrases import ASKED
from taoli.matching.queries.claims import claimable
from taoli.matching.queries.rounds import round_students
from taoli.matching.queries.steps import StepRow, roles_of, walk_all
from taoli.schemes.phrases import STEPS


@dataclass(frozen=True, slots=True)
class Ask:
    """One open step in which somebody acts: the round, in words what to do, until when, and the page for it.

    `done`: the own part is done and may still be changed.
    """

    kind: str
    round: str
    title: Any
    words: Any
    closes: dt.datetime | None
    over: bool
    address: str
    done: bool = False


def asked_of(actor: Actor) -> list[Ask]:
    """Return what the open rounds ask of somebody, as whoever they are; steps whose own part is done are left out."""
    rows = ChoiceRound.objects.of(actor.school_id).filter(term__ends__gte=clock.today()).select_related("scheme")
    found: dict[tuple[Any, str, str], Ask] = {}
    for choice, steps in walk_all(list(rows.order_by("created_at", "id"))):
        for step in steps:
            asks = (_ask(actor, choice, step, role, parts) for role, parts in PARTS if step.state == "now")
            found |= {(choice.pk, ask.kind, ask.address): ask for ask in asks if ask is not None}
    return list(found.values())


def _ask(actor: Actor, choice: ChoiceRound, step: StepRow, role: Role, parts: "Parts") -> Ask | None:
    part = parts.get(step.kind, parts.get("*"))
    acting = {Role.MORAL_OFFICE, *roles_of(step), *ALSO.get(step.kind, ())}
    if part is None or role not in acting or not actor.holds(role):
        return None
    state = part.asks(actor, choice)
    if state is None:
        return None
    words = ASKED.get((step.kind, role.value), ASKED["", ""])
    address = reverse(part.page, args=part.named(actor, choice))
    return Ask(step.kind, choice.name, STEPS[step.kind], words, step.closes, step.over, address, state)


def _chooses(actor: Actor, choice: ChoiceRound) -> bool | None:
    if choice.state != ChoiceRound.State.OPEN or not round_students(choice).filter(pk=_person(actor)).exists():
        return None
    return WishSheet.objects.of(choice.school_id).filter(round=choice, student_id=_person(actor)).exists()


def _introduces(actor: Actor, choice: ChoiceRound) -> bool | None:
    return False if _offers(actor, choice).filter(introduced_at=None).exists() else None


def _marks(actor: Actor, choice: ChoiceRound) -> bool | None:
    offer = _offers(actor, choice).first()
    return None if offer is None else offer.marked_at is not None


def _applies(actor: Actor, choice: ChoiceRound) -> bool | None:
    rows = MentorApplication.objects.of(choice.school_id).filter(round=choice, staff_id=_person(actor))
    return rows.exclude(state=MentorApplication.State.ASKED).exists()


def _claims(actor: Actor, choice: ChoiceRound) -> bool | None:
    if not claimable(choice, _person(actor)):
        return None
    return GroupClaim.objects.of(choice.school_id).filter(round=choice, mentor_id=_person(actor)).exists()


def _adjusts(_actor: Actor, choice: ChoiceRound) -> bool | None:
    return False if _drafts(choice).exists() else None


def _signs(side: str) -> Callable[[Actor, ChoiceRound], bool | None]:
    def asks(actor: Actor, choice: ChoiceRound) -> bool | None:
        done = Agreement.objects.of(choice.school_id).filter(round=choice, **{f"{side}_on__isnull": False})
        rows = AGREEMENT.within(_live(choice), actor, "sign").exclude(pk__in=done.values("pairing_id"))
        return False if rows.exists() else None

    return asks


def _meets(actor: Actor, choice: ChoiceRound) -> bool | None:
    held = FirstMeeting.objects.of(choice.school_id).filter(round=choice, mentor_id=_person(actor))
    if held.exclude(held_on=None).exists():
        return None
    return False if MEETING.within(_live(choice), actor, "hold").exists() else None


def _always(_actor: Actor, _choice: ChoiceRound) -> bool | None:
    return False


def _person(actor: Actor) -> uuid.UUID:
    if actor.person_id is None:
        raise Http404
    return actor.person_id


def _offers(actor: Actor, choice: ChoiceRound) -> "QuerySet[MentorOffer]":
    """The own part of a round, for a mentor who takes students in it."""
    rows: QuerySet[MentorOffer] = MentorOffer.objects.of(choice.school_id)
    return rows.filter(round=choice, staff_id=_person(actor), absent=False, maximum__gt=0)


def _drafts(choice: ChoiceRound) -> "QuerySet[MatchRun]":
    rows: QuerySet[MatchRun] = MatchRun.objects.of(choice.school_id)
    return rows.filter(round=choice, state=MatchRun.State.DRAFT).order_by("-created_at", "-id")


def _live(choice: ChoiceRound) -> Any:
    """The pairings of the round's students."""
    rows = Pairing.objects.of(choice.school_id).filter(ends=None, student__left_on=None)
    return rows.filter(student__school_class__grade_id__in=choice.grades) if choice.grades else rows


def _nothing(_actor: Actor, _choice: ChoiceRound) -> list[Any]:
    return []


def _round(_actor: Actor, choice: ChoiceRound) -> list[Any]:
    return [choice.pk]


def _offer(actor: Actor, choice: ChoiceRound) -> list[Any]:
    return list(_offers(actor, choice).values_list("pk", flat=True))


def _draft(_actor: Actor, choice: ChoiceRound) -> list[Any]:
    return list(_drafts(choice).values_list("pk", flat=True)[:1])


@dataclass(frozen=True, slots=True)
class Part:
    """Somebody's part of a step: whether it is asked (None: not; True: done, may change), the page, what it names."""

    asks: Callable[[Actor, ChoiceRound], bool | None]
    page: str
    named: Callable[[Actor, ChoiceRound], list[Any]] = _round


Parts = Mapping[str, Part]
# Role → step → its part; "*" for any other step. A new way to act in a step is one line.
PARTS: tuple[tuple[Role, Parts], ...] = (
    (
        Role.STUDENT,
        {
            "student_choice": Part(_chooses, "matching:wish_edit", _nothing),
            "agreement": Part(_signs("student"), "matching:agreement_sign"),
        },
    ),
    (
        Role.MENTOR,
        {
            "mentor_application": Part(_applies, "matching:application_edit"),
            "publish_mentors": Part(_introduces, "matching:offer_mine", _offer),
            "mentor_choice": Part(_marks, "matching:mark_edit", _offer),
            "claim_groups": Part(_claims, "matching:claim_edit"),
            "agreement": Part(_signs("mentor"), "matching:agreement_sign"),
            "first_meeting": Part(_meets, "matching:meeting_held"),
        },
    ),
    (Role.GUARDIAN, {"agreement": Part(_signs("guardian"), "matching:agreement_sign")}),
    (
        Role.HOMEROOM_TEACHER,
        {
            "student_list": Part(_always, "matching:listed_edit"),
            "group_students": Part(_always, "matching:grouping_list"),
            "class_choice": Part(_always, "matching:class_choice_edit"),
            "adjust": Part(_adjusts, "matching:run_show", _draft),
            "agreement": Part(_always, "matching:agreement_list"),
        },
    ),
    (Role.GRADE_LEAD, {"*": Part(_always, "matching:round_show")}),
    (Role.MORAL_OFFICE, {"*": Part(_always, "matching:round_show")}),
)
# Who has a part in a step beside those the scheme names: the office runs all of them, homeroom teachers collect paper.
ALSO: Mapping[str, frozenset[Role]] = {
    "agreement": frozenset({Role.HOMEROOM_TEACHER}),
    "publish_mentors": frozenset({Role.MENTOR}),  # whoever publishes: students read the mentor's own words
}
