"""Running the engine, moving by hand, publishing."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from taoli.matching.forms.fields import DAY, MOST_SEED
from taoli.matching.phrases import MODES


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
    """From which day the pairings hold, and when everybody is told."""

    starts = forms.DateField(label=_("Pairings begin on"), widget=forms.DateInput(format="%Y-%m-%d", attrs=DAY))
    tell_at = forms.DateTimeField(
        label=_("Tell everybody on"),
        required=False,
        widget=forms.DateTimeInput(format="%Y-%m-%dT%H:%M", attrs={"type": "datetime-local"}),
        help_text=_("Empty: at once. At night and on days without lessons it waits for the next school morning."),
    )
