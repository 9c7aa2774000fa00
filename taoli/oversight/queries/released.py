"""What has been released to a bureau: the only thing the pages of its overview read."""

import datetime as dt
from collections.abc import Collection, Mapping
from typing import Any

from django.db.models import QuerySet

from taoli.common.policy import Actor
from taoli.engine.release import Amount, Figure, load, load_amounts
from taoli.engine.summary import MEASURES, MeasureKind
from taoli.oversight.models import ReleasedFigure, WeekRelease
from taoli.oversight.permissions import OVERVIEW

DEEDS, SURVEY = "deeds", "survey."
TALLIES = ("yes", "answers", "asked")
# What stands in a row of deeds, in this order.
AMOUNTS: tuple[str, ...] = (
    *(one.key for one in MEASURES.values() if one.kind is MeasureKind.DEEDS),
    *(f"{one.key}.{part}" for one in MEASURES.values() if one.kind is MeasureKind.CELLS for part in ("met", "due")),
)
Figures = Mapping[str, Mapping[str, Figure]]


def indicator_measure(source: str, key: str, tally: str) -> str:
    """Return the measure under which a count of an indicator is released."""
    return f"{SURVEY}{source}.{key}.{tally}"


def releases(actor: Actor) -> QuerySet[WeekRelease]:
    """Return the bureau's releases, the newest first, without their trees."""
    rows: QuerySet[WeekRelease] = OVERVIEW.within(WeekRelease.objects.all(), actor, "view")
    return rows.defer("used", "areas", "schools", "grades").order_by("-week")


def release_of(actor: Actor, week: dt.date | None, *, grades: bool = False) -> WeekRelease | None:
    """Return the release of a week, or the newest when there is none of it."""
    rows: QuerySet[WeekRelease] = OVERVIEW.within(WeekRelease.objects.all(), actor, "view")
    rows = rows.defer("used") if grades else rows.defer("used", "grades")
    return (week and rows.filter(week=week).first()) or rows.order_by("-week").first()


def figures(
    actor: Actor, release: WeekRelease, levels: Collection[str], measures: Collection[str] = ()
) -> tuple[Figures, Mapping[str, Amount]]:
    """Return measure → node → figure (of some measures, or all), and node → deeds of the week: one read."""
    found: dict[str, dict[str, Figure]] = {}
    deeds: dict[str, Amount] = {}
    rows = _rows(actor).filter(release=release, level__in=levels)
    for row in rows.filter(measure__in=measures) if measures else rows:
        if row.measure == DEEDS:
            deeds |= load_amounts(row.rows)
        else:
            found.setdefault(row.measure, {}).update(load(row.rows))
    return found, deeds


def past(
    actor: Actor, measures: Collection[str], levels: Collection[str], until: dt.date, *, weeks: int
) -> list[tuple[WeekRelease, str, Any]]:
    """Return (release, measure, rows) of some measures in the last weeks released by a day, the earliest week first:
    one read.
    """
    rows = _rows(actor).filter(measure__in=measures, level__in=levels, release__week__lte=until)
    kept = rows.select_related("release").defer(*(f"release__{one}" for one in ("used", "areas", "schools", "grades")))
    last = kept.order_by("-release__week", "measure", "level")[: weeks * len(measures) * len(levels)]
    return [(row.release, row.measure, row.rows) for row in reversed(last)]


def surveys(actor: Actor) -> list[tuple[WeekRelease, Figures]]:
    """Return the last release that tells of each term's survey, the earliest first, and its indicators by area: two
    reads.
    """
    rows = releases(actor).defer(None).defer("used", "schools", "grades").exclude(survey_term="")
    last = {one.survey_term: one for one in rows.order_by("week")}
    found: dict[Any, dict[str, Mapping[str, Figure]]] = {one.pk: {} for one in last.values()}
    told = _rows(actor).filter(release__in=found, level=ReleasedFigure.Level.AREA, measure__startswith=SURVEY)
    for row in told:
        found[row.release_id][row.measure] = load(row.rows)
    return [(one, found[one.pk]) for one in sorted(last.values(), key=lambda one: one.week)]


def _rows(actor: Actor) -> QuerySet[ReleasedFigure]:
    rows: QuerySet[ReleasedFigure] = OVERVIEW.within(ReleasedFigure.objects.all(), actor, "view")
    return rows
