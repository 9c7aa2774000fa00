"""What is typed around a wish to talk and an alarm."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from taoli.common import clock
from taoli.guidance.models import UnsafeAlarm
from taoli.guidance.phrases.talks import OFFICES


class TalkForm(forms.Form):
    """With whom; a few words if one likes; who is asked when nobody answers."""

    adult = forms.ChoiceField(
        label=_("With whom would you like to talk"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Please choose somebody.")},
    )
    text = forms.CharField(
        label=_("If you like, a few words"),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3, "autocomplete": "off"}),
        help_text=_("You need not write anything. Only this teacher reads it; no computer looks through it."),
    )
    may_pass = forms.BooleanField(
        label=_("If there is no answer twice, ask the teacher whom the school has named for that"), required=False
    )
    shared = forms.BooleanField(label=_("This computer is used by others: sign me out when it is sent"), required=False)

    def __init__(self, *args: Any, adults: Sequence[tuple[str, str]], room: bool = False, **kwargs: Any) -> None:
        """Offer these adults; at the class computer everything is cleared without asking."""
        super().__init__(*args, **kwargs)
        field = self.fields["adult"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = list(adults)
        if len(adults) == 1:
            field.initial = adults[0][0]
        if room:
            del self.fields["shared"]


class TalkAnswerForm(forms.Form):
    """When and where."""

    answer = forms.CharField(
        label=_("When and where"),
        max_length=120,
        help_text=_("The student sees just this. For example: today 12:20, in my office."),
        error_messages={"required": _("Please say when and where, in a few words.")},
    )


class TalkCodeForm(forms.Form):
    """The code of a slip."""

    code = forms.CharField(label=_("Your code"), max_length=20, widget=forms.TextInput(attrs={"autocomplete": "off"}))


class SlipRoomForm(forms.Form):
    """The class slips are printed for."""

    room = forms.ChoiceField(label=_("Class"))

    def __init__(self, *args: Any, rooms: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        """Offer these classes."""
        super().__init__(*args, **kwargs)
        field = self.fields["room"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = list(rooms)


class SlipTypeForm(forms.Form):
    """A slip from the box: the code and the ticks, nothing else."""

    code = forms.CharField(
        label=_("Code of the slip"), max_length=20, widget=forms.TextInput(attrs={"autocomplete": "off"})
    )
    office = forms.ChoiceField(label=_("Ticked"), widget=forms.RadioSelect, choices=list(OFFICES.items()))
    may_pass = forms.BooleanField(label=_("“Somebody else may be asked” is ticked"), required=False)
    unsafe = forms.BooleanField(label=_("“I am not safe now” is ticked: ring at once"), required=False)


class CloseForm(forms.Form):
    """How an alarm ended, and who looks after the student."""

    outcome = forms.ChoiceField(label=_("How it ended"), widget=forms.RadioSelect, choices=UnsafeAlarm.Outcome.choices)
    note = forms.CharField(
        label=_("What was done"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Only those who were rung, and whoever looks after the student, can read it."),
    )
    follow_up = forms.ChoiceField(label=_("Who looks after the student from now on"))
    follow_on = forms.DateField(
        label=_("Next look on"), widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
    )

    def __init__(self, *args: Any, staff: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        """Offer these people."""
        super().__init__(*args, **kwargs)
        field = self.fields["follow_up"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = list(staff)
        self.fields["follow_on"].initial = clock.today()
