"""Forms of a base scheme: where it begins, what is marked, why a school declines."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from taoli.engine.scheme.yaml_text import MOST_BYTES
from taoli.oversight.models import BaseDraft
from taoli.oversight.queries.points import Entry, Point
from taoli.oversight.services.base_answers import LONGEST

Mark = BaseDraft.Mark
WORDS = {Mark.FREE: _("free"), Mark.BINDING: _("binding"), Mark.OPEN: _("open")}


class BaseStartForm(forms.Form):
    """A published text, the last version, or a file."""

    start = forms.ChoiceField(label=_("Begin with"), required=False)
    file = forms.FileField(label=_("Or a YAML file"), required=False)

    def __init__(self, *args: Any, choices: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        """Offer the texts there are."""
        super().__init__(*args, **kwargs)
        self.fields["start"] = forms.ChoiceField(label=_("Begin with"), choices=[("", "—"), *choices], required=False)

    def clean(self) -> dict[str, Any]:
        """One of the two is needed."""
        given: dict[str, Any] = super().clean() or {}
        if not given.get("file") and not given.get("start") and not self.errors:
            raise forms.ValidationError(_("Choose a text to begin with, or a file."))
        return given

    def data_read(self) -> bytes | None:
        """Return the file's bytes, of one too large just as much as shows that it is; None without a file."""
        file = self.cleaned_data.get("file")
        data: bytes | None = file.read(MOST_BYTES + 1) if file else None
        return data


class BaseTitleForm(forms.Form):
    """What the base is called."""

    title = forms.CharField(label=_("Title"), max_length=120)
    edit = forms.IntegerField(widget=forms.HiddenInput)


class MarksForm(forms.Form):
    """One choice for each place of a part."""

    edit = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, data: Any, *, entries: list[Entry], edit: int) -> None:
        """Make the fields."""
        super().__init__(data, initial={"edit": edit})
        self.entries = entries
        for entry in entries:
            self._add(entry.whole, str(_("As a whole")))
            for point in entry.values:
                self._add(point, f"{point.label} · {point.value}" if point.value else point.label)

    def groups(self) -> list[dict[str, Any]]:
        """Return the fields entry by entry, for the page."""
        return [
            {
                "title": entry.whole.label,
                "clause": entry.clause,
                "fields": [self[entry.whole.path], *(self[point.path] for point in entry.values)],
            }
            for entry in self.entries
        ]

    def marks(self) -> dict[str, str]:
        """Return the chosen marks by path."""
        return {path: mark for path, mark in self.cleaned_data.items() if path != "edit"}

    def _add(self, point: Point, label: str) -> None:
        self.fields[point.path] = forms.ChoiceField(
            label=label,
            choices=[(mark, WORDS[Mark(mark)]) for mark in point.possible],
            initial=point.mark,
            widget=forms.RadioSelect,
        )


class DeclineForm(forms.Form):
    """Why a school does not take the base over, in its own words."""

    reason = forms.CharField(label=_("Why"), max_length=LONGEST, widget=forms.Textarea({"rows": 3}))
