"""What a result promises, in plain words."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _


def share_words(part: int, whole: int) -> str:
    """Say a share as a figure: 54%, or a dash of nobody."""
    return f"{round(100 * part / whole)}%" if whole else "—"


def certificate_lines(certificate: Mapping[str, Any], moved: int) -> list[str]:
    """Say what the independent check recounted; `moved`: students moved by hand since."""
    lines = [_promise(certificate)]
    if certificate["justified_envy"]:
        lines.append(
            _("%(count)s students could rightly complain: a rule put them behind somebody who drew a later place.")
            % {"count": certificate["justified_envy"]}
        )
    if certificate["empty_seat_claims"]:
        lines.append(
            _("%(count)s students wished for a mentor who still has a free seat; a least number elsewhere needed them.")
            % {"count": certificate["empty_seat_claims"]}
        )
    if certificate["promise"] != "balanced":
        lines.append(_truth(certificate))
        lines.append(_("Where a mentor was full, a public draw with the number %(seed)s decided.") % certificate)
    if certificate["broken_rules"]:
        lines.append(_("%(broken_rules)s rules are broken.") % certificate)
    if moved:
        lines.append(
            _("%(count)s students were moved by hand since; this speaks of the result before.") % {"count": moved}
        )
    return lines


def near_words(near: str) -> str:
    """Say how near the mentors stand to the students they were assigned."""
    if near == "class":
        return _("Every student is with a mentor who teaches the own class.")
    if near == "grade":
        return _("Every student is with a mentor who teaches in the own grade.")
    return _("The numbers needed mentors from other grades, too.") if near else ""


def _promise(certificate: Mapping[str, Any]) -> str:
    if certificate["promise"] == "stable":
        return _(
            "Checked: nobody missed a mentor whom somebody with a later place got, and no wished-for seat is empty."
        )
    if certificate["promise"] == "no_justified_envy":
        return _("Checked: nobody missed a mentor whom somebody with a later place got.")
    if certificate["promise"] == "balanced":
        return _("Nobody chose: checked that every rule is kept and the numbers are even.")
    return _("Checked: every rule is kept.")


def _truth(certificate: Mapping[str, Any]) -> str:
    if certificate["truthful"]:
        return _("No student could have gained by writing other wishes than the true ones.")
    return _("Some rules were at work beside the wishes, so true wishes were not in every case the best to write.")
