"""The one-page card on paper for schools that do not run Taoli."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from taoli.common.tenancy import TenantForeignKey, TenantModel, kin


class BridgeCard(TenantModel):
    """A card (学段衔接卡) printed for a student; its stub comes back as the receipt and is typed by its code."""

    student = TenantForeignKey("roster.Student", on_delete=models.PROTECT, related_name="+")
    code = models.CharField(max_length=10)
    to_school = models.CharField(_("to which school"), max_length=80)
    wish = models.CharField(_("what we would like to hand on"), max_length=300, blank=True)
    printed_at = models.DateTimeField()
    printed_by = models.UUIDField(null=True)
    received_on = models.DateField(_("received on"), null=True, blank=True)
    received_by = models.CharField(_("received by"), max_length=60, blank=True)
    typed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("bridge card")
        constraints: ClassVar = [
            *kin("handover_bridgecard", "student"),
            models.UniqueConstraint(fields=("school", "code"), name="handover_bridgecard_code"),
        ]
        indexes: ClassVar = [models.Index(fields=("school", "student"), name="handover_bridgecard_student")]
