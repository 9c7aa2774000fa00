"""Next steps that have been taken."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from taoli.common.tenancy import TenantForeignKey, TenantModel, kin


class StepTick(TenantModel):
    """The writer's tick behind the next step of a record: done, or open again. The record itself stays as it is."""

    record = TenantForeignKey("guidance.GuidanceRecord", on_delete=models.PROTECT, related_name="ticks")
    done = models.BooleanField(default=True)
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("tick of a next step")
        constraints: ClassVar = [
            *kin("guidance_steptick", "record"),
            models.UniqueConstraint(fields=("school", "record"), name="guidance_steptick_one"),
        ]
