"""A school's own Word template."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from taoli.documents.phrases import fault_words

MEGABYTE = 1024 * 1024
MOST_BYTES = 2 * MEGABYTE


class TemplateForm(forms.Form):
    """A Word file and, if one likes, what is different in it."""

    file = forms.FileField(
        label=_("Word template"),
        help_text=_("A .docx of at most 2 MB, best made from the default template."),
        widget=forms.FileInput(attrs={"accept": ".docx"}),
    )
    note = forms.CharField(
        label=_("What is different"),
        help_text=_("For whoever looks at the versions later; may stay empty."),
        max_length=200,
        required=False,
    )

    def clean_file(self) -> Any:
        """Refuse what is too large before a byte of it is read."""
        file = self.cleaned_data["file"]
        if file.size > MOST_BYTES:
            size = {"size": f"{file.size / MEGABYTE:.1f}", "most": MOST_BYTES // MEGABYTE}
            raise ValidationError(fault_words("too_big", size))
        return file
