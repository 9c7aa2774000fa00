"""Messages of outside channels: what waits, what is on its way, what became of it."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from taoli.common.tenancy import TenantForeignKey, TenantModel, kin
from taoli.notifications.models.notices import Notice


class NoticeMessage(TenantModel):
    """One message to one person on one channel, telling of one notice or of several; never with their content.

    It is SENDING before it leaves and settled after the answer. Found SENDING later, nobody knows whether it left:
    it goes again only where the provider drops the second one, or where safety asks for it; else it is UNCLEAR and a
    person decides (decision 0019). `count` and `said_at` are fixed at the first try: a repeat is the same message.
    """

    class State(models.TextChoices):
        """Where it stands."""

        WAITING = "waiting", _("waiting")
        SENDING = "sending", _("on its way")
        SENT = "sent", _("handed over")
        FAILED = "failed", _("not handed over")
        UNCLEAR = "unclear", _("unclear")
        DROPPED = "dropped", _("no longer needed")

    person_kind = models.CharField(max_length=10, choices=Notice.Receiver.choices)
    person_id = models.UUIDField()
    channel = models.CharField(max_length=20)
    safety = models.BooleanField(default=False)
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    made_at = models.DateTimeField()
    due_at = models.DateTimeField()
    kind = models.CharField(max_length=40, blank=True)
    count = models.PositiveSmallIntegerField(default=0)
    said_at = models.DateTimeField(null=True, blank=True)
    claimed_at = models.DateTimeField(null=True, blank=True)
    tries = models.PositiveSmallIntegerField(default=0)
    settled_at = models.DateTimeField(null=True, blank=True)
    reason = models.CharField(max_length=60, blank=True)

    class Meta:
        verbose_name = _("message of notices")
        constraints: ClassVar = [*kin("notifications_noticemessage")]
        indexes: ClassVar = [
            models.Index(fields=("school", "state", "due_at"), name="notifications_message_due"),
            models.Index(fields=("school", "person_id", "channel"), name="notifications_message_person"),
        ]


MESSAGE_MOVES = {
    NoticeMessage.State.WAITING: {NoticeMessage.State.SENDING, NoticeMessage.State.DROPPED},
    NoticeMessage.State.SENDING: {
        NoticeMessage.State.SENT,
        NoticeMessage.State.WAITING,
        NoticeMessage.State.FAILED,
        NoticeMessage.State.UNCLEAR,
    },
    NoticeMessage.State.FAILED: {NoticeMessage.State.WAITING},
    NoticeMessage.State.UNCLEAR: {NoticeMessage.State.WAITING},
    NoticeMessage.State.SENT: set(),
    NoticeMessage.State.DROPPED: set(),
}


class DeliveryTry(TenantModel):
    """One try to hand a message over, and what the provider answered: its code, never what was sent."""

    message = TenantForeignKey(NoticeMessage, on_delete=models.PROTECT, related_name="attempts")
    at = models.DateTimeField()
    outcome = models.CharField(max_length=20)
    code = models.CharField(max_length=60, blank=True)
    reference = models.CharField(max_length=120, blank=True)

    class Meta:
        verbose_name = _("try of a delivery")
        constraints: ClassVar = [*kin("notifications_deliverytry", "message")]
