"""The words of our agreement, for schools that write none of their own; and what a side is called."""

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

SIDES = {
    "mentor": pgettext_lazy("side of an agreement", "mentor"),
    "student": pgettext_lazy("side of an agreement", "student"),
    "guardian": pgettext_lazy("side of an agreement", "family"),
}


def default_text(sides: Sequence[str]) -> str:
    """Return our wording, one clause a line, without a clause for who does not sign."""
    clauses = {
        "mentor": (
            _("The mentor gets to know the student, talks with them regularly, and listens first."),
            _("What the student tells stays between them, unless somebody is in danger; then the mentor gets help."),
            _("The mentor keeps in touch with the family and the homeroom teacher."),
        ),
        "student": (_("The student comes to the agreed meetings, says honestly how things are, and sets own goals."),),
        "guardian": (_("The family supports the meetings and tells the mentor what matters for the child."),),
    }
    found = [clause for side, lines in clauses.items() if side in sides for clause in lines]
    found.append(_("Each side may ask the moral-education office for a change; the reason stays private."))
    found.append(_("The agreement ends with the pairing. It asks for nothing beyond the school's scheme."))
    return "\n".join(f"{number}. {clause}" for number, clause in enumerate(found, 1))
