"""Slips on paper, for whoever has no account: printed by the office, handed out in class."""

from collections.abc import Sequence

from taoli.notifications.channels.inbox import with_account
from taoli.notifications.models import Notice


class Paper:
    """What it takes waits to be printed; `queries.slips` lists it."""

    code = "paper"

    def take(self, school_id: int, notices: Sequence[Notice]) -> list[Notice]:
        """Return the notices whose receivers have no account."""
        having = with_account(school_id, notices)
        return [one for one in notices if (one.receiver_kind, one.receiver_id) not in having]
