"""Surveys in words."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

ASK_TITLE = pgettext_lazy("card", "A few questions")
ASK_WORDS = _("The school asks for your answers. They can help your school, and nobody can trace them to you.")
# How a question is answered.
KINDS: dict[str, Any] = {
    "scale": _("marks on a scale"),
    "choice": _("one of several answers"),
    "many": _("several answers"),
    "text": _("words of one's own"),
}
# The words at both ends of a scale.
ENDS = _("%(worst)s: not at all, %(best)s: very good")
NO_ANSWER = _("Please answer this question.")
