"""A survey as the office prepares it, and its questions."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from taoli.engine.survey import Question
from taoli.evaluation.models import Survey
from taoli.evaluation.phrases import KINDS
from taoli.evaluation.services import SurveyFacts
from taoli.roster.models import Grade

DAY = {"type": "date"}
USUAL_DAYS = 7


class SurveyForm(forms.Form):
    """What the office says of a survey."""

    title = forms.CharField(label=_("Title"), max_length=60)
    intro = forms.CharField(
        label=_("A word before"), max_length=300, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    opens_on = forms.DateField(label=_("From"), widget=forms.DateInput(format="%Y-%m-%d", attrs=DAY))
    closes_on = forms.DateField(label=_("Last day to answer"), widget=forms.DateInput(format="%Y-%m-%d", attrs=DAY))
    grades = forms.MultipleChoiceField(
        label=_("Grades asked"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_("None chosen: the whole school."),
    )
    sample = forms.IntegerField(
        label=_("Only a sample of so many"),
        min_value=1,
        max_value=100_000,
        required=False,
        help_text=_("Empty: everybody is asked. A sample is drawn by chance, and anyone can draw it again."),
    )
    seed = forms.CharField(
        label=_("Seed of the draw"),
        max_length=40,
        required=False,
        help_text=_(
            "Published. A number that nobody can choose, such as a lottery result, convinces most; empty: made."
        ),
    )
    counts = forms.BooleanField(label=_("The mark enters the appraisal"), required=False)
    edit = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, grades: Sequence[Grade], scored: bool, **kwargs: Any) -> None:
        """Offer the school's grades; where nothing can count, do not ask."""
        super().__init__(*args, **kwargs)
        field = self.fields["grades"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = [(str(one.pk), one.name) for one in grades]
        if not scored:
            del self.fields["counts"]

    def clean(self) -> dict[str, Any]:
        """Refuse a last day before the first."""
        read = super().clean() or {}
        first, last = read.get("opens_on"), read.get("closes_on")
        if first and last and last < first:
            self.add_error("closes_on", _("The last day to answer lies before the first."))
        return read

    def facts(self) -> SurveyFacts:
        """Return what was said."""
        read = self.cleaned_data
        return SurveyFacts(
            title=read["title"],
            intro=read["intro"],
            opens_on=read["opens_on"],
            closes_on=read["closes_on"],
            grades=tuple(read["grades"]),
            sample=read["sample"],
            seed=read["seed"],
            counts=read.get("counts", False),
        )


def said(survey: Survey) -> dict[str, Any]:
    """Return what stands in the form of a survey that is being prepared."""
    names = ("title", "intro", "opens_on", "closes_on", "grades", "sample", "seed", "counts", "edit")
    return {name: getattr(survey, name) for name in names}


def proposed(title: str, intro: str, today: dt.date) -> dict[str, Any]:
    """Return what stands in the form of a new survey."""
    last = today + dt.timedelta(days=USUAL_DAYS)
    return {"title": title, "intro": intro, "opens_on": today, "closes_on": last, "counts": True}


class QuestionForm(forms.Form):
    """One question of the school's own."""

    text = forms.CharField(label=_("Question"), max_length=120, widget=forms.Textarea(attrs={"rows": 2}))
    kind = forms.ChoiceField(label=_("Answered by"), choices=list(KINDS.items()), widget=forms.RadioSelect)
    most = forms.IntegerField(label=_("Best mark of the scale"), min_value=2, max_value=10, initial=5, required=False)
    options = forms.CharField(
        label=_("Answers to choose from"),
        max_length=600,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("One a line, two to ten."),
    )
    required = forms.BooleanField(label=_("Must be answered"), required=False)
    scored = forms.BooleanField(label=_("This scale is the mark that the appraisal takes"), required=False)
    edit = forms.IntegerField(widget=forms.HiddenInput)

    def question(self) -> dict[str, Any]:
        """Return it as `taoli.engine.survey.Question` reads it."""
        read = self.cleaned_data
        lines = [line.strip() for line in read["options"].splitlines() if line.strip()]
        chosen = read["kind"] in {"choice", "many"}
        return {
            "kind": read["kind"],
            "text": " ".join(read["text"].split()),
            "options": tuple(lines) if chosen else (),
            "most": read["most"] or 5,
            "required": read["required"] or read["scored"],
            "scored": read["scored"],
        }


def asked_before(question: Question) -> dict[str, Any]:
    """Return what stands in the form of a question."""
    return {
        "text": question.text,
        "kind": question.kind.value,
        "most": question.most,
        "options": "\n".join(question.options),
        "required": question.required,
        "scored": question.scored,
    }


class PlaceForm(forms.Form):
    """Which question, of which state of the survey."""

    place = forms.IntegerField(min_value=0, max_value=100)
    edit = forms.IntegerField()
