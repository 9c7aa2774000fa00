"""Forms of evaluation."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from taoli.engine.scheme import Honour


class AnswersForm(forms.Form):
    """A workbook of answers."""

    file = forms.FileField(
        label=_("Workbook with answers (.xlsx)"),
        help_text=_(
            "One sheet a source, as in the workbook to fill in: 导师工号, 导师姓名, 分数. No names of who answered."
        ),
        widget=forms.FileInput(attrs={"accept": ".xlsx"}),
    )


class TickForm(forms.Form):
    """An assessor's word on one item."""

    item = forms.SlugField(max_length=40)
    good = forms.ChoiceField(choices=[("yes", "yes"), ("no", "no")], required=False)
    points = forms.FloatField(min_value=0, max_value=1000, required=False)


class HonourForm(forms.Form):
    """Who gets an honour that people give; for stars the level and the criteria that were met."""

    mentor = forms.ChoiceField(label=_("Mentor"))
    level = forms.TypedChoiceField(label=_("Level"), coerce=int, widget=forms.RadioSelect)
    met = forms.MultipleChoiceField(label=_("Criteria met"), widget=forms.CheckboxSelectMultiple, required=False)

    def __init__(self, *args: Any, honour: Honour, mentors: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        """Offer the mentors of the appraisal, and the levels and criteria of the scheme."""
        super().__init__(*args, **kwargs)
        self._offer("mentor", [("", "—"), *mentors])
        self._offer("level", [(one.level, one.label) for one in honour.levels])
        texts = dict.fromkeys(text for one in honour.levels for text in one.criteria)
        self._offer("met", [(text, text) for text in texts])
        if not honour.levels:
            del self.fields["level"]
        if not texts:
            del self.fields["met"]

    def _offer(self, name: str, choices: list[Any]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices
