"""What a message outside Taoli says: how many notices there are, of what kind, and where to read them; nothing else.

It is built from the kind's own label only. Names, texts and values of a notice never reach this module.
"""

import datetime as dt
import uuid
from dataclasses import dataclass

from django.utils import formats, timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from taoli.notifications.phrases.kinds import KINDS


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A message ready to leave; `id` is the same at every repeat, and so are the words."""

    id: uuid.UUID
    title: str
    text: str
    link: str
    count: int
    safety: bool


def outgoing(*, pk: uuid.UUID, kind: str, count: int, safety: bool, said_at: dt.datetime, link: str) -> Outgoing:
    """Return the message in words: `kind` only where it tells of a single notice."""
    title = ngettext("You have %(count)s new message", "You have %(count)s new messages", count) % {"count": count}
    if safety:
        title = _("Please look at once: %(title)s") % {"title": title}
    # The moment makes each message unlike the one before, so that a provider drops repeats and nothing else.
    at = formats.date_format(timezone.localtime(said_at), "n月j日 H:i")
    known = KINDS.get(kind)
    text = (
        _("%(kind)s (%(at)s)") % {"kind": known.label, "at": at}
        if known
        else _("Gathered for you (%(at)s)") % {"at": at}
    )
    return Outgoing(pk, title, text, link, count, safety)


def trial(*, pk: uuid.UUID, said_at: dt.datetime, link: str) -> Outgoing:
    """Return the message of a test."""
    at = formats.date_format(timezone.localtime(said_at), "n月j日 H:i:s")
    return Outgoing(pk, _("A test of Taoli"), _("This channel works (%(at)s).") % {"at": at}, link, 1, safety=False)
