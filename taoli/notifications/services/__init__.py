"""Writes of notifications; what later steps call stands here under one name."""

from taoli.notifications.services.delivering import deliver
from taoli.notifications.services.notifying import To, notify

__all__ = ["To", "deliver", "notify"]
