"""Weekly summaries: as a school has sent them, as a bureau has received them."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from taoli.common.tenancy import TenantForeignKey, TenantModel, kin
from taoli.oversight.models.members import Member


class SentSummary(TenantModel):
    """In the school's fence: what the school has handed in, to be read again word by word.

    `answers`: what each bureau said to it: {bureau, code ("taken" or a finding), at}.
    """

    week = models.DateField()
    seq = models.PositiveIntegerField()
    document = models.JSONField()
    sha256 = models.CharField(max_length=64)
    signature = models.CharField(max_length=88)
    made_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True, blank=True)
    answers = models.JSONField(default=list)

    class Meta:
        verbose_name = _("summary sent")
        constraints: ClassVar = [
            *kin("oversight_sentsummary"),
            models.UniqueConstraint(fields=("school", "seq"), name="oversight_sentsummary_seq"),
        ]
        indexes: ClassVar = [models.Index(fields=("school", "week"), name="oversight_sentsummary_week")]


class BureauLink(TenantModel):
    """In the school's fence: the Taoli of a bureau that lives on another server, to which summaries are posted."""

    name = models.CharField(_("name of the bureau"), max_length=80)
    code = models.CharField(_("code of the bureau"), max_length=30)
    address = models.CharField(_("address of its Taoli"), max_length=200, blank=True)
    edit = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("bureau on another server")
        constraints: ClassVar = [
            *kin("oversight_bureaulink"),
            models.UniqueConstraint(fields=("school",), name="oversight_bureaulink_one"),
        ]


class ReceivedSummary(TenantModel):
    """In the bureau's fence: a summary that has been checked. No page shows it: pages show what has been released.

    `late`: it came after its week had been released, and counts from the next release on.
    """

    member = TenantForeignKey(Member, on_delete=models.PROTECT, related_name="summaries")
    week = models.DateField()
    seq = models.PositiveIntegerField()
    document = models.JSONField()
    sha256 = models.CharField(max_length=64)
    received_at = models.DateTimeField()
    late = models.BooleanField(default=False)

    class Meta:
        verbose_name = _("summary received")
        constraints: ClassVar = [
            *kin("oversight_receivedsummary", "member"),
            models.UniqueConstraint(fields=("school", "member", "seq"), name="oversight_receivedsummary_seq"),
        ]
        indexes: ClassVar = [models.Index(fields=("school", "week"), name="oversight_received_week")]
