"""Slips with activation codes, for staff or for one class."""

from django.utils.translation import gettext as _

from taoli.accounts.services import CODE_DAYS, issue_codes
from taoli.common.errors import TaoliError
from taoli.common.policy import Actor
from taoli.common.unit import change
from taoli.roster.models import SchoolClass
from taoli.roster.queries.accounts import slips
from taoli.roster.services.sheets import workbook


def issue_slips(*, by: Actor, audience: str, room: SchoolClass | None, again: bool = False) -> bytes:
    """Issue new codes and return them as a workbook: name, class, account, code. Audited.

    Only accounts nobody has activated yet, unless `again`; TaoliError when there is nobody to print for.
    """
    people = [one for one in slips(by.school_id, audience, room) if again or not one.holder.active]
    if not people:
        raise TaoliError(_("Everybody there has activated the account already, or has none yet."))
    with change(by=by, action="account.print_slips", audience=audience, room=room.pk if room else None):
        codes = issue_codes(by=by, account_ids=list(dict.fromkeys(one.holder.account_id for one in people)))
    headings = [_("Name"), _("Class or subject"), _("Account name"), _("Activation code"), _("How to use it")]
    how = _("Open the sign-in page, choose “Activate”, within %(days)s days.") % {"days": CODE_DAYS}
    rows = [(one.name, one.place, one.holder.username, codes[one.holder.account_id], how) for one in people]
    return workbook([(_("Activation slips"), headings, rows)])
