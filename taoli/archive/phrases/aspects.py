"""What a month is looked at by, where the scheme names no guidances."""

from django.utils.translation import gettext as _


def usual_aspects() -> tuple[str, ...]:
    """Return the usual aspects of a month."""
    return (_("Thinking and character"), _("Study"), _("Life"), _("Mind and mood"))
