"""Notices in Taoli: read on the own page by whoever has an account."""

from collections.abc import Sequence

from taoli.accounts.models import Membership
from taoli.notifications.models import Notice


class Inbox:
    """The row itself is what is read, so bringing it means only that somebody can open it."""

    code = "inbox"

    def take(self, school_id: int, notices: Sequence[Notice]) -> list[Notice]:
        """Return the notices whose receivers have an account."""
        having = with_account(school_id, notices)
        return [one for one in notices if (one.receiver_kind, one.receiver_id) in having]


def with_account(school_id: int, notices: Sequence[Notice]) -> set[tuple[str, object]]:
    """Return which receivers, by kind and id, have an account of the school."""
    rows = Membership.objects.filter(school_id=school_id, person_id__in={one.receiver_id for one in notices})
    return set(rows.values_list("person_kind", "person_id"))
