"""What a stop is, and which pages stand under one."""

from dataclasses import dataclass
from typing import Any

from taoli.common.policy import Role


@dataclass(frozen=True)
class Stop:
    """One place of the navigation: the first of its pages that the person may open."""

    label: Any
    icon: str
    pages: tuple[str, ...]
    raised: bool = False
    roles: frozenset[Role] = frozenset(Role)


def under(stop: str, *pages: str) -> dict[str, str]:
    """Return the stop of each page; a page without an app is of the stop's."""
    app = stop.partition(":")[0]
    return {page if ":" in page else f"{app}:{page}": stop for page in pages}
