"""What providers answer, in words for the office; the code they gave stands beside it."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

TROUBLES: Mapping[str, Any] = {
    "temporary": gettext_lazy("The provider did not answer or is busy; it is tried again."),
    "rate": gettext_lazy("Too many messages for the provider just now; the channel rests for some minutes."),
    "person": gettext_lazy("The provider does not know this address, or the person may not get messages there."),
    "setup": gettext_lazy("The provider refuses the channel's settings. Please compare them on the settings page."),
    "unclear": gettext_lazy("The connection broke after sending; nobody knows whether it arrived."),
    "gave_up": gettext_lazy("Tried six times in vain."),
    "no_address": gettext_lazy("The person has no address on this channel any more."),
}
CODES: Mapping[str, Any] = {
    "redirect": gettext_lazy("The address leads elsewhere; redirects are not followed."),
    "host": gettext_lazy("This host is not on the list of hosts that may be called."),
    "private": gettext_lazy("This host lies in a private network; only the server's keeper can allow it."),
    "resolve": gettext_lazy("The name of the host is not known."),
    "secret": gettext_lazy("The sealed secret cannot be opened; please enter it again."),
}
OUTCOMES: Mapping[str, Any] = {
    "sent": pgettext_lazy("outcome", "handed over"),
    "lost": pgettext_lazy("outcome", "broken off"),
}
STATES: Mapping[str, Any] = {
    "waiting": pgettext_lazy("message", "waits"),
    "sending": pgettext_lazy("message", "on its way"),
    "sent": pgettext_lazy("message", "handed over"),
    "failed": pgettext_lazy("message", "not handed over"),
    "unclear": pgettext_lazy("message", "unclear"),
    "dropped": pgettext_lazy("message", "read before"),
}


def trouble_words(trouble: str, code: str = "") -> str:
    """Say what went wrong, with the provider's own code."""
    sentence = str(CODES.get(code) or TROUBLES.get(trouble, TROUBLES["temporary"]))
    return _("%(sentence)s (%(code)s)") % {"sentence": sentence, "code": code} if code else sentence


def reason_words(reason: str) -> str:
    """Say why a message was not handed over; `reason` is trouble:code as stored."""
    if not reason:
        return ""
    trouble, _colon, code = reason.partition(":")
    return trouble_words(trouble, code)


def outcome_words(outcome: str, code: str) -> str:
    """Say how a try ended."""
    return str(OUTCOMES[outcome]) if outcome in OUTCOMES else trouble_words(outcome, code)


def state_words(state: str) -> str:
    """Say where a message stands."""
    return str(STATES[state])
