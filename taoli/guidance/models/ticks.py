"""Weeks written on paper: sheets to tick, typed by a clerk."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from taoli.common.tenancy import TenantForeignKey, TenantModel, kin


class TickSheet(TenantModel):
    """The paper of one mentor for one week: rows are students, columns are days and ways, a code says which it is.

    Rows and columns stand as they were printed, so that the page on which it is typed mirrors the paper.
    """

    mentor = TenantForeignKey("roster.Staff", on_delete=models.PROTECT, related_name="+")
    monday = models.DateField()
    code = models.CharField(max_length=8)
    students = models.JSONField(default=list)
    days = models.JSONField(default=list)
    ways = models.JSONField(default=list)
    made_at = models.DateTimeField()
    typed_at = models.DateTimeField(null=True, blank=True)
    typed_by = models.UUIDField(null=True)

    class Meta:
        verbose_name = _("tick sheet")
        constraints: ClassVar = [
            *kin("guidance_ticksheet", "mentor"),
            models.UniqueConstraint(fields=("school", "code"), name="guidance_ticksheet_code"),
            models.UniqueConstraint(fields=("school", "mentor", "monday"), name="guidance_ticksheet_week"),
        ]
