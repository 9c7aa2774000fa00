"""Stories: the author's own, those that wait for the review, the collection."""

import datetime as dt
import uuid
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q, QuerySet
from django.http import Http404

from taoli.common import clock
from taoli.common.policy import Actor
from taoli.evaluation.models import Story, StoryStudent
from taoli.evaluation.permissions import STORY
from taoli.matching.queries.pairings import pairings_of_mentor
from taoli.roster.models import Student

GROWN = 14  # years: from then on the student's own word counts (personal information protection law, 31)
PRIVATE = (Story.State.DRAFT, Story.State.WITHDRAWN)
Consent, Giver = StoryStudent.Consent, StoryStudent.Giver


@dataclass(frozen=True, slots=True)
class AboutRow:
    """A student a story is about; `by_family`: only a parent or guardian can agree."""

    row: StoryStudent
    by_family: bool

    @property
    def agreed(self) -> bool:
        """Whether the consent that is needed is there."""
        given = self.row.consent == Consent.GIVEN
        return given and (self.row.giver == Giver.GUARDIAN or not self.by_family)


def collection(actor: Actor, kind: str = "") -> list[Story]:
    """Return what the whole staff reads: accepted stories, the latest first."""
    rows: QuerySet[Story] = STORY.within(Story.objects.filter(state=Story.State.ACCEPTED), actor, "read")
    rows = rows.filter(kind=kind) if kind in Story.Kind.values else rows
    return list(rows.select_related("author").order_by("-accepted_at", "id"))


def own_stories(actor: Actor) -> list[Story]:
    """Return the actor's own, the latest first."""
    rows: QuerySet[Story] = STORY.within(Story.objects.all(), actor, "write")
    return list(rows.select_related("author").order_by("-written_at", "id"))


def to_review(actor: Actor) -> list[Story]:
    """Return what waits for a review by the actor, the first first; nobody reviews the own."""
    rows: QuerySet[Story] = STORY.within(Story.objects.filter(state=Story.State.SUBMITTED), actor, "review")
    rows = rows.exclude(author_id=actor.person_id) if actor.person_id else rows
    return list(rows.select_related("author").order_by("written_at", "id"))


def get_story(actor: Actor, pk: uuid.UUID, action: str) -> Story:
    """Return one story within reach of an action; 404 otherwise.

    `read`: in the collection only. What is a draft, or was taken out, is nobody's but the author's.
    """
    rows: QuerySet[Story] = STORY.within(Story.objects.all(), actor, action)
    if action == "read":
        rows = rows.filter(state=Story.State.ACCEPTED)
    elif action != "write":
        rows = rows.filter(~Q(state__in=PRIVATE) | Q(author_id=actor.person_id))
    found = rows.select_related("author", "school").filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def is_own(actor: Actor, story: Story) -> bool:
    """Say whether the actor wrote it."""
    return story.author_id == actor.person_id


def about_rows(story: Story) -> list[AboutRow]:
    """Return the students a story is about, with their consent."""
    rows = StoryStudent.objects.of(story.school_id).filter(story=story).select_related("student")
    return [AboutRow(row, under_age(row.student)) for row in rows.order_by("student__sort_key", "id")]


def get_about(story: Story, pk: uuid.UUID) -> StoryStudent:
    """Return one student of a story; 404 otherwise."""
    found = StoryStudent.objects.of(story.school_id).filter(story=story, pk=pk).first()
    if found is None:
        raise Http404
    return found


def lacking(rows: Iterable[AboutRow]) -> list[str]:
    """Return the names of those whose consent is missing."""
    return [one.row.student.name for one in rows if not one.agreed]


def under_age(student: Student, on: dt.date | None = None) -> bool:
    """Say whether only the family can agree: younger than fourteen, or of unknown age."""
    if student.birthday is None:
        return True
    today, born = on or clock.today(), student.birthday
    years = today.year - born.year - ((today.month, today.day) < (born.month, born.day))
    return years < GROWN


def own_students(actor: Actor) -> list[tuple[str, str]]:
    """Return (id, name and class) of the students a mentor can write about: the own ones."""
    if actor.person_id is None:
        return []
    rows = pairings_of_mentor(actor.school_id, actor.person_id, clock.today())
    return [(str(row.student_id), f"{row.student.name}（{row.school_class.name}）") for row in rows]
