"""The ways a notice comes to its receiver; a further one is one file here and one line below."""

from taoli.notifications.channels.inbox import Inbox
from taoli.notifications.channels.paper import Paper
from taoli.notifications.channels.ways import Channel

CHANNELS: tuple[Channel, ...] = (Inbox(), Paper())

__all__ = ["CHANNELS", "Channel"]
