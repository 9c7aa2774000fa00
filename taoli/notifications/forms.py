"""Forms of notifications."""

import datetime as dt
from collections.abc import Collection, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from taoli.notifications.channels import OUTSIDE, Outside
from taoli.notifications.phrases import CHANNELS, KINDS
from taoli.notifications.queries.own import Habit


class QuietForm(forms.Form):
    """Which kinds come; what is not ticked is quiet."""

    every = forms.BooleanField(label=_("Show me a mark when there is something new"), required=False)
    kinds = forms.MultipleChoiceField(
        label=_("A mark for"), widget=forms.CheckboxSelectMultiple, required=False, choices=[]
    )
    ways = forms.MultipleChoiceField(
        label=_("Tell me outside Taoli too"), widget=forms.CheckboxSelectMultiple, required=False, choices=[]
    )
    digest = forms.ChoiceField(
        label=_("When"),
        widget=forms.RadioSelect,
        required=False,
        choices=[
            ("", _("what comes within half an hour, together")),
            *((text, _("gathered once a day, %(time)s") % {"time": text}) for text in ("07:30", "12:10", "16:50")),
        ],
    )
    evenings = forms.BooleanField(
        label=_("In the evening until 22:00 too"),
        required=False,
        help_text=_("Without it, messages outside Taoli come until 18:00."),
    )

    def __init__(self, *args: Any, kinds: Collection[str], habit: Habit, **kwargs: Any) -> None:
        """Offer the kinds this person may get and the channels that reach this person; safety always comes."""
        super().__init__(*args, **kwargs)
        self.reaching = list(habit.ways)
        if self.reaching:
            ways = self.fields["ways"]
            assert isinstance(ways, forms.ChoiceField)
            ways.choices = [(code, CHANNELS[code]) for code in self.reaching]
        else:
            for name in ("ways", "digest", "evenings"):
                del self.fields[name]
        self.offered = list(kinds)
        field = self.fields["kinds"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(code, KINDS[code].label) for code in self.offered]

    def quiet(self) -> list[str]:
        """Return the kinds to quieten, an empty one for all; for a valid form."""
        chosen = set(self.cleaned_data["kinds"])
        return [*([] if self.cleaned_data["every"] else [""]), *(one for one in self.offered if one not in chosen)]

    def off(self) -> list[str]:
        """Return the channels outside that are not wanted; for a valid form."""
        return [code for code in self.reaching if code not in self.cleaned_data["ways"]]

    def digest_at(self) -> dt.time | None:
        """Return the time of day for which everything is gathered; for a valid form."""
        text = self.cleaned_data["digest"]
        return dt.time.fromisoformat(text) if text else None


class ChannelForm(forms.Form):
    """The settings of one channel; the secret is asked for and never shown."""

    on = forms.BooleanField(label=_("In use"), required=False)

    def __init__(self, *args: Any, channel: Outside, kept: bool, **kwargs: Any) -> None:
        """Make a field for each setting the channel has; `kept`: a secret has been entered."""
        super().__init__(*args, **kwargs)
        self.channel = channel
        for one in channel.fields:
            plain = {"label": one.label, "required": one.needed, "initial": one.default, "help_text": one.help}
            self.fields[one.name] = (
                forms.ChoiceField(**plain, choices=one.options)
                if one.options
                else forms.CharField(**plain, max_length=120)
            )
        self.fields["secret"] = forms.CharField(
            label=channel.secret_label,
            required=False,
            max_length=200,
            strip=True,
            widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
            help_text=_("Entered and sealed. Leave it empty to keep it.")
            if kept
            else _("It is sealed and never shown again."),
        )

    def clean(self) -> dict[str, Any]:
        """Numbers are numbers, addresses of interfaces are addresses."""
        said: dict[str, Any] = super().clean() or {}
        for name in ("agent_id", "port"):
            if said.get(name) and not str(said[name]).isdigit():
                self.add_error(name, _("Please enter a number."))
        if said.get("base") and not said["base"].startswith(("https://", "http://")):
            self.add_error("base", _("It starts with https://."))
        return said

    def values(self) -> Mapping[str, str]:
        """Return what may be seen, without a slash at the end of an address; for a valid form."""
        return {one.name: str(self.cleaned_data[one.name] or "").rstrip("/") for one in self.channel.fields}


def channel_of(code: str) -> Outside:
    """Return a channel by its code."""
    return OUTSIDE[code]


class PasteForm(forms.Form):
    """Two columns of a workbook."""

    lines = forms.CharField(
        label=_("Staff number and address, one person a line"),
        max_length=200_000,
        widget=forms.Textarea(attrs={"rows": 8, "spellcheck": "false"}),
        help_text=_(
            "Copy the two columns in the workbook and paste them here. A line without an address takes it away."
        ),
    )
