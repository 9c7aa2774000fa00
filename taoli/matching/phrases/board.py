"""Words of the board: wishes on cards, what was moved, what a move gains."""

from collections.abc import Sequence

from django.utils.translation import gettext as _


def rank_words(rank: int | None, reason: str) -> str:
    """Say on a card which wish a student got."""
    if rank:
        return _("wish %(rank)s") % {"rank": rank}
    return _("no wishes entered") if reason == "no_wishes" else _("none of the wishes")


def moved_line(by: str, moves: Sequence[tuple[str, str, str]], *, undone: bool) -> str:
    """Say who moved whom; `moves`: names of student, mentor before and after, empty for none."""
    nobody = _("not yet placed")
    told = "；".join(
        _("%(student)s: %(before)s → %(after)s")
        % {"student": student, "before": before or nobody, "after": after or nobody}
        for student, before, after in moves
    )
    if undone:
        return _("%(by)s just took a move back. %(moves)s.") % {"by": by, "moves": told}
    return _("%(by)s just moved students. %(moves)s.") % {"by": by, "moves": told}


def gain_line(student: str, before: int | None, after: int | None) -> str:
    """Say what a move does to the wish of a student, for the officer; empty when it changes nothing."""
    if before == after:
        return ""
    nowhere = _("none of the wishes")
    words = {"student": student, "before": _wish(before) or nowhere, "after": _wish(after) or nowhere}
    if after is not None and (before is None or after < before):
        return _("%(student)s gains: %(before)s → %(after)s.") % words
    return _("%(student)s loses: %(before)s → %(after)s.") % words


def _wish(rank: int | None) -> str:
    return _("wish %(rank)s") % {"rank": rank} if rank else ""


def load_words(load: int, mentors: int) -> str:
    """Say how many mentors have so many students."""
    return _("%(mentors)s mentors have %(load)s students") % {"mentors": mentors, "load": load}
