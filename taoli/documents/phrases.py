"""Codes of documents as words."""

from django.utils.translation import pgettext_lazy

from taoli.common.policy import Reach

# Widest first.
REACHES = {
    Reach.SCHOOL: pgettext_lazy("reach", "the whole school"),
    Reach.GRADE: pgettext_lazy("reach", "your grade"),
    Reach.CLASS: pgettext_lazy("reach", "your class"),
    Reach.OWN: pgettext_lazy("reach", "your own students"),
}
