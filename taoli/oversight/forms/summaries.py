"""What goes from a school to its bureau."""

from django import forms
from django.utils.translation import gettext_lazy as _


class SummaryFileForm(forms.Form):
    """A summary that came by mail or on a stick."""

    file = forms.FileField(
        label=_("File of the school"),
        help_text=_("A file that ends in .json, as the school's Taoli made it. It is checked first."),
        widget=forms.FileInput(attrs={"accept": ".json,application/json"}),
    )


class LinkForm(forms.Form):
    """The bureau on another server."""

    edit = forms.IntegerField(widget=forms.HiddenInput)
    name = forms.CharField(label=_("Name of the bureau"), max_length=80)
    code = forms.SlugField(label=_("Code of the bureau"), max_length=30, help_text=_("The bureau tells you."))
    address = forms.CharField(
        label=_("Address of its Taoli"),
        help_text=_("https://…; left empty, you bring the file."),
        max_length=200,
        required=False,
    )
