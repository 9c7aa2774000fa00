"""Forms of the matching pages."""

import uuid
from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from taoli.matching.models import MentorOffer
from taoli.matching.phrases import END_REASONS, MODES, UNIT_CHOICES
from taoli.matching.services import NewOffer
from taoli.roster.models import Grade, Term

DAY = {"type": "date"}
MOST_STUDENTS, MOST_SEED, MOST_BYTES = 500, 2_000_000_000, 10 * 1024 * 1024


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
    """Least, aim and most of every mentor, and who is away; the first line fills all mentors at once."""

    def __init__(self, *args: Any, offers: Sequence[MentorOffer], **kwargs: Any) -> None:
        """Make four fields a mentor."""
        super().__init__(*args, **kwargs)
        self.offers = offers
        for bound, label in (("minimum", _("At least")), ("target", _("Aim")), ("maximum", _("At most"))):
            self.fields[f"all_{bound}"] = _number(label, None)
        for offer in offers:
            pk, name = offer.staff_id, offer.staff.name
            self.fields[f"minimum_{pk}"] = _number(_("%(name)s: at least") % {"name": name}, offer.minimum)
            self.fields[f"target_{pk}"] = _number(_("%(name)s: aim") % {"name": name}, offer.target)
            self.fields[f"maximum_{pk}"] = _number(_("%(name)s: at most") % {"name": name}, offer.maximum)
            self.fields[f"absent_{pk}"] = forms.BooleanField(
                label=_("%(name)s: away") % {"name": name}, required=False, initial=offer.absent
            )

    def rows(self) -> list[dict[str, Any]]:
        """Return each mentor with the bound fields."""
        kinds = ("minimum", "target", "maximum", "absent")
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
        )


class WorkbookForm(forms.Form):
    """A workbook of wishes."""

    file = forms.FileField(
        label=_("Workbook (.xlsx)"), widget=forms.FileInput(attrs={"accept": ".xlsx"}), max_length=120
    )


class RunForm(forms.Form):
    """How to place the students, where the scheme leaves it open, and the number of the public draw."""

    mode = forms.ChoiceField(label=_("How to place the students"), widget=forms.RadioSelect, required=False)
    seed = forms.IntegerField(
        label=_("Number of the public draw"),
        min_value=0,
        max_value=MOST_SEED,
        help_text=_("Anybody can repeat the result with it. Agree on it beforehand, in public."),
    )

    def __init__(self, *args: Any, modes: Sequence[str], **kwargs: Any) -> None:
        """Offer the modes; a single one is not asked about."""
        super().__init__(*args, **kwargs)
        field = self.fields["mode"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(mode, MODES[mode]) for mode in modes]
        field.initial = modes[0]
        if len(modes) == 1:
            del self.fields["mode"]


class SwapsForm(forms.Form):
    """Swaps agreed at the table, typed as codes of the wall sheet, with one reason for all."""

    lines = forms.CharField(
        label=_("Swaps, one a line"),
        widget=forms.Textarea(attrs={"rows": 6}),
        max_length=2000,
        help_text=_("Two students change seats: 12 48. A student goes to a mentor: 12 M7."),
    )
    reason = forms.CharField(
        label=_("Reason"),
        max_length=200,
        error_messages={"required": _("Please say why; the reason stays with the move.")},
    )
    override = forms.BooleanField(label=_("Move all the same, although a rule breaks"), required=False)

    def __init__(self, *args: Any, may_override: bool, **kwargs: Any) -> None:
        """Offer to insist only to whom it is allowed."""
        super().__init__(*args, **kwargs)
        if not may_override:
            del self.fields["override"]


class MoveForm(forms.Form):
    """Where a student goes, why, and whether a limit may be passed."""

    mentor = forms.ChoiceField(label=_("New mentor"))
    partner = forms.UUIDField(required=False, widget=forms.HiddenInput)
    reason = forms.CharField(
        label=_("Reason"),
        max_length=200,
        error_messages={"required": _("Please say why; the reason stays with the move.")},
    )
    override = forms.BooleanField(label=_("Move all the same, although a rule breaks"), required=False)
    edit = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, mentors: Sequence[tuple[str, str]], may_override: bool, **kwargs: Any) -> None:
        """Offer the mentors of the round."""
        super().__init__(*args, **kwargs)
        field = self.fields["mentor"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = list(mentors)
        if not may_override:
            del self.fields["override"]


class DropForm(forms.Form):
    """A card dropped on a mentor; `since`: the last change the page knows. The service asks for the reason."""

    card = forms.UUIDField()
    column = forms.UUIDField()
    partner = forms.UUIDField(required=False)
    reason = forms.CharField(required=False)
    override = forms.BooleanField(required=False)
    edit = forms.IntegerField(min_value=0)
    since = forms.IntegerField(min_value=0)


class PublishForm(forms.Form):
    """From which day the pairings hold."""

    starts = forms.DateField(label=_("Pairings begin on"), widget=forms.DateInput(format="%Y-%m-%d", attrs=DAY))


class EndForm(forms.Form):
    """The last day of a pairing and why it ends."""

    on = forms.DateField(label=_("Last day"), widget=forms.DateInput(format="%Y-%m-%d", attrs=DAY))
    reason = forms.ChoiceField(label=_("Why it ends"), choices=list(END_REASONS.items()), widget=forms.RadioSelect)
    note = forms.CharField(label=_("In a few words"), max_length=200, required=False)


def _number(label: Any, initial: int | None) -> forms.IntegerField:
    return forms.IntegerField(
        label=label,
        min_value=0,
        max_value=MOST_STUDENTS,
        required=False,
        initial=initial,
        widget=forms.NumberInput(attrs={"aria-label": label, "inputmode": "numeric"}),
    )
