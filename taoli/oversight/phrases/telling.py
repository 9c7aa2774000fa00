"""How a released figure is said."""

import math

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from taoli.engine.release import LIMIT, Figure, Part

MANY = 100  # from so many on a narrow band is said as "about"


def told(figure: Figure) -> str:
    """Return a figure in words: none, fewer than ten, a band, about so many."""
    low, high = figure.low, figure.high
    if not high:
        return pgettext("people", "none")
    if high < LIMIT:
        return _("fewer than 10")
    if not low:
        return _("%(n)s or fewer") % {"n": high}
    if low >= MANY and high - low < low // LIMIT:
        return _("about %(n)s (%(low)s–%(high)s)") % {"n": (low + high) // 2 // LIMIT * LIMIT, "low": low, "high": high}
    return f"{low}–{high}"


def percent(part: Part | None) -> str:
    """Return a share as the whole per cents around it, an exact one rounded; "" of none."""
    if part is None:
        return ""
    if part.low == part.high:
        return f"{round(100 * part.low)}%"
    low, high = math.floor(100 * part.low), math.ceil(100 * part.high)
    return f"{low}%–{high}%"
