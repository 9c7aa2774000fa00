"""The school's channels to the outside, where persons are reached on them, and how they like to be told."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from taoli.common.tenancy import TenantModel, kin
from taoli.notifications.models.notices import Notice


class NoticeChannel(TenantModel):
    """One channel of a school: what may be seen of its settings in `values`, what may not sealed in `secret`.

    `token`: the provider's access token, sealed, good until `token_until`, so that each run need not ask anew.
    """

    code = models.CharField(max_length=20)
    on = models.BooleanField(_("switched on"), default=False)
    values = models.JSONField(default=dict)
    site = models.CharField(max_length=200, blank=True)
    secret = models.TextField(blank=True)
    token = models.TextField(blank=True)
    token_until = models.DateTimeField(null=True, blank=True)
    rests_until = models.DateTimeField(null=True, blank=True)
    trouble = models.CharField(max_length=60, blank=True)

    class Meta:
        verbose_name = _("notice channel")
        constraints: ClassVar = [
            *kin("notifications_noticechannel"),
            models.UniqueConstraint(fields=("school", "code"), name="notifications_noticechannel_once"),
        ]


class NoticeAddress(TenantModel):
    """Where a person is reached on a channel: a mail address, an id at the provider, a number for text messages."""

    person_kind = models.CharField(max_length=10, choices=Notice.Receiver.choices)
    person_id = models.UUIDField()
    channel = models.CharField(max_length=20)
    value = models.CharField(max_length=120)

    class Meta:
        verbose_name = _("notice address")
        constraints: ClassVar = [
            *kin("notifications_noticeaddress"),
            models.UniqueConstraint(
                fields=("school", "person_kind", "person_id", "channel"), name="notifications_noticeaddress_once"
            ),
        ]


class NoticeHabit(TenantModel):
    """How a person likes to be told outside Taoli: gathered for a time of day (`digest_at`), in the evening too."""

    person_id = models.UUIDField()
    digest_at = models.TimeField(null=True, blank=True)
    evenings = models.BooleanField(default=False)

    class Meta:
        verbose_name = _("notice habit")
        constraints: ClassVar = [
            *kin("notifications_noticehabit"),
            models.UniqueConstraint(fields=("school", "person_id"), name="notifications_noticehabit_once"),
        ]
