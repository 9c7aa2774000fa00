"""Notices to persons, what has become of them, and what their receivers do not want to be told."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from taoli.common.tenancy import TenantForeignKey, TenantModel, kin


class Notice(TenantModel):
    """One thing to tell one person: a code and values, never a text; the sentence is made when it is read.

    `receiver_id`: of staff, student or guardian; for a family, the student whose family it is. `about`: what it is
    about, so that nobody is told the same twice. `due_at`: empty while no school day is known on which it could come.
    """

    class Receiver(models.TextChoices):
        """Whom it is for; a family is told on paper."""

        STAFF = "staff", _("staff")
        STUDENT = "student", _("student")
        GUARDIAN = "guardian", _("guardian")
        FAMILY = "family", _("family without an account")

    receiver_kind = models.CharField(max_length=10, choices=Receiver.choices)
    receiver_id = models.UUIDField()
    kind = models.CharField(max_length=40)
    about = models.CharField(max_length=120)
    params = models.JSONField(default=dict)
    link = models.CharField(max_length=200, blank=True)
    made_at = models.DateTimeField()
    due_at = models.DateTimeField(null=True, blank=True)
    settled_at = models.DateTimeField(null=True, blank=True)
    read_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("notice")
        constraints: ClassVar = [
            *kin("notifications_notice"),
            models.UniqueConstraint(
                fields=("school", "receiver_id", "receiver_kind", "kind", "about"), name="notifications_notice_once"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=("school", "settled_at", "due_at"), name="notifications_notice_due")]


class Delivery(TenantModel):
    """That a channel has taken a notice, once; `message`: the message of an outside channel that tells of it."""

    notice = TenantForeignKey(Notice, on_delete=models.PROTECT, related_name="deliveries")
    message = TenantForeignKey(
        "notifications.NoticeMessage", on_delete=models.PROTECT, null=True, related_name="deliveries"
    )
    channel = models.CharField(max_length=20)
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("delivery of a notice")
        constraints: ClassVar = [
            *kin("notifications_delivery", "notice", "message"),
            models.UniqueConstraint(fields=("school", "notice", "channel"), name="notifications_delivery_once"),
        ]


class Quiet(TenantModel):
    """A channel that a person has quietened, for one kind of notice or, with no kind, for all."""

    person_id = models.UUIDField()
    channel = models.CharField(max_length=20)
    kind = models.CharField(max_length=40, blank=True)

    class Meta:
        verbose_name = _("quietened notice")
        constraints: ClassVar = [
            *kin("notifications_quiet"),
            models.UniqueConstraint(fields=("school", "person_id", "channel", "kind"), name="notifications_quiet_once"),
        ]
