"""Partner schools."""

from django import forms
from django.utils.translation import gettext_lazy as _

from taoli.handover.models import Partner


class CardForm(forms.Form):
    """Another school's card, or the code of a school in this installation."""

    card = forms.CharField(
        label=_("The other school's card"),
        help_text=_("One line that begins with “taoli-school”; the other office copies it from its own page."),
        max_length=8000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3, "autocomplete": "off", "spellcheck": "false"}),
    )
    code = forms.CharField(
        label=_("Or the code of a school in this installation"),
        max_length=30,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    contact = forms.CharField(label=_("Whom we reach there"), max_length=80, required=False)

    def clean(self) -> dict[str, object]:
        """Ask for one of both."""
        said = super().clean() or self.cleaned_data
        if bool(str(said.get("card", "")).strip()) == bool(str(said.get("code", "")).strip()):
            raise forms.ValidationError(_("Please paste a card, or type a code."))
        return said


class ContactForm(forms.Form):
    """Whom one reaches, and where the other school's Taoli is."""

    edit = forms.IntegerField(widget=forms.HiddenInput)
    contact = forms.CharField(label=_("Whom we reach there"), max_length=80, required=False)
    address = forms.CharField(
        label=_("Address of its Taoli"),
        help_text=_("https://…; left empty, packages go as files."),
        max_length=200,
        required=False,
    )


class CompareForm(forms.Form):
    """The digits, as the other side read them out."""

    edit = forms.IntegerField(widget=forms.HiddenInput)
    how = forms.ChoiceField(
        label=_("How you compared"),
        choices=[one for one in Partner.How.choices if one[0] != Partner.How.INSIDE],
        widget=forms.RadioSelect,
    )
    digits = forms.CharField(
        label=_("The last ten digits"),
        help_text=_("Have the other office read its own digits out. Do not read yours to be nodded at."),
        max_length=20,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )
