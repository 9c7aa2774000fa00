"""The roster's own pages side by side, as far as somebody may open them."""

from dataclasses import dataclass

from django.urls import reverse

from taoli.common.pages import opens
from taoli.common.policy import Actor
from taoli.roster.phrases import TABS


@dataclass(frozen=True, slots=True)
class Tab:
    """One tab: a page of the roster."""

    label: str
    url: str
    active: bool


def roster_tabs(actor: Actor, current: str) -> list[Tab]:
    """Return the tabs, `current` (a page's name) marked; none when there would be only one."""
    tabs = [
        Tab(str(label), reverse(f"roster:{name}"), name == current)
        for name, label in TABS.items()
        if opens(actor, f"roster:{name}")
    ]
    return tabs if len(tabs) > 1 else []
