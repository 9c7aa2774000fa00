"""Fields for what people type or paste: any script, any length, nothing that turns a printed line around."""

import re
import unicodedata
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

# Marks that change the direction of the text after them could make a printed sentence say something else.
TURNING = dict.fromkeys([0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)])
SPACE = re.compile(r"\s+")
PHONE = r"^\+?\d(?:[- ]?\d){4,19}$"
EMPTY_LINES = re.compile(r"\n{3,}")
TOO_LONG = _("This has %(show_value)d characters; at most %(limit_value)d can be kept. Please shorten it.")


def _plain(text: str) -> str:
    """Drop control characters and turning marks; emoji, rare characters and every script stay."""
    kept = (letter for letter in text if letter in "\n\t" or unicodedata.category(letter) != "Cc")
    return "".join(kept).translate(TURNING)


class Typed(forms.CharField):
    """Text whose length the server checks, with a sentence: a browser would cut a pasted text without a word."""

    def __init__(self, *, max_length: int, **kwargs: Any) -> None:
        """Take the greatest length."""
        super().__init__(max_length=max_length, error_messages={"max_length": TOO_LONG}, **kwargs)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """Give the length to the page's counter instead of to the browser."""
        attrs = super().widget_attrs(widget)
        return {"data-limit" if name == "maxlength" else name: value for name, value in attrs.items()} | {"dir": "auto"}


class Line(Typed):
    """One line."""

    def to_python(self, value: Any) -> str:
        """Put a pasted table or paragraph on one line."""
        return SPACE.sub(" ", _plain(super().to_python(value) or "")).strip()


class Lines(Typed):
    """Some lines; a pasted table keeps its rows."""

    widget = forms.Textarea(attrs={"rows": 2})

    def to_python(self, value: Any) -> str:
        """Keep the lines, not their endings."""
        text = (super().to_python(value) or "").replace("\r\n", "\n").replace("\r", "\n")
        return EMPTY_LINES.sub("\n\n", _plain(text)).strip()


class Telephone(forms.RegexField):
    """A telephone number as people write it."""

    def __init__(self, **kwargs: Any) -> None:
        """Take the label."""
        wrong = {"invalid": _("This does not look like a telephone number.")}
        widget = forms.TextInput(attrs={"type": "tel", "autocomplete": "off"})
        super().__init__(PHONE, max_length=20, error_messages=wrong, widget=widget, **kwargs)


def day(label: Any, help_text: Any = "", *, required: bool = True) -> forms.DateField:
    """Return a field for a day."""
    widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
    return forms.DateField(label=label, help_text=help_text, required=required, widget=widget)
