"""The schools of a bureau."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from taoli.common.models import Area, School
from taoli.common.tenancy import TenantForeignKey, TenantModel, kin


class Member(TenantModel):
    """A school as its bureau knows it, in the bureau's fence: `hosted` when it lives in this installation, else known
    by the key that signs its summaries. `sort_key` puts names in the order of strokes: there is no other order.

    `counts_from`: how many summaries of its chain belong to an earlier beginning: after new keys, or where the school's
    server was restored from a backup, the next summary begins anew.

    `contact` and `telephone`: whom the bureau calls there about a figure; an office's number, as the bureau noted it.

    A school that leaves or goes up in another (`successor`) keeps its row: its past stays comparable.
    """

    code = models.CharField(_("school code"), max_length=30)
    name = models.CharField(_("name"), max_length=80)
    sort_key = models.CharField(max_length=120, blank=True)
    district = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+", verbose_name=_("district"))
    stages = models.JSONField(_("stages"), default=list)
    campuses = models.PositiveSmallIntegerField(_("campuses"), default=1)
    hosted = models.ForeignKey(School, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    sign_key = models.CharField(max_length=44, blank=True)
    box_key = models.CharField(max_length=44, blank=True)
    compared_on = models.DateField(_("fingerprint compared on"), null=True, blank=True)
    compared_by = TenantForeignKey("roster.Staff", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    counts_from = models.PositiveIntegerField(default=0)
    address = models.CharField(_("address of its Taoli"), max_length=200, blank=True)
    contact = models.CharField(_("whom to call"), max_length=60, blank=True)
    telephone = models.CharField(_("telephone"), max_length=20, blank=True)
    joined_on = models.DateField(_("joined on"))
    left_on = models.DateField(_("left on"), null=True, blank=True)
    successor = TenantForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="predecessors")
    edit = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("member school")
        constraints: ClassVar = [
            *kin("oversight_member", "successor", "compared_by"),
            models.UniqueConstraint(fields=("school", "code"), name="oversight_member_code"),
        ]

    def __str__(self) -> str:
        return self.name
