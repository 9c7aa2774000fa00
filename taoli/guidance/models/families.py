"""What a family writes to the school: a short message to the mentor, a word that something is not right."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from taoli.common.tenancy import TenantForeignKey, TenantModel, kin


class FamilyMessage(TenantModel):
    """A parent's message to the mentor and the one answer to it; never a chat."""

    student = TenantForeignKey("roster.Student", on_delete=models.PROTECT, related_name="+")
    guardian = TenantForeignKey("roster.Guardian", on_delete=models.PROTECT, related_name="+")
    mentor = TenantForeignKey("roster.Staff", on_delete=models.PROTECT, related_name="+")
    text = models.TextField(_("message"), max_length=500)
    sent_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True, blank=True)
    answer = models.TextField(_("answer"), max_length=500, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("message of a family")
        constraints: ClassVar = [*kin("guidance_familymessage", "student", "guardian", "mentor")]
        indexes: ClassVar = [
            models.Index(fields=("school", "mentor", "sent_at"), name="guidance_message_mentor"),
            models.Index(fields=("school", "guardian", "sent_at"), name="guidance_message_guardian"),
        ]


class FamilyCorrection(TenantModel):
    """A parent says that something the school keeps of the child is not right; answered by the day `due_on`."""

    class State(models.TextChoices):
        """What became of it."""

        OPEN = "open", pgettext_lazy("correction", "being looked at")
        MENDED = "mended", pgettext_lazy("correction", "corrected")
        KEPT = "kept", pgettext_lazy("correction", "kept as it is")

    student = TenantForeignKey("roster.Student", on_delete=models.PROTECT, related_name="+")
    guardian = TenantForeignKey("roster.Guardian", on_delete=models.PROTECT, related_name="+")
    text = models.TextField(_("what is not right"), max_length=500)
    state = models.CharField(max_length=10, choices=State.choices, default=State.OPEN)
    asked_at = models.DateTimeField()
    due_on = models.DateField()
    answer = models.TextField(_("answer"), max_length=500, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.UUIDField(null=True, blank=True)

    class Meta:
        verbose_name = _("correction asked for by a family")
        constraints: ClassVar = [*kin("guidance_familycorrection", "student", "guardian")]
        indexes: ClassVar = [models.Index(fields=("school", "state", "due_on"), name="guidance_correct_state")]


CORRECTION_MOVES = {
    FamilyCorrection.State.OPEN: {FamilyCorrection.State.MENDED, FamilyCorrection.State.KEPT},
    FamilyCorrection.State.MENDED: set(),
    FamilyCorrection.State.KEPT: set(),
}
