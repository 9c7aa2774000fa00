"""What the bureaus' published texts ask for is shown by a rehearsed term, not by a label."""

import csv
import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from taoli.common.policy import POLICIES, Reach, Role
from taoli.config import urls
from taoli.rehearsal.services.area import APPOINTMENT, guests_refused, sealed_for_stations
from taoli.rehearsal.services.rehearsing import Wanted, rehearse
from tools.presets import PRESETS

assert urls.urlpatterns
TYPES = {"BUR", "TRAIN", "HOME", "REW"}


@pytest.mark.parametrize(("key", "code"), [("weifang-2011", "WF-"), ("zhenjiang-2025", "ZJ-")])
def test_every_rule_of_bureau_training_home_and_reward_is_held(key: str, code: str) -> None:
    with (PRESETS / "rules.csv").open(encoding="utf-8", newline="") as file:
        asked = {row["id"] for row in csv.DictReader(file) if row["type"] in TYPES and row["id"].startswith(code)}
    result = rehearse(Wanted(key, students=120)).result
    found = {rule.use.rule: rule.outcome for rule in result.rules if rule.use.rule in asked}
    assert found == dict.fromkeys(asked, "held")


def test_a_station_that_an_officer_could_read_is_no_station(monkeypatch: pytest.MonkeyPatch) -> None:
    assert sealed_for_stations() > 0
    table: Any = POLICIES[APPOINTMENT]
    wider = {one: {**held, Role.OFFICER: Reach.SCHOOL} for one, held in table.actions.items()}
    monkeypatch.setitem(POLICIES, APPOINTMENT, replace(table, actions=wider))
    assert sealed_for_stations() == 0


def test_all_three_kinds_of_mentors_from_outside_need_the_enquiry() -> None:
    assert guests_refused(dt.date(2026, 9, 1)) == 3
