"""A pack for an inspection, and the guests who may read it for some hours."""

import datetime as dt
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from taoli.common.tenancy import TenantForeignKey, TenantModel, kin


class InspectionPack(TenantModel):
    """Printed papers of a day, made at once from what is there: nobody is asked to write anything for it.

    The handbooks are drawn from `seed` and the mentors' numbers, whose hash is kept: anyone with the list draws again.
    """

    occasion = models.CharField(_("occasion"), max_length=60)
    k = models.PositiveSmallIntegerField(_("handbooks drawn"))
    seed = models.CharField(_("seed"), max_length=64)
    population = models.PositiveIntegerField()
    population_hash = models.CharField(max_length=64)
    drawn = models.JSONField(default=list)
    made_at = models.DateTimeField()
    made_name = models.CharField(max_length=60)

    class Meta:
        verbose_name = _("inspection pack")
        constraints: ClassVar = [*kin("oversight_inspectionpack")]

    def __str__(self) -> str:
        return self.occasion


class InspectionFile(TenantModel):
    """One paper of a pack, as it was that day."""

    pack = TenantForeignKey(InspectionPack, on_delete=models.PROTECT, related_name="files")
    place = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=120)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveIntegerField()
    data = models.BinaryField()

    class Meta:
        verbose_name = _("paper of an inspection pack")
        constraints: ClassVar = [
            *kin("oversight_inspectionfile", "pack"),
            models.UniqueConstraint(fields=("school", "pack", "place"), name="oversight_inspectionfile_place"),
        ]


class InspectionGuest(TenantModel):
    """A link and code with which somebody reads one pack for some hours, and nothing else; every opening is logged."""

    LONGEST = dt.timedelta(hours=8)

    pack = TenantForeignKey(InspectionPack, on_delete=models.PROTECT, related_name="guests")
    name = models.CharField(_("who comes"), max_length=60)
    code_hash = models.CharField(max_length=64)
    given_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("guest at an inspection")
        constraints: ClassVar = [*kin("oversight_inspectionguest", "pack")]
        indexes: ClassVar = [models.Index(fields=("school", "code_hash"), name="oversight_guest_code")]
