"""Which summary of each member stands for it in a week: read by the release alone."""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

from taoli.common.models import Area, School
from taoli.oversight.models import Member, ReceivedSummary, WeekRelease


def members_in(bureau_id: int, week: dt.date) -> list[Member]:
    """Return the members of a week in the order of strokes: those that had left by its Monday are left out."""
    rows = Member.objects.of(bureau_id).select_related("district").order_by("sort_key", "code")
    return [one for one in rows if one.left_on is None or one.left_on > week]


def newest(bureau_id: int, week: dt.date) -> dict[str, ReceivedSummary]:
    """Return member → its newest summary up to a week."""
    rows = ReceivedSummary.objects.of(bureau_id).filter(week__lte=week).order_by("seq").values_list("member_id", "pk")
    found = ReceivedSummary.objects.of(bureau_id).in_bulk(list(dict(rows).values()))
    return {str(one.member_id): one for one in found.values()}


def documents(bureau_id: int, used: Mapping[str, int]) -> dict[str, Mapping[str, Any]]:
    """Return member → the document that counted in the last release."""
    rows = (
        ReceivedSummary.objects.of(bureau_id).filter(seq__in=set(used.values())).values_list("pk", "member_id", "seq")
    )
    wanted = [pk for pk, member, seq in rows if used.get(str(member)) == seq]
    found = ReceivedSummary.objects.of(bureau_id).in_bulk(wanted)
    return {str(one.member_id): one.document for one in found.values()}


def last_release(bureau_id: int) -> WeekRelease | None:
    """Return the bureau's newest release."""
    return WeekRelease.objects.of(bureau_id).defer("areas", "schools", "grades").order_by("-week").first()


def weeks_to_release(bureau_id: int, until: dt.date) -> list[dt.date]:
    """Return the weeks up to `until` of which something came and which are not released, the earliest first."""
    last = last_release(bureau_id)
    rows = ReceivedSummary.objects.of(bureau_id).filter(week__lte=until)
    weeks: Iterable[dt.date] = rows.order_by("week").values_list("week", flat=True).distinct()
    return [one for one in weeks if last is None or one > last.week]


def area_of(bureau_id: int) -> Area | None:
    """Return the area of a bureau."""
    return School.objects.select_related("area").get(pk=bureau_id).area
