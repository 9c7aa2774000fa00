"""The page of a group: its members, what it did, what its members suggest."""

import datetime as dt
import uuid
from dataclasses import dataclass

from django.db.models import Q
from django.http import Http404
from django.utils.timezone import localtime

from taoli.common import clock
from taoli.common.policy import Actor
from taoli.guidance.models import GroupSuggestion, GuidanceRecord
from taoli.guidance.permissions import GROUP
from taoli.guidance.phrases import ago, full_date
from taoli.guidance.queries.records import sentence
from taoli.matching.models import Pairing
from taoli.matching.queries.meetings import meetings_ahead
from taoli.matching.queries.pairings import holding
from taoli.roster.models import Group, GroupMember

ACTIVITIES = 20
TOGETHER = ("group_activity", "group_talk")


@dataclass(frozen=True, slots=True)
class Activity:
    """Something the group did, in the sentence that is printed of it."""

    when: str
    day: str
    sentence: str


@dataclass(frozen=True, slots=True)
class SuggestionRow:
    """A suggestion as the reader sees it; one that was hidden is seen by who wrote it, with the reason."""

    pk: uuid.UUID
    text: str
    by: str
    when: str
    mine: bool
    hidden: str


@dataclass(frozen=True, slots=True)
class GroupPage:
    """What a group's page shows: names only, no numbers, nothing of one member that is not everybody's."""

    group: Group
    members: list[str]
    mentors: list[str]
    activities: list[Activity]
    suggestions: list[SuggestionRow]
    meetings: list[str]
    member: bool
    guides: bool


def groups_of(actor: Actor) -> list[Group]:
    """Return the groups whose page the actor may open, in order."""
    rows = GROUP.within(Group.objects.filter(_guided(actor.school_id), closed_on=None), actor, "view")
    return list(rows.select_related("school_class").order_by("name", "id"))


def get_group(actor: Actor, pk: uuid.UUID, action: str = "view") -> Group:
    """Return a group that the actor reaches; 404 otherwise."""
    rows = GROUP.within(Group.objects.filter(_guided(actor.school_id), pk=pk), actor, action)
    found: Group | None = rows.select_related("school_class").first()
    if found is None:
        raise Http404
    return found


def _guided(school_id: int) -> Q:
    """Return the condition of groups that have a page: those that learn or play together, and whatever is mentored as
    one (a dormitory room in some schemes).
    """
    mentored = Pairing.objects.of(school_id).filter(holding(clock.today())).exclude(group=None)
    return Q(kind__in=(Group.Kind.STUDY_GROUP, Group.Kind.INTEREST_GROUP)) | Q(pk__in=mentored.values("group_id"))


def get_suggestion(actor: Actor, pk: uuid.UUID) -> GroupSuggestion:
    """Return a suggestion of a group that the actor reaches; 404 otherwise."""
    found = GroupSuggestion.objects.of(actor.school_id).filter(pk=pk).first()
    if found is None:
        raise Http404
    get_group(actor, found.group_id)
    return found


def group_page(actor: Actor, pk: uuid.UUID) -> GroupPage:
    """Return the page of a group for a member or a mentor."""
    group, today = get_group(actor, pk), clock.today()
    members = GroupMember.objects.of(actor.school_id).filter(holding(today), group=group, student__left_on=None)
    pairings = list(
        Pairing.objects.of(actor.school_id)
        .filter(holding(today), student_id__in=members.values("student_id"))
        .select_related("mentor", "student")
        .order_by("mentor__sort_key", "id")
    )
    return GroupPage(
        group=group,
        members=list(members.order_by("student__sort_key", "id").values_list("student__name", flat=True)),
        mentors=list(dict.fromkeys(one.mentor.name for one in pairings)),
        activities=_activities(group, today),
        suggestions=_suggestions(actor, group, today),
        meetings=list(dict.fromkeys(meetings_ahead(actor.school_id, pairings).values())),
        member=GROUP.within(Group.objects.filter(pk=pk), actor, "suggest").exists(),
        guides=GROUP.within(Group.objects.filter(pk=pk), actor, "hide").exists(),
    )


def _activities(group: Group, today: dt.date) -> list[Activity]:
    rows = GuidanceRecord.objects.of(group.school_id).filter(
        pairing__group=group, kind__in=TOGETHER, state=GuidanceRecord.State.SUBMITTED, made=True
    )
    seen: dict[uuid.UUID, GuidanceRecord] = {}
    for row in rows.order_by("-held_on", "-entered_at", "-id")[: ACTIVITIES * 10]:
        seen.setdefault(row.occasion, row)
    return [
        Activity(ago(row.held_on, today), full_date(row.held_on), sentence(row, [group.name]))
        for row in list(seen.values())[:ACTIVITIES]
    ]


def _suggestions(actor: Actor, group: Group, today: dt.date) -> list[SuggestionRow]:
    rows = GroupSuggestion.objects.of(group.school_id).filter(
        Q(hidden_at=None) | Q(student_id=actor.person_id), group=group, taken_back_at=None
    )
    return [
        SuggestionRow(
            pk=row.pk,
            text=row.text,
            by=row.student.name,
            when=ago(localtime(row.made_at).date(), today),
            mine=row.student_id == actor.person_id,
            hidden=row.hidden_reason,
        )
        for row in rows.select_related("student").order_by("-made_at", "-id")[:50]
    ]
