"""The anchor: the same counts by pandas, as an analyst would write them with a list of the periods in hand."""

import sys
from typing import Any

import numpy as np

from bench.terms import AS_OF, TERM, School, calendar, scheme
from taoli.engine.compliance import Asked, asked
from taoli.engine.scheme.duties import Duty

try:
    import pandas as pd
except ModuleNotFoundError:
    sys.exit("This figure needs pandas, which is no part of Taoli: .venv/bin/python -m pip install pandas")

ACT = ["id", "kind", "channel", "made", "by", "students", "on", "entered_on", "minutes", "theme", "planned", "unit"]
PAIRING = ["pairing", "student", "mentor", "unit", "grade", "class", "starts", "ends"]
Counts = dict[tuple[str, str, str, str], tuple[int, str]]


def counts_by_pandas(school: School) -> Counts:
    """(duty, mentor, subject, period) → (how many, met / overdue / open)."""
    acts = pd.DataFrame(school.acts, columns=ACT)
    pairings = pd.DataFrame(school.pairings, columns=PAIRING)
    for column in ("starts", "ends"):
        pairings[column] = pd.to_datetime(pairings[column])
    pairings["ends"] = pairings["ends"].fillna(pd.Timestamp.max)
    acts["on"] = pd.to_datetime(acts["on"])
    acts = acts[acts["made"] & (acts["on"] <= pd.Timestamp(AS_OF))]
    found: Counts = {}
    for one in asked(scheme(), calendar(), TERM):
        found |= _counts(one, acts, pairings)
    return found


def _counts(one: Asked[Duty], acts: Any, pairings: Any) -> Counts:
    duty = one.rule
    mine = acts[acts["kind"].isin([kind.value for kind in duty.kinds])]
    if duty.subject == "self":
        done = mine.rename(columns={"by": "mentor"})[["id", "mentor", "on"]]
        done["subject"] = done["mentor"]
        owners = pairings[["mentor"]].drop_duplicates()
        owners["subject"] = owners["mentor"]
    elif duty.subject == "group":
        done = mine.rename(columns={"by": "mentor", "unit": "subject"})[["id", "mentor", "subject", "on"]]
        owners = pairings.rename(columns={"unit": "subject"})[["mentor", "subject"]].drop_duplicates()
    else:
        rows = mine[["id", "by", "students", "on"]].explode("students")
        done = rows.rename(columns={"by": "mentor", "students": "student"}).merge(pairings, on=["mentor", "student"])
        done = done[(done["on"] >= done["starts"]) & (done["on"] <= done["ends"])].rename(
            columns={"student": "subject"}
        )
        owners = pairings.rename(columns={"student": "subject"})[["mentor", "subject", "starts", "ends"]]
    return _states(one, done, owners)


def _states(one: Asked[Duty], done: Any, owners: Any) -> Counts:
    periods = pd.DataFrame(
        [(place, w.period.key, w.opens, w.closes, w.due) for place, w in enumerate(one.windows)],
        columns=["place", "period", "opens", "closes", "due"],
    )
    for column in ("opens", "closes", "due"):
        periods[column] = pd.to_datetime(periods[column])
    done = done.copy()
    done["place"] = np.searchsorted(periods["opens"].to_numpy(), done["on"].to_numpy(), side="right") - 1
    done = done[(done["place"] >= 0) & (done["on"] <= periods["closes"].to_numpy()[done["place"]])]
    counts = done.groupby(["mentor", "subject", "place"])["id"].nunique().rename("done").reset_index()
    grid = owners.merge(periods, how="cross").merge(counts, on=["mentor", "subject", "place"], how="left")
    if "starts" in grid:
        grid = grid[(grid["starts"] <= grid["closes"]) & (grid["ends"] >= grid["opens"])]
    grid["done"] = grid["done"].fillna(0).astype(int)
    overdue = np.where(grid["due"] < pd.Timestamp(AS_OF), "overdue", "open")
    grid["state"] = np.where(grid["done"] >= one.rule.times, "met", overdue)
    columns = [grid[name].tolist() for name in ("mentor", "subject", "period", "done", "state")]
    return {
        (one.rule.key, mentor, subject, period): (count, state)
        for mentor, subject, period, count, state in zip(*columns, strict=True)
    }
