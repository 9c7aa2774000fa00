"""Students given to mentors from outside the school, narrowly: these see them and nothing else."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from taoli.common.tenancy import TenantForeignKey, TenantModel, kin


class CompanionPair(TenantModel):
    """One student given to a social, parent or enterprise mentor (`roster.Staff` of such a kind), for a purpose and a
    time, beside the own mentor and never instead. It gives sight of the student's name and class, no more; and none
    once the enquiry that the law wants (`Staff.vetted_on`, 未成年人保护法 62) is missing or older than a year.
    """

    staff = TenantForeignKey("roster.Staff", on_delete=models.PROTECT, related_name="+")
    student = TenantForeignKey("roster.Student", on_delete=models.PROTECT, related_name="+")
    purpose = models.CharField(_("what for"), max_length=120)
    starts = models.DateField(_("from"))
    ends = models.DateField(_("until"), null=True, blank=True)

    class Meta:
        verbose_name = _("pairing with a mentor from outside")
        constraints: ClassVar = [*kin("neighbourhood_companionpair", "staff", "student")]
        indexes: ClassVar = [models.Index(fields=("school", "staff"), name="neighbourhood_pair_staff")]
