"""The pages of the handover that stand side by side, as far as somebody may open them."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy, pgettext_lazy

from taoli.common.pages import opens
from taoli.common.policy import Actor

STOPS: tuple[tuple[str, str | Promise], ...] = (
    ("year_list", pgettext_lazy("tab", "New school year")),
    ("leaving_list", gettext_lazy("Who has left")),
    ("graduation_list", gettext_lazy("Graduates")),
    ("package_list", pgettext_lazy("tab", "Packages")),
    ("package_lacking", gettext_lazy("Who still lacks one")),
    ("partner_list", gettext_lazy("Partner schools")),
    ("farewell_write", gettext_lazy("A word to the next mentor")),
)


@dataclass(frozen=True, slots=True)
class Tab:
    """One of the pages; `active`: it is this one."""

    label: str
    url: str
    active: bool


def tabs_of(actor: Actor, here: str) -> list[Tab]:
    """Return the pages that the actor may open; none where there would be one only. No query."""
    found = [
        Tab(str(label), reverse(f"handover:{name}"), name == here)
        for name, label in STOPS
        if opens(actor, f"handover:{name}")
    ]
    return found if len(found) > 1 else []
