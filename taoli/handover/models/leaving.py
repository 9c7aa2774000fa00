"""A student has left before the end: why, what ended with it, and whether the student came back."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from taoli.common.tenancy import TenantForeignKey, TenantModel, kin


class Leaving(TenantModel):
    """A student left after the day `last`: the reason is sensitive, `note` says where to or what was agreed.

    `school_class` and `pairing` are those of that day; `ended`: how many appointments, notices and links ended with it;
    `returned_on` (复学): the first day back; `undone_at`: it was entered by mistake.
    """

    class Reason(models.TextChoices):
        """Why."""

        TRANSFERRED = "transferred_out", _("goes to another school")
        SUSPENDED = "suspended", _("pauses (休学)")
        DROPPED_OUT = "dropped_out", _("gives up school (退学)")
        DIED = "died", _("has died")
        OTHER = "other", _("another reason")

    student = TenantForeignKey("roster.Student", on_delete=models.PROTECT, related_name="+")
    school_class = TenantForeignKey("roster.SchoolClass", on_delete=models.PROTECT, related_name="+")
    pairing = TenantForeignKey("matching.Pairing", on_delete=models.PROTECT, null=True, related_name="+")
    reason = models.CharField(_("reason"), max_length=20, choices=Reason.choices)
    last = models.DateField(_("last day"))
    until = models.DateField(_("expected back"), null=True, blank=True)
    note = models.CharField(_("where to, or what was agreed"), max_length=200, blank=True)
    ended = models.JSONField(default=dict)
    before = models.JSONField(default=dict)
    entered_at = models.DateTimeField()
    entered_by = models.UUIDField(null=True)
    returned_on = models.DateField(null=True, blank=True)
    undone_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("leaving")
        constraints: ClassVar = [
            *kin("handover_leaving", "student", "school_class", "pairing"),
            models.UniqueConstraint(
                fields=("school", "student"),
                condition=models.Q(returned_on=None, undone_at=None),
                name="handover_leaving_live",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=("school", "last"), name="handover_leaving_last")]
