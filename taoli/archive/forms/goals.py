"""A goal with its plan, a suggestion, an encouragement."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from taoli.archive.queries.goals import GoalRow
from taoli.archive.services.goals import MOST_STEPS, PlanStep
from taoli.common.ids import id_of


class GoalForm(forms.Form):
    """A goal and up to five steps, each with a day if one likes."""

    text = forms.CharField(
        label=_("What I want to reach this term"),
        help_text=_("One sentence, in your own words."),
        max_length=200,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    edit = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, goal: GoalRow | None = None, steps: int = MOST_STEPS, **kwargs: Any) -> None:
        """Offer lines for the steps; those of the goal stand first."""
        known = goal.steps if goal else []
        begun: dict[str, Any] = {"text": goal.text, "edit": goal.edit} if goal else {}
        for place, step in enumerate(known[:steps], 1):
            begun |= {f"step{place}": step.text, f"by{place}": step.by_on, f"id{place}": str(step.pk)}
        super().__init__(*args, **{"initial": begun, **kwargs})
        self.places = range(1, steps + 1)
        for place in self.places:
            self.fields[f"step{place}"] = forms.CharField(
                label=_("Step %(n)s") % {"n": place}, max_length=100, required=False
            )
            self.fields[f"by{place}"] = forms.DateField(
                label=_("by when"),
                required=False,
                widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
            )
            self.fields[f"id{place}"] = forms.CharField(required=False, max_length=36, widget=forms.HiddenInput)

    def lines(self) -> list[tuple[Any, Any, Any]]:
        """Return the fields of each step."""
        return [(self[f"step{place}"], self[f"by{place}"], self[f"id{place}"]) for place in self.places]

    def plan(self) -> list[PlanStep]:
        """Return the steps as written."""
        said = self.cleaned_data
        return [
            PlanStep(text=said[f"step{place}"], by_on=said[f"by{place}"], pk=id_of(said[f"id{place}"]))
            for place in self.places
        ]


class SuggestForm(forms.Form):
    """A goal that a mentor suggests."""

    text = forms.CharField(
        label=_("Your suggestion"),
        help_text=_("The student decides whether to take it; nobody asks why not."),
        max_length=200,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class CheerForm(forms.Form):
    """A mentor's short encouragement."""

    text = forms.CharField(label=_("A word of encouragement"), max_length=100, required=False)
