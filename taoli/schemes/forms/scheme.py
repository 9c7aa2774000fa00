"""Forms of the scheme pages: adoption, what a school may type, publishing."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from taoli.engine.scheme import Scheme, open_points
from taoli.engine.scheme.people import Capacity
from taoli.engine.scheme.steps import StudentChoice
from taoli.schemes.phrases import STEPS, path_words
from taoli.schemes.phrases.words import UNIT_NAMES, WEEKDAYS, role_word

SCORINGS = (
    ("coverage", _("By coverage: has each student been reached in each period")),
    ("counted", _("By the number of records, as printed")),
)
MOST_WEEKS, MOST_SEATS, MOST_RANKS, MOST_CLASSES = 26, 2000, 10, 50
BOUNDS = {"min": _("at least"), "target": _("aim"), "max": _("at most")}
UNIT_CHOICES = ("student", "study_group", "dormitory")


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


class SchemeForm(forms.Form):
    """What the text leaves open, the bounds, and the steps; `changes` gives path → value for the service."""

    def __init__(self, *args: Any, scheme: Scheme, edit: int, **kwargs: Any) -> None:
        """Make the fields this scheme has, filled with what it says now."""
        super().__init__(*args, **kwargs)
        self.scheme = scheme
        self.paths: dict[str, str] = {}
        self.rows: dict[str, tuple[str, list[str]]] = {}
        self.to_type = {point.path for point in open_points(scheme)}
        self._cycle(scheme)
        for role, capacity in scheme.capacity.items():
            self._capacity(role.value, capacity)
        self._number("max_classes_per_mentor", scheme.max_classes_per_mentor, 1, MOST_CLASSES, required=True)
        self._choice_of_scoring(scheme)
        self._steps(scheme)
        self.fields["edit"] = forms.IntegerField(widget=forms.HiddenInput, initial=edit)

    def _cycle(self, scheme: Scheme) -> None:
        if scheme.cycle is None:
            return
        self._number("cycle.weeks", scheme.cycle.weeks, 1, MOST_WEEKS)
        self._number("cycle.anchor_week", scheme.cycle.anchor_week, 1, MOST_WEEKS)
        days = [("", "—"), *WEEKDAYS.items()]
        self.fields[self._name("cycle.weekday")] = forms.TypedChoiceField(
            label=path_words(scheme, "cycle.weekday"),
            choices=days,
            coerce=int,
            empty_value=None,
            required=False,
            initial=scheme.cycle.weekday,
        )
        self.fields[self._name("cycle.slot")] = forms.CharField(
            label=path_words(scheme, "cycle.slot"), max_length=40, required=False, initial=scheme.cycle.slot
        )

    def _capacity(self, role: str, capacity: Capacity) -> None:
        names = []
        for bound, words in BOUNDS.items():
            path = f"capacity.{role}.{bound}"
            self._number(path, getattr(capacity, bound), 0, MOST_SEATS)
            names.append(path.replace(".", "__"))
            self.fields[names[-1]].label = words
        self.rows[names[0]] = (role_word(self.scheme, role), names)

    def lines(self) -> Iterator[tuple[str, list[tuple[forms.BoundField, str]]]]:
        """Return the fields as they stand on the page: (what a row is about, its fields with a note), most alone."""
        placed: set[str] = set()
        for name in self.fields:
            if name not in placed:
                words, names = self.rows.get(name, ("", [name]))
                placed.update(names)
                yield words, [(self[one], self._note(one)) for one in names]

    def _note(self, name: str) -> str:
        return str(_("needed before publishing")) if self.paths.get(name) in self.to_type else ""

    def _choice_of_scoring(self, scheme: Scheme) -> None:
        items = scheme.appraisal.items if scheme.appraisal else ()
        for item in items:
            if item.variants:
                path = f"appraisal.items.{item.key}.chosen"
                kept = _("By coverage: has each student been reached in each period")
                self.fields[self._name(path)] = forms.ChoiceField(
                    label=path_words(scheme, path),
                    choices=[("", kept), *((variant.key, variant.label) for variant in item.variants)],
                    required=False,
                    initial=item.chosen or "",
                    widget=forms.RadioSelect,
                )

    def _steps(self, scheme: Scheme) -> None:
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

    def _number(self, path: str, value: int | None, least: int, most: int, *, required: bool = False) -> None:
        self.fields[self._name(path)] = forms.IntegerField(
            label=path_words(self.scheme, path), min_value=least, max_value=most, required=required, initial=value
        )

    def _name(self, path: str) -> str:
        name = path.replace(".", "__")
        self.paths[name] = path
        return name

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
        """Return path → value of everything on the page, for a valid form."""
        given = self.cleaned_data
        found: dict[str, Any] = {path: None if given[name] == "" else given[name] for name, path in self.paths.items()}
        found["unit"] = given["unit"]
        found["steps"] = [self._step(kind) for kind in given["steps"]]
        return found

    def _step(self, kind: str) -> dict[str, Any]:
        if kind != "student_choice":
            return {"kind": kind}
        return {"kind": kind, "ranks": self.cleaned_data["ranks"], "reason": self.cleaned_data["asks_reason"]}
