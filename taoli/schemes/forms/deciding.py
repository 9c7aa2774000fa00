"""Forms of decisions about a scheme: how records count, from which day, what a reviewer says, which file is read."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from taoli.engine.scheme.yaml_text import MOST_BYTES

SCORINGS = (
    ("coverage", _("By coverage: has each student been reached in each period")),
    ("counted", _("By the number of records, as printed")),
)
LONGEST_REMARK = 400


class AdoptForm(forms.Form):
    """How the appraisal counts."""

    scoring = forms.ChoiceField(
        label=_("How records count"), choices=SCORINGS, initial="coverage", widget=forms.RadioSelect
    )


class PublishForm(forms.Form):
    """From which day."""

    in_force_from = forms.DateField(
        label=_("In force from"), widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
    )


class RemarkForm(forms.Form):
    """What is said about a draft."""

    text = forms.CharField(
        label=_("Remark"), max_length=LONGEST_REMARK, required=False, widget=forms.Textarea({"rows": 3})
    )


class ImportForm(forms.Form):
    """A file, or its text."""

    file = forms.FileField(label=_("File"), required=False)
    text = forms.CharField(
        label=_("Or paste the text"),
        required=False,
        strip=False,
        widget=forms.Textarea({"rows": 10, "data-draft": "off"}),
    )

    def clean(self) -> dict[str, Any]:
        """One of the two is needed."""
        given: dict[str, Any] = super().clean() or {}
        if not given.get("file") and not given.get("text") and not self.errors:
            raise forms.ValidationError(_("Choose a file, or paste its text."))
        return given

    def data_read(self) -> bytes:
        """Return what was given; of a file too large just as much as shows that it is."""
        file = self.cleaned_data.get("file")
        data: bytes = file.read(MOST_BYTES + 1) if file else self.cleaned_data["text"].encode()
        return data
