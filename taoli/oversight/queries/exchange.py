"""Texts that schools pass on to each other: the school's own desk, what all read, the bureau's desk."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Q, QuerySet
from django.http import Http404

from taoli.common.offered import offered
from taoli.common.policy import Actor
from taoli.evaluation.models import Story
from taoli.evaluation.queries.nameless import known_names, nameless
from taoli.evaluation.queries.stories import about_rows, lacking
from taoli.oversight.models import EventEntry, ExchangeEvent, Part, SharedStory, Stand, StoryOffer, UsefulMark
from taoli.oversight.permissions import SHARED, STORY_OFFER

READ = Q(state=Stand.PUBLISHED)
GONE = (Stand.WITHDRAWN, Stand.RETURNED)


@dataclass(frozen=True, slots=True)
class Own:
    """A text of the collection that its author can pass on, and what became of it."""

    story: Story
    offer: StoryOffer | None

    @property
    def free(self) -> bool:
        """Whether the author can agree now."""
        return self.offer is None or self.offer.state in GONE


@dataclass(frozen=True, slots=True)
class Event:
    """An event with its list."""

    row: ExchangeEvent
    entries: tuple[EventEntry, ...]


def own_texts(actor: Actor) -> list[Own]:
    """Return the actor's own texts of the collection, the latest first."""
    if actor.person_id is None or not STORY_OFFER.may(actor, "own"):
        return []
    rows = Story.objects.of(actor.school_id).filter(author_id=actor.person_id, state=Story.State.ACCEPTED)
    offers = {one.story_id: one for one in STORY_OFFER.within(StoryOffer.objects.all(), actor, "own")}
    return [Own(one, offers.get(one.pk)) for one in rows.order_by("-accepted_at", "id")]


def get_own_text(actor: Actor, pk: uuid.UUID) -> Story:
    """Return one of the actor's own texts of the collection; 404 otherwise."""
    found = next((one.story for one in own_texts(actor) if one.story.pk == pk), None)
    if found is None:
        raise Http404
    return found


def desk(actor: Actor) -> list[StoryOffer]:
    """Return for the office what authors agree to pass on, and what became of it."""
    rows: QuerySet[StoryOffer] = STORY_OFFER.within(StoryOffer.objects.all(), actor, "offer")
    return list(rows.exclude(state=Stand.WITHDRAWN).select_related("story__author").order_by("-agreed_on", "id"))


def get_offer_of_story(actor: Actor, pk: uuid.UUID, action: str) -> StoryOffer:
    """Return one within reach of an action; 404 otherwise."""
    rows: QuerySet[StoryOffer] = STORY_OFFER.within(StoryOffer.objects.all(), actor, action)
    found = rows.select_related("story__author", "school").filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def names_left(story: Story) -> list[str]:
    """Return every name of the school that still stands in the text as the collection shows it."""
    text = nameless(f"{story.clean_title}\n{story.clean_text}", known_names(story))
    return list(dict.fromkeys(name for name, _stand_in, _times in text.found))


def consents_missing(story: Story) -> list[str]:
    """Return the names of students whose consent is not there, looked at anew."""
    return lacking(about_rows(story))


def shared(actor: Actor, part: str = "") -> list[SharedStory]:
    """Return what all schools of the area read, the latest first; no other order."""
    rows = offered(actor, SharedStory, READ)
    rows = rows.filter(part=part) if part in Part.values else rows
    return list(rows.defer("text").select_related("member", "school").order_by("-published_at", "id"))


def get_shared(actor: Actor, pk: uuid.UUID) -> SharedStory:
    """Return one text of the exchange; 404 otherwise."""
    found = offered(actor, SharedStory, READ).filter(pk=pk).select_related("member", "school").first()
    if found is None:
        raise Http404
    return found


def is_marked(actor: Actor, ref: uuid.UUID) -> bool:
    """Say whether the school has said that a text is of use to it."""
    return UsefulMark.objects.of(actor.school_id).filter(ref=ref).exists()


def events_offered(actor: Actor) -> list[Event]:
    """Return the events that the bureaus above show, the latest first, with their lists."""
    rows = offered(actor, ExchangeEvent, Q(published=True)).order_by("-day", "id")
    return _with_entries(list(rows))


def events(actor: Actor) -> list[Event]:
    """Return the bureau's own events, the latest first."""
    rows: QuerySet[ExchangeEvent] = SHARED.within(ExchangeEvent.objects.all(), actor, "view")
    return _with_entries(list(rows.order_by("-day", "id")))


def get_event(actor: Actor, pk: uuid.UUID) -> Event:
    """Return one event; 404 otherwise."""
    rows: QuerySet[ExchangeEvent] = SHARED.within(ExchangeEvent.objects.filter(pk=pk), actor, "decide")
    found = _with_entries(list(rows))
    if not found:
        raise Http404
    return found[0]


def handed_texts(actor: Actor) -> list[SharedStory]:
    """Return for the bureau what schools have handed in: what waits first, then what is read in the area."""
    rows: QuerySet[SharedStory] = SHARED.within(SharedStory.objects.exclude(state__in=GONE), actor, "view")
    return list(rows.defer("text").select_related("member").order_by("state", "-offered_at", "id"))


def get_handed_text(actor: Actor, pk: uuid.UUID) -> SharedStory:
    """Return one of them; 404 otherwise."""
    rows: QuerySet[SharedStory] = SHARED.within(SharedStory.objects.exclude(state__in=GONE), actor, "decide")
    found = rows.select_related("member").filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def _with_entries(rows: Sequence[ExchangeEvent]) -> list[Event]:
    schools = {one.school_id for one in rows}
    found: dict[uuid.UUID, list[EventEntry]] = {one.pk: [] for one in rows}
    entries = EventEntry.objects.filter(school_id__in=schools, event__in=list(found), story__state=Stand.PUBLISHED)
    for one in entries.select_related("story__member").order_by("story__member__sort_key", "story__title", "id"):
        found[one.event_id].append(one)
    return [Event(one, tuple(found[one.pk])) for one in rows]
