"""The one clock: real time, or the frozen moment of the demo."""

import datetime as dt

from django.conf import settings
from django.utils import timezone


def now() -> dt.datetime:
    """Return the aware present moment; in the demo the moment of TAOLI_DEMO_CLOCK."""
    if settings.DEMO and settings.DEMO_CLOCK:
        return timezone.make_aware(dt.datetime.fromisoformat(settings.DEMO_CLOCK))
    return timezone.now()


def today() -> dt.date:
    """Return the present day in the school's time zone."""
    return timezone.localtime(now()).date()
