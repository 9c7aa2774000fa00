"""What a page of the overview is about: a week and a place, as nodes of that week's tree."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from taoli.common.policy import Actor
from taoli.oversight.models import ReleasedFigure, WeekRelease
from taoli.oversight.phrases.measures import STAGE_NAMES
from taoli.oversight.queries.released import release_of, releases

Level = ReleasedFigure.Level


@dataclass(frozen=True, slots=True)
class Scope:
    """A week, and the nodes whose figures together make up what is asked: for what is counted by grade, and for what is
    counted by school. `schools` are those of the scope; `mixed`: schools of several stages count in the first only.
    """

    release: WeekRelease
    name: str
    by_grade: tuple[str, ...]
    by_school: tuple[str, ...]
    levels: frozenset[str]
    schools: tuple[Mapping[str, Any], ...]
    district: str = ""
    stage: str = ""
    mixed: bool = False

    @property
    def week(self) -> dt.date:
        """The Monday."""
        return self.release.week

    @property
    def until(self) -> dt.date:
        """The Sunday."""
        return self.week + dt.timedelta(days=6)

    @property
    def key(self) -> str:
        """The place in a word: a node, or a place and a stage."""
        if self.stage:
            return f"{self.district or self.release.areas[0]['key']}:{self.stage}"
        return self.by_grade[0]

    @property
    def stale(self) -> list[Mapping[str, Any]]:
        """Schools that sent nothing that week."""
        return [one for one in self.schools if one["stale"]]

    @property
    def query(self) -> str:
        """The choice as the end of an address."""
        kept = {"week": self.week.isoformat(), "district": self.district, "stage": self.stage}
        return "?" + "&".join(f"{key}={value}" for key, value in kept.items() if value)


def scope_of(actor: Actor, chosen: Mapping[str, str]) -> Scope | None:
    """Return what is asked for, what is unknown left out; None when nothing has been released yet."""
    stage = chosen.get("stage", "")
    stage = stage if stage in STAGE_NAMES else ""
    release = release_of(actor, day_of(chosen.get("week", "")), grades=bool(stage))
    if release is None:
        return None
    root, *below = release.areas
    area = next((one for one in below if one["key"] == chosen.get("district", "")), root)
    district = area["key"] if area is not root else ""
    schools = [one for one in release.schools if not district or one["parent"] == district]
    if not stage:
        alone = (area["key"],)
        return Scope(release, area["name"], alone, alone, frozenset({Level.AREA}), tuple(schools), district)
    name = f"{area['name']} · {STAGE_NAMES[stage]}"
    return _of_stage(release, name, district, stage, [one for one in schools if stage in one["stages"]])


def scope_of_school(actor: Actor, key: str, chosen: Mapping[str, str]) -> Scope | None:
    """Return one school in a week; None when it is not in that week's release."""
    release = release_of(actor, day_of(chosen.get("week", "")), grades=True)
    found = next((one for one in release.schools if one["key"] == key), None) if release else None
    if release is None or found is None:
        return None
    return Scope(release, found["name"], (key,), (key,), frozenset({Level.SCHOOL}), (found,))


def _of_stage(release: WeekRelease, name: str, district: str, stage: str, schools: list[Mapping[str, Any]]) -> Scope:
    whole = [one["key"] for one in schools if one["stages"] == [stage]]
    mixed = {one["key"] for one in schools} - set(whole)
    grades = [one["key"] for one in release.grades if one["parent"] in mixed and one["stage"] == stage]
    levels = frozenset({Level.SCHOOL, Level.GRADE} if mixed else {Level.SCHOOL})
    return Scope(
        release, name, (*whole, *grades), tuple(whole), levels, tuple(schools), district, stage, mixed=bool(mixed)
    )


def weeks_of(actor: Actor) -> list[tuple[str, str]]:
    """Return the released weeks to choose from, the newest first."""
    return [(one.week.isoformat(), f"{one.week:%Y-%m-%d}") for one in releases(actor)]


def districts_in(release: WeekRelease) -> list[tuple[str, str]]:
    """Return the districts to choose from; none when the bureau is a district's."""
    return [(one["key"], one["name"]) for one in release.areas[1:]]


def stages_in(release: WeekRelease) -> list[tuple[str, str]]:
    """Return the stages to choose from."""
    there = {stage for one in release.schools for stage in one["stages"]}
    return [(key, str(name)) for key, name in STAGE_NAMES.items() if key in there]


def day_of(text: str) -> dt.date | None:
    """Return a day as the address says it, or None."""
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return None
