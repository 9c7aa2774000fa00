"""Sentences about the yearly check (从业查询) of mentors from outside."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.utils import formats
from django.utils.translation import gettext as _


def check_ends(values: Mapping[str, Any]) -> str:
    """Say until when a check holds, and what its end means."""
    day = formats.date_format(dt.date.fromisoformat(values["day"]), "MONTH_DAY_FORMAT")
    words = {"mentor": values["mentor"], "day": day}
    return _("The check (从业查询) of %(mentor)s holds until %(day)s. After it %(mentor)s sees no student.") % words
