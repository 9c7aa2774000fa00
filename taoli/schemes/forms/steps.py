"""Which steps lead to a pairing: chosen together, because one asks for another."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from taoli.engine.scheme import Problem, Scheme
from taoli.engine.scheme.steps import StudentChoice
from taoli.schemes.phrases import STEPS, path_words, problem_sentence
from taoli.schemes.phrases.words import UNIT_NAMES

MOST_RANKS = 10
UNIT_CHOICES = ("student", "study_group", "dormitory")


class StepsForm(forms.Form):
    """What a mentor is given, the steps, and what students are asked for."""

    path = "steps"
    asks_again = False

    def __init__(self, *args: Any, scheme: Scheme, edit: int, **kwargs: Any) -> None:
        """Show what the scheme says now."""
        super().__init__(*args, **kwargs)
        self.scheme = scheme
        asked = next((step for step in scheme.steps if isinstance(step, StudentChoice)), None)
        own = [scheme.unit.value] if scheme.unit.value not in UNIT_CHOICES else []
        self.fields["unit"] = forms.ChoiceField(
            label=path_words(scheme, "unit"),
            choices=[(unit, UNIT_NAMES[unit]) for unit in (*UNIT_CHOICES, *own)],
            initial=scheme.unit.value,
            widget=forms.RadioSelect,
        )
        self.fields["steps"] = forms.MultipleChoiceField(
            label=_("Steps to a pairing"),
            choices=list(STEPS.items()),
            initial=[step.kind for step in scheme.steps],
            widget=forms.CheckboxSelectMultiple,
            help_text=_("They follow each other in this order."),
        )
        self.fields["ranks"] = forms.IntegerField(
            label=_("Wishes per student"),
            min_value=1,
            max_value=MOST_RANKS,
            initial=asked.ranks if asked else 3,
            required=False,
        )
        self.fields["asks_reason"] = forms.BooleanField(
            label=_("Students may say why"), required=False, initial=bool(asked and asked.reason)
        )
        self.fields["edit"] = forms.IntegerField(widget=forms.HiddenInput, initial=edit)

    def groups(self) -> Iterator[tuple[str, list[tuple[forms.BoundField, str]]]]:
        """Return each field alone."""
        for name in ("unit", "steps", "ranks", "asks_reason"):
            yield "", [(self[name], "")]

    def clean_steps(self) -> list[str]:
        """Somebody must place the students, and wishes must be matched."""
        chosen = set(self.cleaned_data["steps"])
        if not chosen & {"assign", "allocate"}:
            raise forms.ValidationError(
                _("Choose “Students are assigned” or “Wishes are matched”: otherwise nobody gets a mentor.")
            )
        if {"assign", "allocate"} <= chosen:
            raise forms.ValidationError(_("Choose one of “Students are assigned” and “Wishes are matched”, not both."))
        if "student_choice" in chosen and "allocate" not in chosen:
            raise forms.ValidationError(_("Where students choose, their wishes must be matched: add that step."))
        return [kind for kind in STEPS if kind in chosen]

    def clean(self) -> dict[str, Any]:
        """Where students choose, somebody says how many, and each of them gets a mentor of the own."""
        given: dict[str, Any] = super().clean() or {}
        if "student_choice" in given.get("steps", ()) and given.get("unit", "student") != "student":
            self.add_error("unit", _("Where students choose, mentors are given students one by one: choose that here."))
        if "student_choice" in given.get("steps", ()) and not given.get("ranks") and "ranks" not in self.errors:
            self.add_error("ranks", _("Say how many mentors a student may wish for."))
        return given

    def changes(self) -> dict[str, Any]:
        """Return the unit and the steps where they differ; the same steps keep the order they have."""
        given, now = self.cleaned_data, [step.kind for step in self.scheme.steps]
        found: dict[str, Any] = {}
        if given["unit"] != self.scheme.unit.value:
            found["unit"] = given["unit"]
        if set(given["steps"]) != set(now):
            found["steps"] = [self._step(kind) for kind in given["steps"]]
        elif "student_choice" in now:
            asked = next(step for step in self.scheme.steps if isinstance(step, StudentChoice))
            typed = {"ranks": given["ranks"], "reason": given["asks_reason"]}
            found |= {
                f"steps.student_choice.{name}": value for name, value in typed.items() if getattr(asked, name) != value
            }
        return found

    def _step(self, kind: str) -> Any:
        if kind != "student_choice":
            return {"kind": kind}
        return {"kind": kind, "ranks": self.cleaned_data["ranks"], "reason": self.cleaned_data["asks_reason"]}

    def show(self, problems: tuple[Problem, ...]) -> None:
        """Put each problem at its field."""
        for problem in problems:
            field = problem.path.split(".")[0]
            self.add_error(field if field in self.fields else "steps", problem_sentence(self.scheme, problem))
