"""What stands on the sheet of a goal."""

from django.utils.translation import gettext as _


def goal_label() -> str:
    """Return the heading of a goal's sheet."""
    return _("My goal and plan")


def goal_questions() -> list[str]:
    """Return what is asked on it: the goal, then the steps."""
    return [
        _("What I want to reach this term"),
        *[_("Step %(n)s") % {"n": place} for place in (1, 2, 3)],
    ]
