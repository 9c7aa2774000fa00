"""Why somebody has this seat: for staff, and for the student, who reads of no other student and no preference.

What a student reads is made of the own wishes, the mentor and the rule that decided alone. Rules about named
students and about categories are only "a rule of the round" there: their names would tell of others or label a child.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from taoli.engine.matching import Finding
from taoli.matching.phrases.naming import Names, rule_word, said, wish_words, words_of


def why_sentences(findings: Sequence[Finding], names: Names) -> list[str]:
    """Say for staff which wishes were full, what decided, and what would have had to differ."""
    return [sentence for finding in findings for sentence in _staff(finding, _words(finding, names))]


def own_sentences(findings: Sequence[Finding], names: Names) -> list[str]:
    """Say for the student: 名额已满 and the rule that decided."""
    return [_own(finding, _words(finding, names)) for finding in findings]


def mentor_sentences(findings: Sequence[Finding]) -> list[str]:
    """Say for the officer how many wished for a mentor, and how many marks came true; nothing of single students."""
    found = []
    for one in findings:
        if one.code == "demand":
            found.append(str(MENTOR["demand"]) % one.params)
        if one.code == "marks" and one.params["marked"]:
            found.append(str(MENTOR["marks"]) % one.params)
    return found


def mentor_sentence(finding: Finding, names: Names) -> str:
    """Say one finding about a mentor, for staff: load, demand, marks, or a student of the group."""
    return said(MENTOR, finding.code, _words(finding, names))


def moved_sentence(by: str, reason: str) -> str:
    """Say for staff that somebody moved the student by hand."""
    if by:
        return _("Moved by hand by %(by)s: %(reason)s") % {"by": by, "reason": reason}
    return _("Moved by hand: %(reason)s") % {"reason": reason}


def _staff(finding: Finding, words: Mapping[str, Any]) -> list[str]:
    if finding.code == "wish_full":
        full = _("Wish %(rank)s, %(mentor)s: all %(seats)s seats were taken.") % words
        return [full, str(DECIDED[words["decided"]]) % words]
    if finding.code == "wish_absent":
        return [str(AWAY) % words]
    if finding.code == "wish_rule" and words["rule"] == "least_cost":
        return [_dearer(words)]
    if finding.code == "wish_rule":
        return [str(RULED) % {**words, "rule": rule_word(words["rule"])}]
    if words["reason"] == "pinned" and words.get("note"):
        return [_("%(mentor)s was named beforehand: %(note)s") % words]
    return [_seat(words, STAFF_SEATS)]


def _dearer(words: Mapping[str, Any]) -> str:
    if words["dearer"] > 0:
        return _("Wish %(rank)s, %(mentor)s: with this seat the whole would be %(dearer)s points worse.") % words
    return _("Wish %(rank)s, %(mentor)s: with this seat the whole would be no better.") % words


def _own(finding: Finding, words: Mapping[str, Any]) -> str:
    if finding.code == "wish_full":
        return str(OWN_DECIDED.get(words["decided"], FULL)) % words
    if finding.code == "wish_absent":
        return str(AWAY) % words
    if finding.code == "wish_rule" and words["rule"] == "least_cost":
        return str(WEIGHED) % words
    if finding.code == "wish_rule":
        rule = rule_word(words["rule"] if words["rule"] in OWN_RULES else "")
        return str(RULED) % {**words, "rule": rule}
    return _seat(words, OWN_SEATS)


def _seat(words: Mapping[str, Any], seats: Mapping[str, Any]) -> str:
    return said(seats, words["reason"], words) or str(PLACED) % words


def _displaced(words: Mapping[str, Any]) -> str:
    return str(DISPLACED[words["cause"]]) % words


def _words(finding: Finding, names: Names) -> dict[str, Any]:
    """Ids as names, ranks as the wish they are."""
    params = finding.params
    wishes = {"wish": params.get("rank"), "from_wish": params.get("from_rank")}
    ranks = {key: wish_words(int(rank) if isinstance(rank, int) else None) for key, rank in wishes.items()}
    return {**words_of(params, names), **ranks}


AWAY = gettext_lazy("Wish %(rank)s, %(mentor)s: away in this round.")
FULL = gettext_lazy("Wish %(rank)s, %(mentor)s: full.")
RULED = gettext_lazy("Wish %(rank)s, %(mentor)s: not possible, because of %(rule)s.")
WEIGHED = gettext_lazy("Wish %(rank)s, %(mentor)s: not possible; the wishes and rules of all were weighed together.")
PLACED = gettext_lazy("Placed with %(mentor)s by the rules of the round.")
OWN_RULES = frozenset({"class_limit", "fewest_moves", "minimum_loads", "teaches_class"})
DECIDED: Mapping[str, Any] = {
    "lottery": gettext_lazy(
        "The draw decided: place %(place)s, and the last one to get a seat there had place %(last_place)s; "
        "%(seats_needed)s more seats would have been enough."
    ),
    "marked": gettext_lazy(
        "The mentor's marks came before the draw; %(seats_needed)s more seats would have been enough."
    ),
    "order": gettext_lazy("An order of priority decided; %(seats_needed)s more seats would have been enough."),
    "total_rank": gettext_lazy(
        "The wishes of all together decided: with this seat the ranks would not add up to less."
    ),
    "fewest_moves": gettext_lazy("That as few students as possible get a new mentor came first."),
    "least_cost": gettext_lazy("The wishes and rules of all together decided, by the weights of the round."),
}
OWN_DECIDED: Mapping[str, Any] = {
    "lottery": gettext_lazy("Wish %(rank)s, %(mentor)s: full. The public draw decided."),
    "total_rank": gettext_lazy("Wish %(rank)s, %(mentor)s: full. The wishes of all together decided."),
    "fewest_moves": gettext_lazy("Wish %(rank)s, %(mentor)s: full. As few new mentors as possible came first."),
    "least_cost": gettext_lazy("Wish %(rank)s, %(mentor)s: full. The wishes and rules of all together decided."),
}
DISPLACED: Mapping[str, Any] = {
    "mentor_left": gettext_lazy("The mentor of before is not in this round; now with %(mentor)s."),
    "mentor_absent": gettext_lazy("The mentor of before is away in this round; now with %(mentor)s."),
    "not_eligible": gettext_lazy("The mentor of before does not teach the class; now with %(mentor)s."),
    "no_seat_before": gettext_lazy("Without a mentor before; now with %(mentor)s."),
}
SEATS: Mapping[str, Any] = {
    "wish": gettext_lazy("%(mentor)s is wish %(rank)s of %(of)s."),
    "unranked": gettext_lazy("None of the wishes could be met; %(mentor)s had a seat and fits the rules."),
    "no_wishes": gettext_lazy("No wishes were entered; %(mentor)s had a free seat."),
    "pinned": gettext_lazy("%(mentor)s was named beforehand."),
    "moved_minimum": gettext_lazy(
        "Moved to %(mentor)s, so that every mentor has at least the least number of students."
    ),
    "moved_rules": gettext_lazy("Moved to %(mentor)s, so that every rule of the round is kept."),
    "assigned": gettext_lazy("Placed with %(mentor)s, so that the numbers are even."),
    "assigned_homeroom": gettext_lazy("%(mentor)s is the homeroom teacher; the groups of the own class came first."),
    "assigned_unit": gettext_lazy("The whole group came to %(mentor)s, so that the numbers are even."),
    "unit_wish": gettext_lazy("%(mentor)s is wish %(rank)s of %(of)s of the group."),
    "kept": gettext_lazy("%(mentor)s stays the mentor."),
    "displaced": _displaced,
    "moved_better": gettext_lazy("Now with %(mentor)s: %(wish)s; before: %(from_wish)s."),
}
STAFF_SEATS: Mapping[str, Any] = {
    **SEATS,
    "claimed": gettext_lazy("%(mentor)s claimed %(unit)s."),
    "claimed_by_lot": gettext_lazy(
        "%(claims)s mentors claimed %(unit)s; %(mentor)s got it by the numbers and the draw."
    ),
    "made_room": gettext_lazy("Moved to %(mentor)s to make room: %(wish)s; before: %(from_wish)s."),
}
OWN_SEATS: Mapping[str, Any] = {
    **SEATS,
    "claimed": gettext_lazy("The whole group came to %(mentor)s by the rules of the round."),
    "claimed_by_lot": gettext_lazy("The whole group came to %(mentor)s by the rules of the round."),
    "made_room": gettext_lazy("The seats have changed; now with %(mentor)s."),
}
MENTOR: Mapping[str, Any] = {
    "load": gettext_lazy("%(load)s students; at least %(min)s, at most %(max)s."),
    "demand": gettext_lazy(
        "%(wished)s students wished for this mentor, %(first)s of them first; "
        "%(turned_away)s are with somebody they wished for less."
    ),
    "marks": gettext_lazy("%(seated)s of the %(marked)s marked students are here."),
    "mentee": gettext_lazy("%(student)s: %(wish)s."),
}
