"""Forming groups."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from taoli.matching.forms.fields import MOST_BYTES, MOST_STUDENTS
from taoli.matching.readers.scores import Scores, read_scores
from taoli.matching.services import Ask


class GroupingForm(forms.Form):
    """How groups are to be formed: how many or how large, what to balance, a workbook of scores or groups."""

    count = forms.IntegerField(label=_("How many groups"), min_value=1, max_value=MOST_STUDENTS, required=False)
    size = forms.IntegerField(label=_("About how many in a group"), min_value=1, max_value=100, required=False)
    balance = forms.MultipleChoiceField(
        label=_("Alike in every group"),
        choices=[("gender", _("Girls and boys")), ("layer", _("Layers")), ("boarding", _("Boarders"))],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    ratio = forms.RegexField(
        label=_("Ratio of layers"),
        regex=r"^\s*[1-9]\d?(\s*[:：]\s*[1-9]\d?){1,5}\s*$",
        required=False,
        help_text=_("Makes layers of the scores in the workbook; without scores, the roster's layers count."),
        error_messages={"invalid": _("Write it as 3:5:2.")},
    )
    file = forms.FileField(
        label=_("Workbook (.xlsx) with 学号 and 成绩, or 学号 and 小组"),
        widget=forms.FileInput(attrs={"accept": ".xlsx"}),
        max_length=120,
        required=False,
        help_text=_("The scores are used for this draft only and are erased when you accept the groups."),
    )

    def clean(self) -> dict[str, Any]:
        """Ask for a number or a size, unless the workbook may say the groups."""
        found: dict[str, Any] = super().clean() or {}
        file = found.get("file")
        if file and file.size > MOST_BYTES:
            self.add_error("file", _("The file is larger than 10 MB."))
        if not self.errors and not (found.get("count") or found.get("size") or file):
            self.add_error("count", _("Please say how many groups, or how many students in a group."))
        return found

    def ask(self, seed: int) -> Ask:
        """Return what is asked for, for a valid form; TaoliError when the workbook cannot be read."""
        told = self.cleaned_data
        scores = read_scores(told["file"].read()) if told["file"] else Scores()
        ratio = tuple(int(part) for part in told["ratio"].replace("：", ":").split(":")) if told["ratio"] else ()
        return Ask(told["count"] or 0, told["size"] or 0, tuple(told["balance"]), ratio, scores, seed)
