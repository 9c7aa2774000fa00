"""What a family reads of a record, where its writer has said so: other words, or only the day and the way."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from taoli.common.tenancy import TenantForeignKey, TenantModel, kin


class FamilyText(TenantModel):
    """The writer's words for one student's family about one occasion, in place of the printed sentence; none and
    `withheld`: the day and the way only. The latest holds, the earlier ones have `closed_at`; without any the family
    reads the printed sentence.
    """

    occasion = models.UUIDField()
    student = TenantForeignKey("roster.Student", on_delete=models.PROTECT, related_name="+")
    by = TenantForeignKey("roster.Staff", on_delete=models.PROTECT, related_name="+")
    text = models.CharField(_("What the family reads"), max_length=200, blank=True)
    withheld = models.BooleanField(default=False)
    said_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("text for the family")
        constraints: ClassVar = [
            *kin("guidance_familytext", "student", "by"),
            models.UniqueConstraint(
                fields=("school", "occasion", "student"),
                condition=models.Q(closed_at=None),
                name="guidance_familytext_one",
            ),
        ]
