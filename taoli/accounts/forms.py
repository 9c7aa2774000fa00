"""Sign-in forms."""

from typing import Any

from django import forms
from django.contrib.auth.forms import AuthenticationForm
from django.utils.translation import gettext_lazy as _


def shared_field() -> forms.BooleanField:
    """Return the question whether others use this computer, too."""
    return forms.BooleanField(
        label=_("Others use this computer, too"),
        required=False,
        help_text=_("You are signed out when the browser closes or after ten minutes; nobody else can read anything."),
    )


class SignInForm(AuthenticationForm):
    """Account name and password, and whether others use this computer, too."""

    shared = shared_field()

    error_messages = {
        "invalid_login": _("Account name or password is not right. Passwords distinguish capital letters."),
        "inactive": _("This account has been closed. Please ask the moral-education office."),
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Name the fields in our words."""
        super().__init__(*args, **kwargs)
        self.fields["username"].label = _("Account name")
        self.fields["password"].label = _("Password")


class ActivateForm(forms.Form):
    """Account name and printed code, and the password to use from now on."""

    username = forms.CharField(label=_("Account name"), max_length=60)
    code = forms.CharField(label=_("Activation code"), max_length=20, help_text=_("Printed on your slip."))
    password = forms.CharField(
        label=_("New password"),
        min_length=8,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text=_("At least 8 characters."),
    )
    again = forms.CharField(
        label=_("New password again"), widget=forms.PasswordInput(attrs={"autocomplete": "new-password"})
    )

    shared = shared_field()

    def clean_again(self) -> str:
        """Both must be the same."""
        again: str = self.cleaned_data["again"]
        if again != self.cleaned_data.get("password"):
            raise forms.ValidationError(_("The two passwords differ."))
        return again
