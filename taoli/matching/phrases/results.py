"""What a result promises, in plain words."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from taoli.engine.matching import Finding
from taoli.matching.phrases.naming import Names, said, words_of


def share_words(part: int, whole: int) -> str:
    """Say a share as a figure: 54%, or a dash of nobody."""
    return f"{round(100 * part / whole)}%" if whole else "—"


def certificate_lines(certificate: Mapping[str, Any], moved: int) -> list[str]:
    """Say what the independent check recounted; `moved`: students moved by hand since."""
    way = _way(certificate)
    lines = [str(PROMISES[certificate["promise"]]) % certificate, *_measured(certificate, way)]
    if certificate["justified_envy"]:
        lines.append(str(ENVY[way]) % {"count": certificate["justified_envy"]})
    if certificate["empty_seat_claims"]:
        lines.append(str(CLAIMS[way]) % {"count": certificate["empty_seat_claims"]})
    lines += [*_sides(certificate)]
    if way == "fair":
        lines.append(_truth(certificate))
        lines.append(_("Where a mentor was full, a public draw with the number %(seed)s decided.") % certificate)
    elif way != "balanced":
        lines.append(str(TRUTH[way]))
        lines.append(_("Between seatings equally good, a public draw with the number %(seed)s decided.") % certificate)
    if certificate["broken_rules"]:
        lines.append(_("%(broken_rules)s rules are broken.") % certificate)
    if moved:
        lines.append(
            _("%(count)s students were moved by hand since; this speaks of the result before.") % {"count": moved}
        )
    return lines


def note_sentence(finding: Finding, names: Names) -> str:
    """Say which wish could not count, for the officer who reads wishes."""
    return said(NOTES, finding.code, words_of(finding.params, names)) or _("A wish could not count.")


def recount_sentence(finding: Finding) -> str:
    """Say that a recount of a result failed; the figures stand in the technical part of the page."""
    return said(RECOUNTS, finding.code, finding.params) or _("The recount found a fault.")


def near_words(near: str) -> str:
    """Say how near the mentors stand to the students they were assigned."""
    if near == "class":
        return _("Every student is with a mentor who teaches the own class.")
    if near == "grade":
        return _("Every student is with a mentor who teaches in the own grade.")
    return _("The numbers needed mentors from other grades, too.") if near else ""


def _way(certificate: Mapping[str, Any]) -> str:
    """Return what the seats were decided by: a key of `ENVY`, or "balanced"."""
    if certificate["promise"] == "balanced":
        return "balanced"
    if certificate.get("displaced") is not None:
        return "rematch"
    if certificate.get("cost") is not None:
        return "weighed"
    return "ranks" if certificate.get("total_rank") is not None else "fair"


def _measured(certificate: Mapping[str, Any], way: str) -> Iterator[str]:
    """Figures and how near they are to the best there can be, where the promise alone does not say so."""
    if way == "rematch" and certificate["moves_bound"]:
        yield (
            _(
                "%(moves_bound)s students at least need another mentor than before, %(displaced)s of them because they "
                "cannot keep theirs."
            )
            % certificate
        )
    if certificate["promise"] == "rules_kept" and certificate.get("total_rank") is not None:
        yield _("The ranks of all students add up to %(total_rank)s; no seating has less than %(bound)s.") % certificate
    if certificate["promise"] == "near_least_cost":
        gap = certificate.get("gap")
        if gap is None:
            yield _("The time was over before it was known how near this is to the best.")
        else:
            yield _("It is at most %(gap)s away from the best there can be.") % {"gap": f"{100 * gap:.1f}%"}


def _sides(certificate: Mapping[str, Any]) -> Iterator[str]:
    if certificate.get("claims"):
        yield (
            _(
                "Mentors claimed %(claims)s groups; %(claims_served)s of them are with a mentor who did, and more "
                "was not possible."
            )
            % certificate
        )
    if certificate.get("open_classes"):
        yield _(
            "%(count)s mentors had as many classes as a mentor may have; students of other classes came no more."
        ) % {"count": len(certificate["open_classes"])}


def _truth(certificate: Mapping[str, Any]) -> str:
    if certificate["truthful"]:
        return _("No student could have gained by writing other wishes than the true ones.")
    return _("Some rules were at work beside the wishes, so true wishes were not in every case the best to write.")


PROMISES: Mapping[str, Any] = {
    "stable": gettext_lazy(
        "Checked: nobody missed a mentor whom somebody with a later place got, and no wished-for seat is empty."
    ),
    "no_justified_envy": gettext_lazy("Checked: nobody missed a mentor whom somebody with a later place got."),
    "rules_kept": gettext_lazy("Checked: every rule is kept."),
    "balanced": gettext_lazy("Nobody chose: checked that every rule is kept and the numbers are even."),
    "minimum_rank": gettext_lazy(
        "Checked and proved: every rule is kept, the ranks of all students add up to %(total_rank)s, and no other "
        "seating has less."
    ),
    "least_cost": gettext_lazy(
        "Checked and proved: every rule is kept, and by the weights of the round no other seating is better."
    ),
    "near_least_cost": gettext_lazy(
        "Checked: every rule is kept, and by the weights of the round this is the best seating found in the time "
        "allowed."
    ),
    "fewest_moves": gettext_lazy(
        "Checked and proved: nobody more than needed has another mentor, and with so few moves no other seating fits "
        "the wishes better."
    ),
    "least_rank_for_moves": gettext_lazy(
        "Checked and proved: some more students move, and with as many moves no other seating fits the wishes better."
    ),
}
ENVY: Mapping[str, Any] = {
    "fair": gettext_lazy(
        "%(count)s students could rightly complain: a rule put them behind somebody who drew a later place."
    ),
    "ranks": gettext_lazy(
        "%(count)s students wished for a mentor whom somebody with a later place got: here the wishes of all together "
        "decided, not the draw."
    ),
    "weighed": gettext_lazy(
        "%(count)s students wished for a mentor whom somebody with a later place got: here the rules and wishes of all "
        "together decided, not the draw."
    ),
    "rematch": gettext_lazy(
        "%(count)s students wished for a mentor whom somebody with a later place has: moving as few as possible "
        "came first."
    ),
}
CLAIMS: Mapping[str, Any] = {
    "fair": gettext_lazy(
        "%(count)s students wished for a mentor who still has a free seat; a least number elsewhere needed them."
    ),
    "ranks": gettext_lazy(
        "%(count)s students wished for a mentor who still has a free seat; a rule needed them elsewhere."
    ),
    "weighed": gettext_lazy(
        "%(count)s students wished for a mentor who still has a free seat; weighed all together, they are better "
        "placed elsewhere."
    ),
    "rematch": gettext_lazy(
        "%(count)s students wished for a mentor who still has a free seat; moving as few as possible came first."
    ),
}
TRUTH: Mapping[str, Any] = {
    "ranks": gettext_lazy(
        "This way looks at all wishes together, so true wishes were not in every case the best to write."
    ),
    "weighed": gettext_lazy(
        "This way weighs wishes and rules together, so true wishes were not in every case the best to write."
    ),
    "rematch": gettext_lazy("The wishes are those of before; nobody was asked again."),
}
NOTES: Mapping[str, Any] = {
    "wish_unknown": gettext_lazy("%(student)s wished for somebody who is not on offer in the round; it did not count."),
    "wish_repeated": gettext_lazy("%(student)s wished for %(mentor)s twice; the first counts."),
    "wish_absent": gettext_lazy("%(student)s wished for %(mentor)s, who is away in this round; it did not count."),
    "wish_not_eligible": gettext_lazy(
        "%(student)s wished for %(mentor)s, who does not teach the class; it did not count."
    ),
}
RECOUNTS: Mapping[str, Any] = {
    "cheaper_seat": gettext_lazy("The proof does not hold: for a student there is a better seat."),
    "price_without_seats": gettext_lazy("The proof does not hold: it counts on a mentor who takes nobody."),
    "price_not_earned": gettext_lazy("The proof does not hold: it counts on a mentor as full who is not."),
    "said_wrong": gettext_lazy("A figure of the result differs from the recount."),
    "count_wrong": gettext_lazy("A reason why there is no seating does not count up."),
    "nothing_shown": gettext_lazy("Nothing shows that there is no seating."),
}
