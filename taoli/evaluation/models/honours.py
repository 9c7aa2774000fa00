"""Honours that people give."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from taoli.common.tenancy import TenantForeignKey, TenantModel, kin
from taoli.evaluation.models.appraisals import AppraisalRun


class HonourGrant(TenantModel):
    """An honour that people give, not a total: a title, or a level of stars by the criteria that were met."""

    run = TenantForeignKey(AppraisalRun, on_delete=models.PROTECT, related_name="grants")
    mentor = TenantForeignKey("roster.Staff", on_delete=models.PROTECT, related_name="+")
    honour = models.CharField(max_length=40)
    level = models.PositiveSmallIntegerField(null=True)
    met = models.JSONField(default=list)
    by = models.UUIDField(null=True)
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("honour granted")
        constraints: ClassVar = [
            *kin("evaluation_honourgrant", "run", "mentor"),
            models.UniqueConstraint(fields=("school", "run", "mentor", "honour"), name="evaluation_honourgrant_one"),
        ]
