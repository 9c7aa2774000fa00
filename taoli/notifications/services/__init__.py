"""Writes of notifications; what later steps call stands here under one name."""

from taoli.notifications.queries.receivers import To
from taoli.notifications.services.delivering import deliver
from taoli.notifications.services.notifying import notify, withdraw
from taoli.notifications.services.ringing import ring
from taoli.notifications.services.sending import send_messages

__all__ = ["To", "deliver", "notify", "ring", "send_messages", "withdraw"]
