"""Summaries to check: one of a small school, and what becomes of it when somebody has changed something."""

import datetime as dt
from typing import Any

from taoli.engine.package import SchoolKeys, public_keys
from taoli.engine.summary import Known, Trust, packed, sign

KEYS = SchoolKeys(sign=bytes(range(32)), box=bytes(range(1, 33)))
OTHER = SchoolKeys(sign=bytes(range(2, 34)), box=bytes(range(3, 35)))
KEY = public_keys(KEYS)[0]
TODAY = dt.date(2026, 11, 23)
GRADE: dict[str, Any] = {
    "key": "junior-1",
    "name": "七年级",
    "stage": "junior",
    "campus": "",
    "counts": {"students": 120, "without_mentor": 2, "families_home": 40, "cases_open": 3, "cases_reviewed": 2},
    "cells": {"met_talk": [90, 110]},
}


def document(**changes: Any) -> dict[str, Any]:
    """Return the JSON of a summary."""
    return {
        "format": "taoli-summary",
        "version": 1,
        "school": "hexi",
        "name": "河西学校",
        "week": "2026-11-16",
        "seq": 1,
        "previous": "",
        "made_at": "2026-11-23T07:00:00+08:00",
        "term": "2026-2027学年第一学期",
        "term_week": 12,
        "scheme": "导师制方案 v1",
        "base_version": 0,
        "counts": {"mentors": 30, "mentors_without": 1, "packages_sent": 2, "receipts_lacking": 1},
        "grades": [GRADE],
        "indicators": [
            {"key": "knows_mentor", "source": "student", "term": "上学期", "yes": 90, "answers": 100, "asked": 120}
        ],
        **changes,
    }


def grade(**changes: Any) -> dict[str, Any]:
    """Return a summary whose one grade has other counts or cells."""
    return document(grades=[{**GRADE, **changes}])


def handed(told: dict[str, Any], keys: SchoolKeys = KEYS) -> bytes:
    """Return what a school hands in."""
    return packed(told, sign(keys.sign, told))


def trust(**changes: Any) -> Trust:
    """Return what the bureau knows: the school, its key compared."""
    known = {"name": "河西学校", "key": KEY, "compared": True, **changes}
    return Trust(members={"hexi": Known(**known)}, on=TODAY)
