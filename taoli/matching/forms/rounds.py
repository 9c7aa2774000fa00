"""A round: its name and steps, mentors on offer, what they say of themselves."""

import datetime as dt
import uuid
from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from taoli.matching.forms.fields import DAY, MOST_STUDENTS, moment_field, number_field
from taoli.matching.models import MentorOffer, RoundStep
from taoli.matching.phrases import UNIT_CHOICES
from taoli.matching.services import Introduction, NewOffer
from taoli.roster.models import Grade, Term
from taoli.schemes.phrases import STEPS


class RoundForm(forms.Form):
    """A new round: name, term, unit, grades, and the last day for students to choose."""

    name = forms.CharField(label=_("Name of the round"), max_length=60)
    term = forms.ChoiceField(label=_("Term"))
    unit = forms.ChoiceField(label=_("What a mentor is given"), widget=forms.RadioSelect)
    grades = forms.MultipleChoiceField(
        label=_("Grades"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_("None chosen: the whole school."),
    )
    closes = forms.DateField(
        label=_("Students choose until"), widget=forms.DateInput(format="%Y-%m-%d", attrs=DAY), required=False
    )

    def __init__(
        self,
        *args: Any,
        terms: Sequence[Term],
        grades: Sequence[Grade],
        units: Sequence[str],
        choosing: bool,
        **kwargs: Any,
    ) -> None:
        """Offer what the school and its scheme have."""
        super().__init__(*args, **kwargs)
        self._offer("term", [(str(term.pk), term.name) for term in terms])
        self._offer("grades", [(str(grade.pk), grade.name) for grade in grades])
        self._offer("unit", [(unit, UNIT_CHOICES.get(unit, unit)) for unit in units])
        self.fields["unit"].initial = units[0]
        if not choosing:
            del self.fields["closes"]

    def _offer(self, name: str, choices: list[Any]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices


class OffersForm(forms.Form):
    """Least, aim and most of every mentor, and who is away; the first line fills all mentors at once.

    Where mentors take only classes they teach (`teaching`), also who is excepted from that.
    """

    def __init__(self, *args: Any, offers: Sequence[MentorOffer], teaching: bool = False, **kwargs: Any) -> None:
        """Make four or five fields a mentor."""
        super().__init__(*args, **kwargs)
        self.offers, self.teaching = offers, teaching
        for bound, label in (("minimum", _("At least")), ("target", _("Aim")), ("maximum", _("At most"))):
            self.fields[f"all_{bound}"] = number_field(label, None)
        for offer in offers:
            pk, name = offer.staff_id, offer.staff.name
            self.fields[f"minimum_{pk}"] = number_field(_("%(name)s: at least") % {"name": name}, offer.minimum)
            self.fields[f"target_{pk}"] = number_field(_("%(name)s: aim") % {"name": name}, offer.target)
            self.fields[f"maximum_{pk}"] = number_field(_("%(name)s: at most") % {"name": name}, offer.maximum)
            self.fields[f"absent_{pk}"] = forms.BooleanField(
                label=_("%(name)s: away") % {"name": name}, required=False, initial=offer.absent
            )
            if teaching:
                self.fields[f"everywhere_{pk}"] = forms.BooleanField(
                    label=_("%(name)s: also classes not taught") % {"name": name},
                    required=False,
                    initial=offer.everywhere,
                )

    def rows(self) -> list[dict[str, Any]]:
        """Return each mentor with the bound fields."""
        kinds = ("minimum", "target", "maximum", "absent", *(("everywhere",) if self.teaching else ()))
        return [{"offer": offer, **{kind: self[f"{kind}_{offer.staff_id}"] for kind in kinds}} for offer in self.offers]

    def taken(self) -> dict[uuid.UUID, NewOffer]:
        """Return staff → offer, for a valid form."""
        return {offer.staff_id: self._one(offer.staff_id) for offer in self.offers}

    def _one(self, pk: uuid.UUID) -> NewOffer:
        def bound(kind: str) -> int | None:
            everybody: int | None = self.cleaned_data.get(f"all_{kind}")
            own: int | None = self.cleaned_data[f"{kind}_{pk}"]
            return own if everybody is None else everybody

        return NewOffer(
            minimum=bound("minimum") or 0,
            target=bound("target"),
            maximum=bound("maximum") or 0,
            absent=self.cleaned_data[f"absent_{pk}"],
            everywhere=self.cleaned_data.get(f"everywhere_{pk}", False),
        )


class IntroductionForm(forms.Form):
    """What students read of a mentor; how many one takes only where the scheme has mentors declare it."""

    introduction = forms.CharField(
        label=_("A few sentences about yourself"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Please write at least one sentence; students choose by it.")},
    )
    subjects = forms.CharField(
        label=_("What you are glad to help with"),
        max_length=80,
        required=False,
        help_text=_("For example: reading, table tennis, planning one's day, being far from home."),
    )
    places = forms.CharField(
        label=_("When and where one finds you"),
        max_length=80,
        required=False,
        help_text=_("Breaks, noon, after school until 18:00; evenings only if you want."),
    )
    maximum = forms.IntegerField(
        label=_("How many students you take at most"), min_value=0, max_value=MOST_STUDENTS, required=False
    )

    def __init__(self, *args: Any, offer: MentorOffer, declares: bool, **kwargs: Any) -> None:
        """Fill in what is known; a mentor who has written nothing begins with the roster's introduction."""
        initial = {
            "introduction": offer.introduction or offer.staff.introduction,
            "subjects": offer.subjects,
            "places": offer.places,
            "maximum": offer.maximum,
        }
        super().__init__(*args, **{"initial": initial, **kwargs})
        if not declares:
            del self.fields["maximum"]

    def given(self) -> Introduction:
        """Return what a valid form says."""
        return Introduction(**self.cleaned_data)


class ApplicationForm(forms.Form):
    """A teacher applies to be a mentor."""

    wanted = forms.IntegerField(
        label=_("Students at most"), min_value=1, max_value=MOST_STUDENTS, widget=forms.NumberInput()
    )
    introduction = forms.CharField(
        label=_("Introduction"), max_length=300, required=False, widget=forms.Textarea(attrs={"rows": 4})
    )
    edit = forms.IntegerField(widget=forms.HiddenInput, required=False)


class TimesForm(forms.Form):
    """From when until when each step is open; empty: no limit."""

    def __init__(self, *args: Any, steps: Sequence[RoundStep], **kwargs: Any) -> None:
        """Make two fields a step."""
        super().__init__(*args, **kwargs)
        self.steps = steps
        for step in steps:
            label = str(STEPS[step.kind])
            self.fields[f"opens_{step.place}"] = moment_field(_("%(step)s: from") % {"step": label}, step.opens)
            self.fields[f"closes_{step.place}"] = moment_field(_("%(step)s: until") % {"step": label}, step.closes)

    def rows(self) -> list[dict[str, Any]]:
        """Return each step with its bound fields."""
        return [
            {
                "step": step,
                "label": STEPS[step.kind],
                "opens": self[f"opens_{step.place}"],
                "closes": self[f"closes_{step.place}"],
            }
            for step in self.steps
        ]

    def times(self) -> dict[int, tuple[dt.datetime | None, dt.datetime | None]]:
        """Return place → opening and closing, for a valid form."""
        given = self.cleaned_data
        return {step.place: (given[f"opens_{step.place}"], given[f"closes_{step.place}"]) for step in self.steps}
