"""The school's own allowance of a term."""

from decimal import Decimal

from django.utils.translation import gettext as _

from taoli.common.errors import ConflictError, TaoliError
from taoli.common.policy import Actor
from taoli.common.unit import change
from taoli.evaluation.models import AllowanceSetting
from taoli.evaluation.queries.pay import scheme_allowance, setting_of
from taoli.roster.models import Term


def set_allowance(
    *, by: Actor, term: Term, kind: str, amount: Decimal, times_factor: bool, edit: int
) -> AllowanceSetting:
    """Set what the school pays in a term. Where the scheme says for what, only the amount is the school's.

    TaoliError: the scheme names the amount itself; ConflictError: somebody changed it meanwhile.
    """
    scheme = scheme_allowance(by.school_id, term)
    if scheme is not None and scheme.amount is not None:
        raise TaoliError(_("The scheme names the amount itself."))
    with change(by=by, action="allowance.set", object_id=term.pk) as note:
        row = setting_of(by.school_id, term) or AllowanceSetting(school_id=by.school_id, term=term)
        if row.edit != edit:
            raise ConflictError(_("Somebody changed the allowance meanwhile. Please look at it again."))
        row.kind = scheme.kind.value if scheme else kind
        row.times_factor = scheme.times_factor if scheme else times_factor
        row.amount = amount
        row.edit += 1
        row.save()
        note.data |= {"kind": row.kind}
    return row
