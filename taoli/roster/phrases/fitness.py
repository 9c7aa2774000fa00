"""Why somebody may not be given students."""

from django.utils.translation import gettext_lazy as _

UNFIT = {
    "left": _("%(name)s has left the school."),
    "leaves": _("%(name)s leaves the school before that day."),
    "outside": _("%(name)s comes from outside: such people stand beside a student’s mentor and are never the mentor."),
    "no_last_day": _("%(name)s is an intern; the last day at the school has not been entered."),
    "not_vetted": _(
        "%(name)s may not be given students before the school has entered the day of the check (从业查询)."
    ),
    "vetting_old": _("The check (从业查询) of %(name)s is more than a year old. Please renew it first."),
}


def unfit_sentence(name: str, code: str) -> str:
    """Say it of somebody."""
    return str(UNFIT[code]) % {"name": name}
