"""Tables of notifications."""

from taoli.notifications.models.channels import NoticeAddress, NoticeChannel, NoticeHabit
from taoli.notifications.models.messages import MESSAGE_MOVES, DeliveryTry, NoticeMessage
from taoli.notifications.models.notices import Delivery, Notice, Quiet

__all__ = [
    "MESSAGE_MOVES",
    "Delivery",
    "DeliveryTry",
    "Notice",
    "NoticeAddress",
    "NoticeChannel",
    "NoticeHabit",
    "NoticeMessage",
    "Quiet",
]
