"""A bureau's base comes to a school that has a scheme already: what of the school's own goes along."""

from typing import Any

from taoli.common.policy import Actor
from taoli.common.unit import change
from taoli.engine.scheme import diff
from taoli.engine.scheme.against import UNSAID, fitting
from taoli.schemes.models import BaseScheme, SchemeVersion
from taoli.schemes.queries import base_rules, current, rules
from taoli.schemes.services.merging import ordered
from taoli.schemes.services.taking import adopt_base


def going_along(version: SchemeVersion, base: BaseScheme) -> tuple[dict[str, Any], tuple[str, ...]]:
    """Return the school's own changes that hold on the base, and the paths of those that do not: looser than what
    binds, or at odds with it.

    Of a version made of an earlier base of the bureau the changes are what the school typed; of any other text they
    are whatever differs from the base.
    """
    text = base_rules(base)
    own: dict[str, Any] = {}
    if version.bureau is not None and version.bureau.area_id == base.area_id:
        own = dict(version.changes)
    else:
        found = diff(text, rules(version))
        own = {one.path: one.after for one in found if not UNSAID & set(one.path.split("."))}
    kept = fitting(text, ordered(own), base.binding)
    return kept, tuple(sorted(own.keys() - kept.keys()))


def take_over(*, by: Actor, base: BaseScheme, keep_own: bool) -> SchemeVersion:
    """Make a draft of the base, with what the school has of its own where the base lets it; a published version stays.

    TaoliError: the draft is under review.
    """
    with change(by=by, action="scheme.take_over", base=base.pk, keep_own=keep_own) as note:
        now = current(by.school_id, base)
        kept, left = going_along(now, base) if now and keep_own else ({}, ())
        row = adopt_base(by=by, base=base, changes=kept)
        note.object_id = row.pk
        note.data |= {"kept": len(kept), "left": len(left)}
    return row
