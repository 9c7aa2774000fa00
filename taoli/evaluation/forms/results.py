"""Forms about results of surveys and answers on paper."""

from django import forms
from django.utils.translation import gettext_lazy as _


class ReviewForm(forms.Form):
    """What a reviewer leaves of a free text."""

    comment = forms.UUIDField(widget=forms.HiddenInput)
    edit = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    text = forms.CharField(
        label=_("As it is released"), widget=forms.Textarea(attrs={"rows": 5}), max_length=1000, required=False
    )
    verdict = forms.ChoiceField(choices=[("release", "release"), ("hold", "hold")], widget=forms.HiddenInput)


class PapersForm(forms.Form):
    """A workbook of typed sheets."""

    file = forms.FileField(
        label=_("Workbook with sheets (.xlsx)"),
        help_text=_(
            "One row a sheet: 答卷码, then 第1题, 第2题 … as printed. Numbers for choices, words for free texts."
        ),
        widget=forms.FileInput(attrs={"accept": ".xlsx"}),
    )
