"""Small fields that the forms of matching share."""

import datetime as dt
from typing import Any

from django import forms

DAY = {"type": "date"}


MOST_STUDENTS, MOST_SEED, MOST_BYTES = 500, 2_000_000_000, 10 * 1024 * 1024


MOST_DIGITS = 9


def day_field() -> forms.DateInput:
    return forms.DateInput(format="%Y-%m-%d", attrs=DAY)


def number_field(label: Any, initial: int | None) -> forms.IntegerField:
    return forms.IntegerField(
        label=label,
        min_value=0,
        max_value=MOST_STUDENTS,
        required=False,
        initial=initial,
        widget=forms.NumberInput(attrs={"aria-label": label, "inputmode": "numeric"}),
    )


def moment_field(label: Any, initial: dt.datetime | None) -> forms.DateTimeField:
    widget = forms.DateTimeInput(format="%Y-%m-%dT%H:%M", attrs={"type": "datetime-local", "aria-label": label})
    return forms.DateTimeField(label=label, required=False, initial=initial, widget=widget)
