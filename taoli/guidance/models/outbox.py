"""What phones wrote without a network: the devices that may, and every letter that came from one."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from taoli.common.tenancy import TenantForeignKey, TenantModel, kin


class OfflineDevice(TenantModel):
    """A phone on which somebody chose to write without a network; of its token only the hash is kept."""

    account_id = models.UUIDField()
    staff = TenantForeignKey("roster.Staff", on_delete=models.PROTECT, related_name="+")
    token_hash = models.CharField(max_length=64)
    made_at = models.DateTimeField()
    seen_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)
    last_number = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("offline device")
        constraints: ClassVar = [*kin("guidance_offlinedevice", "staff")]
        indexes: ClassVar = [models.Index(fields=("school", "staff"), name="guidance_device_staff")]


class OutboxItem(TenantModel):
    """One letter from a phone's outbox and what became of it; the operation id makes a repeat the same letter.

    `content` (the form as it was filled in) is kept only while somebody has to look at it, `sealed` only when it could
    not be opened. Class and grade are those of its students when all are of one.
    """

    class State(models.TextChoices):
        """Where it stands."""

        DELIVERED = "delivered", _("taken as a record")
        RETURNED = "returned", _("came back to its writer")
        HELD = "held", _("waits for the homeroom teacher")
        UNREADABLE = "unreadable", _("could not be opened")
        TAKEN = "taken", _("accepted later")
        ASIDE = "aside", _("set aside with a reason")

    device = TenantForeignKey(OfflineDevice, on_delete=models.PROTECT, related_name="items")
    staff = TenantForeignKey("roster.Staff", on_delete=models.PROTECT, related_name="+")
    op = models.UUIDField()
    number = models.PositiveIntegerField()
    state = models.CharField(max_length=10, choices=State.choices)
    code = models.CharField(max_length=20, blank=True)
    reason = models.CharField(_("why it came back"), max_length=500, blank=True)
    content = models.JSONField(default=list)
    sealed = models.TextField(blank=True)
    school_class = TenantForeignKey("roster.SchoolClass", on_delete=models.PROTECT, null=True, related_name="+")
    grade = TenantForeignKey("roster.Grade", on_delete=models.PROTECT, null=True, related_name="+")
    written_at = models.DateTimeField(null=True)
    received_at = models.DateTimeField()
    decided_by = models.UUIDField(null=True)
    decided_at = models.DateTimeField(null=True)
    decision = models.CharField(_("reason of the decision"), max_length=100, blank=True)

    class Meta:
        verbose_name = _("outbox item")
        constraints: ClassVar = [
            *kin("guidance_outboxitem", "device", "staff", "school_class", "grade"),
            models.UniqueConstraint(fields=("school", "staff", "op"), name="guidance_outboxitem_once"),
        ]
        indexes: ClassVar = [models.Index(fields=("school", "state", "staff"), name="guidance_outbox_state")]


_State = OutboxItem.State
OUTBOX_MOVES = {
    _State.DELIVERED: set(),
    _State.RETURNED: {_State.TAKEN, _State.ASIDE, _State.HELD},
    _State.HELD: {_State.TAKEN, _State.ASIDE},
    _State.UNREADABLE: {_State.ASIDE},
    _State.TAKEN: set(),
    _State.ASIDE: set(),
}
