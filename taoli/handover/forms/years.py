"""The plan of a change of year, and a student who goes another way."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from taoli.engine.scheme.vocabulary import EndReason
from taoli.handover.models import YearChange, YearClass, YearException
from taoli.handover.queries.plans import ClassWay
from taoli.handover.services.years import YearFacts
from taoli.matching.phrases import END_REASONS

LEAVES = (EndReason.TRANSFERRED_OUT, EndReason.SUSPENDED, EndReason.DROPPED_OUT, EndReason.OTHER)


def day() -> forms.DateInput:
    """Return the field of a day."""
    return forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})


class PlanForm(forms.Form):
    """The new term, what becomes of pairings, teachers and grade leads, and each class's way."""

    term_name = forms.CharField(label=_("Name of the new term"), max_length=40)
    starts = forms.DateField(label=_("First day of the new term"), widget=day())
    ends = forms.DateField(label=_("Last day of the new term"), widget=day())
    on = forms.DateField(
        label=_("New classes hold from"),
        help_text=_("The plan is applied on this day or later, at once for the whole school."),
        widget=day(),
    )
    pairings = forms.ChoiceField(label=_("Pairings of those who stay"), choices=YearChange.Pairings.choices)
    teaching = forms.ChoiceField(label=_("Who teaches which class"), choices=YearChange.Teaching.choices)
    leads = forms.ChoiceField(label=_("Grade leads"), choices=YearChange.Leads.choices)
    edit = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, row: YearChange, ways: Sequence[YearClass], **kwargs: Any) -> None:
        """Offer the plan as it is; a line a class."""
        begun = {name: getattr(row, name) for name in (*YearFacts.__slots__, "edit")}
        super().__init__(*args, **{"initial": begun, **kwargs})
        self.ways = ways
        for one in ways:
            pk, name = one.school_class_id, one.school_class.name
            self.fields[f"way_{pk}"] = forms.ChoiceField(
                label=_("What becomes of %(name)s") % {"name": name},
                choices=YearClass.Way.choices,
                initial=one.way,
            )
            self.fields[f"grade_{pk}"] = forms.CharField(
                label=_("New grade of %(name)s") % {"name": name}, max_length=20, required=False, initial=one.grade_name
            )
            self.fields[f"target_{pk}"] = forms.CharField(
                label=_("New name of %(name)s") % {"name": name}, max_length=30, required=False, initial=one.target
            )

    def lines(self) -> list[dict[str, Any]]:
        """Return each class with its fields."""
        return [
            {
                "room": one.school_class,
                "way": self[f"way_{one.school_class_id}"],
                "grade": self[f"grade_{one.school_class_id}"],
                "target": self[f"target_{one.school_class_id}"],
            }
            for one in self.ways
        ]

    def facts(self) -> YearFacts:
        """Return what was written, for a valid form."""
        return YearFacts(**{name: self.cleaned_data[name] for name in YearFacts.__slots__})

    def classes(self) -> list[ClassWay]:
        """Return each class's way, for a valid form; whoever does not go up has no new name."""
        found = []
        for one in self.ways:
            pk = one.school_class_id
            way = self.cleaned_data[f"way_{pk}"]
            up = way == YearClass.Way.UP
            grade, target = self.cleaned_data[f"grade_{pk}"], self.cleaned_data[f"target_{pk}"]
            found.append(ClassWay(pk, way, grade if up else "", target if up else ""))
        return found


class ExceptionForm(forms.Form):
    """A student who goes another way than the class."""

    student = forms.CharField(label=_("Student"), help_text=_("number or name"), max_length=60)
    way = forms.ChoiceField(label=_("Where to"), choices=YearException.Way.choices, widget=forms.RadioSelect)
    target = forms.CharField(
        label=_("New class"),
        help_text=_("For a move; for somebody who repeats only if it is another class than the present one."),
        max_length=30,
        required=False,
    )
    reason = forms.ChoiceField(
        label=_("Why, for somebody who leaves"),
        choices=[("", "—"), *((one.value, END_REASONS[one.value]) for one in LEAVES)],
        required=False,
    )
    edit = forms.IntegerField(widget=forms.HiddenInput)
