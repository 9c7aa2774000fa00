"""The demo's accounts, found by their names."""

from dataclasses import dataclass

from taoli.accounts.models import Account, Membership
from taoli.accounts.phrases import ROLES

PREFIX = "demo-"


@dataclass(frozen=True)
class Door:
    """A demo account: its role as in the account's name, who stands behind it, and in which school."""

    role: str
    name: str
    school: str

    @property
    def words(self) -> str:
        """The role as people say it."""
        return str(ROLES.get(self.role.rpartition("-")[2], self.role))


def doors() -> list[Door]:
    """Return every demo account, the big school's first."""
    rows = (
        Membership.objects.filter(account__username__startswith=PREFIX)
        .select_related("account", "school")
        .order_by("school_id", "account_id")
    )
    return [Door(row.account.username.removeprefix(PREFIX), row.name, row.school.name) for row in rows]


def account_behind(role: str) -> Account | None:
    """Return the demo account of a role, or None."""
    return Account.objects.filter(username=f"{PREFIX}{role}", is_active=True).first()
