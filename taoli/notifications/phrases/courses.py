"""Sentences about the bureau's training."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.utils import formats
from django.utils.translation import gettext as _

Values = Mapping[str, Any]


def course_seat(values: Values) -> str:
    """Say that whoever waited has a seat."""
    return _("%(course)s on %(day)s: you have a seat now.") % {"course": values["course"], "day": _day(values["day"])}


def course_cancelled(values: Values) -> str:
    """Say that it does not take place, with the bureau's own word."""
    words = {"course": values["course"], "day": _day(values["day"]), "word": values.get("word", "")}
    return _("%(course)s on %(day)s does not take place. %(word)s") % words


def _day(text: str) -> str:
    return formats.date_format(dt.date.fromisoformat(text), "MONTH_DAY_FORMAT")
