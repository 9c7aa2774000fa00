"""What became of a letter from a phone, and what to do, in words."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

ADVICE: Mapping[str, str | Promise] = {
    "students": _("Choose the student's homeroom teacher to decide, or set it aside if it was a slip."),
    "date": _("Put the right date and send it again."),
    "kind": _("Choose another way and send it again."),
    "text": _("Shorten the text and send it again."),
    "other": _("Look it through and send it again, or set it aside."),
    "closed": _("The account or the phone was closed before it arrived. It counts when somebody accepts it."),
    "unreadable": _("It was sealed for another key. Please write it down again if you remember it."),
}


def advice(code: str) -> str:
    """Return what to do about a letter that was not taken."""
    return str(ADVICE.get(code) or ADVICE["other"])
