"""A referral, the counsellor's answer, an appointment."""

import datetime as dt
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from taoli.care.models import Referral
from taoli.care.services.referrals import Advice, ReferralFacts

DAY = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
CLOCK = forms.TimeInput(format="%H:%M", attrs={"type": "time"})
QUIET = {"autocomplete": "off"}


class ReferralForm(forms.Form):
    """Why, how soon, who has agreed."""

    name = forms.CharField(label=_("Name of the student"), max_length=60, widget=forms.TextInput(attrs=QUIET))
    room = forms.CharField(
        label=_("Class"), max_length=60, required=False, help_text=_("Only where two students have one name.")
    )
    urgency = forms.ChoiceField(
        label=_("How soon"),
        widget=forms.RadioSelect,
        choices=Referral.Urgency.choices,
        initial=Referral.Urgency.ROUTINE,
    )
    reason = forms.CharField(
        label=pgettext_lazy("counsellor", "Why"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4, **QUIET}),
        help_text=_("What you have seen or heard, without a diagnosis. It is sealed: only the counsellor opens it."),
    )
    student_consent = forms.ChoiceField(
        label=_("The student"), widget=forms.RadioSelect, choices=Referral.Consent.choices
    )
    guardian_consent = forms.ChoiceField(
        label=_("The guardian"), widget=forms.RadioSelect, choices=Referral.Consent.choices
    )
    consent_by = forms.CharField(label=_("Who said so"), max_length=60, required=False)
    consent_on = forms.DateField(label=pgettext_lazy("counsellor", "When"), required=False, widget=DAY)
    without = forms.CharField(
        label=_("Why it goes ahead nonetheless"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2, **QUIET}),
        help_text=_("Needed where not both have agreed. Sealed, too."),
    )
    quiet = forms.BooleanField(label=_("The mentor shall not be told anything of it"), required=False)

    def __init__(self, *args: Any, known: bool = False, **kwargs: Any) -> None:
        """Leave the name out where the student is known."""
        super().__init__(*args, **kwargs)
        if known:
            del self.fields["name"], self.fields["room"]

    def facts(self) -> ReferralFacts:
        """Return what was said."""
        said = self.cleaned_data
        return ReferralFacts(
            reason=said["reason"],
            urgency=said["urgency"],
            student_consent=said["student_consent"],
            guardian_consent=said["guardian_consent"],
            consent_by=said["consent_by"],
            consent_on=said["consent_on"],
            without=said["without"],
            tell_mentor=not said["quiet"],
        )


class AdviceForm(forms.Form):
    """What goes back, and whether the referral ends with it."""

    level = forms.ChoiceField(
        label=pgettext_lazy("counsellor", "Level"), widget=forms.RadioSelect, choices=Referral.Advice.choices
    )
    text = forms.CharField(
        label=pgettext_lazy("counsellor", "Advice"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("What the adult can do in everyday life. Nothing of what the student has told you."),
    )
    quiet = forms.BooleanField(label=_("The mentor shall not be told anything of it"), required=False)
    then = forms.ChoiceField(label=_("And then"), widget=forms.RadioSelect, required=False)
    edit = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, row: Referral, moves: set[str], **kwargs: Any) -> None:
        """Begin with what was said last; offer only what can follow."""
        begun = {"level": row.level, "text": row.advice, "quiet": not row.tell_mentor, "edit": row.edit}
        super().__init__(*args, **{"initial": begun, **kwargs})
        ways = [("", _("it goes on")), ("ended", _("it ends here")), ("declined", _("I do not take it on"))]
        field = self.fields["then"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [one for one in ways if one[0] in moves or (not one[0] and "ended" in moves)]
        field.initial = field.choices[0][0] if field.choices else ""

    def advice(self) -> Advice:
        """Return what was said."""
        said = self.cleaned_data
        return Advice(level=said["level"], text=said["text"], tell_mentor=not said["quiet"], then=said["then"])


class SessionForm(forms.Form):
    """When and where."""

    day = forms.DateField(label=pgettext_lazy("counsellor", "Day"), widget=DAY)
    time = forms.TimeField(label=pgettext_lazy("counsellor", "Time"), widget=CLOCK)
    place = forms.CharField(label=pgettext_lazy("counsellor", "Place"), max_length=60)

    def starts(self) -> dt.datetime:
        """Return the moment on the school's clock."""
        said = self.cleaned_data
        return timezone.make_aware(dt.datetime.combine(said["day"], said["time"]))
