"""Once a week a bureau is told what its schools' summaries may tell, and nothing else of them is ever shown."""

import datetime as dt
from collections.abc import Iterable

from taoli.common import clock
from taoli.common.models import Area
from taoli.common.policy import Actor, system
from taoli.common.unit import change
from taoli.engine.release import Node
from taoli.oversight.models import Member, ReleasedFigure, WeekRelease
from taoli.oversight.queries.standing import area_of, documents, last_release, members_in, newest, weeks_to_release
from taoli.oversight.services.counting import Standing, Told, Tree, most_common, told
from taoli.oversight.services.taking_in import RELEASED_AFTER


def release_week(*, by: Actor, week: dt.date) -> WeekRelease | None:
    """Tell a bureau of a week; None, and nothing done, when that week or a later one is released or nothing came.

    Reckoned outside the transaction. What comes late counts from the next release on.
    """
    bureau_id, last = by.school_id, last_release(by.school_id)
    area = area_of(bureau_id)
    if area is None or (last is not None and last.week >= week):
        return None
    members = _standing(bureau_id, week, last)
    if not members:
        return None
    row, found = _reckon(area, members)
    row.school_id, row.week, row.made_at = bureau_id, week, clock.now()
    with change(by=by, action="overview.release", week=week.isoformat()) as note:
        if WeekRelease.objects.of(bureau_id).filter(week__gte=week).exists():
            return None
        row.save()
        ReleasedFigure.objects.bulk_create(_rows(row, found))
        note.object_id = row.pk
    return row


def release_weeks(*, bureau_id: int, until: dt.date | None = None) -> int:
    """Release every week that is due by now (the Wednesday after it), each in its own transaction; say how many."""
    last = until or clock.today() - RELEASED_AFTER
    weeks = weeks_to_release(bureau_id, last)
    return sum(release_week(by=system(bureau_id), week=week) is not None for week in weeks)


def _standing(bureau_id: int, week: dt.date, last: WeekRelease | None) -> list[tuple[Member, Standing]]:
    summaries = newest(bureau_id, week)
    before = documents(bureau_id, last.used) if last else {}
    found = []
    for member in members_in(bureau_id, week):
        key = str(member.pk)
        one = summaries.get(key)
        if one is None:
            continue
        stale = one.week.isoformat() if one.week < week else ""
        district = _key(member.district)
        found.append((member, Standing(key, district, member.name, one.document, one.seq, before.get(key), stale)))
    return found


def _reckon(area: Area, members: list[tuple[Member, Standing]]) -> tuple[WeekRelease, Told]:
    standing = tuple(one for _member, one in members)
    districts = {_key(member.district): member.district for member, _one in members}
    root = _key(area)
    below = sorted((key for key in districts if key != root), key=lambda key: (districts[key].name, key))
    nodes = (Node(root), *(Node(key, root) for key in below))
    survey_term = most_common(one["term"] for each in standing for one in each.document["indicators"])
    row = WeekRelease(
        term=most_common(one.document["term"] for one in standing if not one.stale),
        survey_term=survey_term,
        used={one.key: one.seq for one in standing},
        areas=[
            {"key": root, "parent": "", "name": area.name},
            *({"key": key, "parent": root, "name": districts[key].name} for key in below),
        ],
        schools=[_school(one) for one in standing],
        grades=[_grade(one, grade) for one in standing for grade in one.grades],
    )
    return row, told(Tree(nodes, standing), survey_term)


def _school(one: Standing) -> dict[str, object]:
    stages = list(dict.fromkeys(grade["stage"] for grade in one.grades))
    return {"key": one.key, "parent": one.district, "name": one.name, "stages": stages, "stale": one.stale}


def _grade(one: Standing, grade: object) -> dict[str, object]:
    assert isinstance(grade, dict)
    known = {"name": grade["name"], "stage": grade["stage"], "campus": grade.get("campus", "")}
    return {"key": one.grade(grade), "parent": one.key, **known}


def _rows(row: WeekRelease, found: Told) -> Iterable[ReleasedFigure]:
    levels = {node["key"]: ReleasedFigure.Level.AREA for node in row.areas}
    levels |= {node["key"]: ReleasedFigure.Level.SCHOOL for node in row.schools}
    for measure, nodes in found.items():
        split: dict[str, dict[str, object]] = {}
        for key, figure in nodes.items():
            split.setdefault(levels.get(key, ReleasedFigure.Level.GRADE), {})[key] = figure
        for level, rows in split.items():
            yield ReleasedFigure(school_id=row.school_id, release=row, measure=measure, level=level, rows=rows)


def _key(area: Area) -> str:
    return f"a{area.pk}"
