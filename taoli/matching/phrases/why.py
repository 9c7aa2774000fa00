"""Why somebody has this seat: for staff, and for the student, who reads of no other student and no preference."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _

from taoli.engine.matching import Finding

Names = Mapping[str, str]
# Reasons of a unit that a mentor claimed, or a class settled on; how many claimed it is said to nobody.
CLAIMED = frozenset({"claimed", "claimed_by_lot"})


def why_sentences(findings: Sequence[Finding], names: Names) -> list[str]:
    """Say for staff which wishes were full, what decided, and what would have had to differ."""
    return [sentence for finding in findings for sentence in _staff(finding, names)]


def own_sentences(findings: Sequence[Finding], names: Names) -> list[str]:
    """Say for the student: 名额已满 and the rule that decided."""
    return [_own(finding, names) for finding in findings]


def mentor_sentences(findings: Sequence[Finding]) -> list[str]:
    """Say for the officer how many wished for a mentor, and how many marks came true; nothing of single students."""
    found = []
    for one in findings:
        if one.code == "demand":
            found.append(
                _(
                    "%(wished)s students wished for this mentor, %(first)s of them first; "
                    "%(turned_away)s are with somebody they wished for less."
                )
                % one.params
            )
        if one.code == "marks" and one.params["marked"]:
            found.append(_("%(seated)s of the %(marked)s marked students are here.") % one.params)
    return found


def moved_sentence(by: str, reason: str) -> str:
    """Say for staff that somebody moved the student by hand."""
    if by:
        return _("Moved by hand by %(by)s: %(reason)s") % {"by": by, "reason": reason}
    return _("Moved by hand: %(reason)s") % {"reason": reason}


def _staff(finding: Finding, names: Names) -> list[str]:
    words = _words(finding, names)
    if finding.code == "wish_full":
        full = _("Wish %(rank)s, %(mentor)s: all %(seats)s seats were taken.") % words
        return [full, _decided(words)]
    if finding.code == "wish_absent":
        return [_("Wish %(rank)s, %(mentor)s: away in this round.") % words]
    if finding.code == "wish_rule":
        return [
            _("Wish %(rank)s, %(mentor)s: not possible, because of %(rule)s.") % {**words, "rule": _rule(words["rule"])}
        ]
    return [_seat(words)]


def _decided(words: Mapping[str, Any]) -> str:
    if words["decided"] == "lottery":
        return (
            _(
                "The draw decided: place %(place)s, and the last one to get a seat there had place %(last_place)s; "
                "%(seats_needed)s more seats would have been enough."
            )
            % words
        )
    return _("An order of priority decided; %(seats_needed)s more seats would have been enough.") % words


def _seat(words: Mapping[str, Any]) -> str:
    reason = words["reason"]
    if reason == "wish":
        return _("%(mentor)s is wish %(rank)s of %(of)s.") % words
    if reason == "unranked":
        return _("None of the wishes had a seat left; %(mentor)s had one and fits the rules.") % words
    if reason == "no_wishes":
        return _("No wishes were entered; %(mentor)s had a free seat.") % words
    if reason == "moved_minimum":
        return _("Moved to %(mentor)s, so that every mentor has at least the least number of students.") % words
    if reason == "moved_rules":
        return _("Moved to %(mentor)s, so that every rule of the round is kept.") % words
    return _unit(words)


def _unit(words: Mapping[str, Any]) -> str:
    """Why somebody who did not choose is with this mentor."""
    reason = words["reason"]
    if reason == "assigned_homeroom":
        return _("%(mentor)s is the homeroom teacher; the groups of the own class came first.") % words
    if reason in CLAIMED or words.get("note") in CLAIMED:
        return (
            _(
                "The whole unit came to %(mentor)s: claimed or settled on beforehand; where several were, "
                "the public draw decided."
            )
            % words
        )
    if reason == "assigned_unit":
        return _("The whole group came to %(mentor)s, so that the numbers are even.") % words
    return _("Placed with %(mentor)s, so that the numbers are even.") % words


def _own(finding: Finding, names: Names) -> str:
    words = _words(finding, names)
    if finding.code == "wish_full" and words["decided"] == "lottery":
        return _("Wish %(rank)s, %(mentor)s: full. The public draw decided.") % words
    if finding.code == "wish_full":
        return _("Wish %(rank)s, %(mentor)s: full.") % words
    if finding.code == "wish_absent":
        return _("Wish %(rank)s, %(mentor)s: away in this round.") % words
    if finding.code == "wish_rule":
        return _("Wish %(rank)s, %(mentor)s: not possible, because of %(rule)s.") % {
            **words,
            "rule": _rule(words["rule"]),
        }
    return _seat(words)


def _rule(code: str) -> str:
    if code == "class_limit":
        return _("the limit on classes per mentor")
    if code == "minimum_loads":
        return _("the least numbers")
    if code == "teaches_class":
        return _("the rule that a mentor teaches the class")
    return _("a rule of the round")


def _words(finding: Finding, names: Names) -> dict[str, Any]:
    return {**finding.params, "mentor": names.get(str(finding.params["mentor"]), "")}
