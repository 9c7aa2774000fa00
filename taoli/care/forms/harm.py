"""A report of harm, a step of it, a further person concerned, the decision."""

import datetime as dt
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from taoli.care.models import HarmConcerned, HarmReport, HarmStep
from taoli.care.services.harm import HarmFacts, StepFacts
from taoli.common import clock

DAY = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
CLOCK = forms.TimeInput(format="%H:%M", attrs={"type": "time"})
QUIET = {"autocomplete": "off"}
BY_ITSELF = {HarmStep.Kind.NAMED, HarmStep.Kind.ADDED, HarmStep.Kind.CLOSED}
LATER = [one for one in HarmConcerned.Kind.choices if one[0] != HarmConcerned.Kind.UNKNOWN]


class MomentForm(forms.Form):
    """A day and a time; now, unless somebody says otherwise."""

    day = forms.DateField(label=pgettext_lazy("counsellor", "Day"), widget=DAY)
    time = forms.TimeField(label=pgettext_lazy("counsellor", "Time"), widget=CLOCK)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Begin with this minute."""
        now = timezone.localtime(clock.now())
        super().__init__(*args, **{"initial": {"day": now.date(), "time": now.time()}, **kwargs})

    def moment(self) -> dt.datetime:
        """Return the moment on the school's clock."""
        said = self.cleaned_data
        return timezone.make_aware(dt.datetime.combine(said["day"], said["time"]))


class HarmForm(MomentForm):
    """Who, what, since when it is known, who is concerned, whom you have called."""

    name = forms.CharField(label=_("Name of the student"), max_length=60, widget=forms.TextInput(attrs=QUIET))
    room = forms.CharField(
        label=_("Class"), max_length=60, required=False, help_text=_("Only where two students have one name.")
    )
    kinds = forms.MultipleChoiceField(
        label=_("Who is concerned"),
        widget=forms.CheckboxSelectMultiple,
        choices=HarmConcerned.Kind.choices,
        error_messages={"required": _("Please say who is concerned: those are not told.")},
    )
    staff = forms.CharField(
        label=_("Names of colleagues concerned"),
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs=QUIET),
        help_text=_("Whole names, with a space between two. Whatever their rank, they are not told and never see it."),
    )
    others = forms.CharField(
        label=_("Names of others concerned"), max_length=200, required=False, widget=forms.TextInput(attrs=QUIET)
    )
    seen = forms.CharField(
        label=_("What was seen or heard"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 6, **QUIET}),
        help_text=_("Without judging, in the student's own words where you can. Please do not question the student."),
    )
    called = forms.MultipleChoiceField(
        label=_("I have called already"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=[(one.value, one.label) for one in (HarmStep.Kind.POLICE, HarmStep.Kind.BUREAU)],
    )
    whom = forms.CharField(label=_("Who took the call"), max_length=120, required=False)
    number = forms.CharField(label=_("Number of the report"), max_length=60, required=False)
    field_order = ("name", "room", "day", "time", "kinds", "staff", "others", "seen", "called", "whom", "number")

    def clean(self) -> dict[str, Any]:
        """Ask who took a call that was made."""
        said = super().clean() or self.cleaned_data
        if said.get("called") and not said.get("whom"):
            self.add_error("whom", _("Please write who took the call: name, office or number of the officer."))
        return said

    def facts(self) -> HarmFacts:
        """Return what was said; calls count as made now."""
        said = self.cleaned_data
        now = clock.now()
        return HarmFacts(
            name=said["name"],
            room=said["room"],
            seen=said["seen"],
            known_at=self.moment(),
            kinds=said["kinds"],
            staff=said["staff"],
            others=said["others"],
            steps=[StepFacts(kind, now, said["whom"], said["number"]) for kind in said["called"]],
        )


class StepForm(MomentForm):
    """What was done."""

    kind = forms.ChoiceField(
        label=_("What was done"),
        widget=forms.RadioSelect,
        choices=[one for one in HarmStep.Kind.choices if one[0] not in BY_ITSELF],
    )
    whom = forms.CharField(
        label=_("Who was told"), max_length=120, required=False, help_text=_("Name, office, telephone.")
    )
    number = forms.CharField(label=_("Number of the report"), max_length=60, required=False)
    text = forms.CharField(
        label=_("What else"), max_length=2000, required=False, widget=forms.Textarea(attrs={"rows": 3, **QUIET})
    )
    field_order = ("kind", "day", "time", "whom", "number", "text")

    def facts(self) -> StepFacts:
        """Return what was said."""
        said = self.cleaned_data
        return StepFacts(said["kind"], self.moment(), said["whom"], said["number"], said["text"])


class NameForm(forms.Form):
    """A further person who is concerned."""

    kind = forms.ChoiceField(label=_("Who is concerned"), widget=forms.RadioSelect, choices=LATER)
    staff = forms.CharField(
        label=_("Names of colleagues concerned"),
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs=QUIET),
        help_text=_("Whoever is named here loses sight of this report at once."),
    )
    others = forms.CharField(
        label=_("Names of others concerned"), max_length=200, required=False, widget=forms.TextInput(attrs=QUIET)
    )


class CloseForm(forms.Form):
    """The decision and its reason."""

    decision = forms.ChoiceField(
        label=pgettext_lazy("counsellor", "Decision"), widget=forms.RadioSelect, choices=HarmReport.Decision.choices
    )
    because = forms.CharField(
        label=pgettext_lazy("counsellor", "Reason"), max_length=2000, widget=forms.Textarea(attrs={"rows": 4, **QUIET})
    )
    edit = forms.IntegerField(widget=forms.HiddenInput)


class OfficerForm(forms.Form):
    """Whom the school names beside its offices."""

    names = forms.CharField(
        label=_("Safety officers"),
        max_length=300,
        required=False,
        help_text=_("Whole names, with a space between two. Empty: principal, moral office and counsellor only."),
    )
