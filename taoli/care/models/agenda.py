"""Whom somebody wants to speak of."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from taoli.common.tenancy import TenantForeignKey, TenantModel, kin


class AgendaNote(TenantModel):
    """A student whom somebody wants to speak of at the next class conference: an own list, crossed off by its owner."""

    staff = TenantForeignKey("roster.Staff", on_delete=models.PROTECT, related_name="+")
    student = TenantForeignKey("roster.Student", on_delete=models.PROTECT, related_name="+")
    noted_on = models.DateField()
    crossed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("agenda note")
        constraints: ClassVar = [
            *kin("care_agendanote", "staff", "student"),
            models.UniqueConstraint(
                fields=("school", "staff", "student"),
                condition=models.Q(crossed_at=None),
                name="care_agendanote_open",
            ),
        ]
