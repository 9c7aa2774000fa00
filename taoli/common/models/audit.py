"""Who changed what, chained so that any edit shows; who looked at what."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from taoli.common.tenancy import TenantModel, kin


class AuditHead(TenantModel):
    """The last link of a school's chain, locked by the last statement of each writing transaction."""

    seq = models.BigIntegerField(default=0)
    hash = models.CharField(max_length=64, default="")

    class Meta:
        verbose_name = _("audit head")
        constraints: ClassVar = [
            *kin("common_audithead"),
            models.UniqueConstraint(fields=("school",), name="common_audithead_one"),
        ]


class AuditEntry(TenantModel):
    """One change; never updated, never deleted (triggers refuse it)."""

    seq = models.BigIntegerField()
    at = models.DateTimeField()
    account_id = models.UUIDField(null=True)
    person_id = models.UUIDField(null=True)
    action = models.CharField(max_length=60)
    object_id = models.CharField(max_length=40, blank=True)
    data = models.JSONField(default=dict)
    previous = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    class Meta:
        verbose_name = _("audit entry")
        constraints: ClassVar = [
            *kin("common_auditentry"),
            models.UniqueConstraint(fields=("school", "seq"), name="common_auditentry_seq"),
        ]


class ViewLog(TenantModel):
    """One reading of sensitive data: one row a request, with the list of what was seen."""

    at = models.DateTimeField()
    account_id = models.UUIDField(null=True)
    person_id = models.UUIDField(null=True)
    noun = models.CharField(max_length=60)
    page = models.CharField(max_length=80)
    ids = models.JSONField(default=list)

    class Meta:
        verbose_name = _("view log")
        constraints: ClassVar = [*kin("common_viewlog")]
        indexes: ClassVar = [models.Index(fields=("school", "at"), name="common_viewlog_at")]
