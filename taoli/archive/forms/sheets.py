"""Sheets and codes: which class, what kind, what was typed."""

import datetime as dt
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from taoli.archive.queries.sheets import SheetKind
from taoli.archive.services.sheets import SheetLine
from taoli.common import clock
from taoli.guidance.queries.asking import Window
from taoli.roster.models import SchoolClass

MOST = 2000


class SeatForm(forms.Form):
    """The code of a slip, as typed in the computer room."""

    code = forms.CharField(
        label=_("Seat code on your slip"),
        max_length=40,
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false", "autofocus": True}
        ),
    )


class RoomForm(forms.Form):
    """For which class."""

    room = forms.ChoiceField(label=_("Class"))

    def __init__(self, *args: Any, rooms: list[SchoolClass], **kwargs: Any) -> None:
        """Offer the classes within reach."""
        super().__init__(*args, **kwargs)
        field = self.fields["room"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(str(one.pk), one.name) for one in rooms]


class SheetForm(forms.Form):
    """What is asked on a sheet, at a seat of the computer room."""

    def __init__(self, *args: Any, kind: SheetKind, windows: tuple[Window, ...] = (), **kwargs: Any) -> None:
        """Make a field for each question."""
        super().__init__(*args, **kwargs)
        self.names = [f"a{place}" for place in range(len(kind.questions))]
        if windows:
            named = [(one.key, one.words) for one in windows]
            self.fields["period"] = forms.ChoiceField(label=_("For which weeks"), choices=named)
        for name, words, short in zip(self.names, kind.questions, kind.short, strict=True):
            most = MOST if kind.key != "goal" else 100 if short else 200
            widget = forms.TextInput() if short else forms.Textarea(attrs={"rows": 3})
            self.fields[name] = forms.CharField(label=words, max_length=most, required=False, widget=widget)

    def answers(self) -> list[str]:
        """Return what was written, in the order of the questions."""
        return [self.cleaned_data[name] for name in self.names]


def sheet_lines(post: QueryDict, questions: int) -> list[SheetLine]:
    """Return the lines of a page of typed sheets that have anything in them."""
    columns = [post.getlist(f"a{place}") for place in range(questions)]
    found = []
    for place, number in enumerate(post.getlist("number")):
        answers = tuple(column[place].strip() if place < len(column) else "" for column in columns)
        line = SheetLine("".join(number.split())[:30], answers)
        if line.number or any(line.answers):
            found.append(line)
    return found


def held_day(post: QueryDict) -> dt.date:
    """Return the day on which the papers were handed in: today unless another is said."""
    try:
        return dt.date.fromisoformat(post.get("held_on", ""))
    except ValueError:
        return clock.today()
