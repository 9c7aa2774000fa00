"""Objections, and when records were entered, as sentences."""

from typing import Any

from django.utils.formats import date_format, time_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from taoli.engine.scoring import Burst, Entry
from taoli.evaluation.phrases.appraisal import shown

WHOLE_SHEET = gettext_lazy("the sheet as a whole")
LEFT_OUT = gettext_lazy("left out")
# Beside an item that counts records (product.md, line 3).
COUNTS_RECORDS = gettext_lazy(
    "This item counts records, as the published scheme asks. 教师厅〔2025〕2号, as reported, forbids inspections to "
    "judge by kept traces and ledgers; the school can choose coverage instead."
)


def heard_sentence(before: float | None, after: float | None) -> str:
    """Say from how many points an objection led to how many."""
    first = shown(before) or LEFT_OUT
    return _("First %(before)s, after the objection %(after)s points") % {"before": first, "after": shown(after)}


def burst_sentence(one: Burst) -> str:
    """Say how many records were entered in one go, and when."""
    return _("%(day)s, %(begins)s to %(ends)s: %(count)s records were entered.") % {
        "day": date_format(one.begins, "MONTH_DAY_FORMAT"),
        "begins": time_format(one.begins, "H:i"),
        "ends": time_format(one.ends, "H:i"),
        "count": one.count,
    }


def late_sentence(one: Entry, kind: Any) -> str:
    """Say which record was entered long after its day."""
    return _("%(kind)s of %(day)s, entered on %(entered)s.") % {
        "kind": kind,
        "day": date_format(one.on, "MONTH_DAY_FORMAT"),
        "entered": date_format(one.entered_at, "MONTH_DAY_FORMAT"),
    }
