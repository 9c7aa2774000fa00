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
    consent_on = models.DateField(_("the guardian agreed on"), null=True, blank=True)
    consent_by = models.CharField(_("who agreed"), max_length=30, blank=True)

    class Meta:
        verbose_name = _("pairing with a mentor from outside")
        constraints: ClassVar = [*kin("neighbourhood_companionpair", "staff", "student")]
        indexes: ClassVar = [models.Index(fields=("school", "staff"), name="neighbourhood_pair_staff")]


class CompanionNote(TenantModel):
    """What a mentor from outside did with a student on a day, in the own words."""

    class Kind(models.TextChoices):
        """What it was."""

        MEETING = "meeting", _("met in person")
        ACTIVITY = "activity", _("did something together")
        CALL = "call", _("by telephone")

    pair = TenantForeignKey(CompanionPair, on_delete=models.PROTECT, related_name="notes")
    held_on = models.DateField(_("day"))
    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices)
    text = models.CharField(_("what you did"), max_length=300)
    written_at = models.DateTimeField()

    class Meta:
        verbose_name = _("note of a mentor from outside")
        constraints: ClassVar = [*kin("neighbourhood_companionnote", "pair")]
        indexes: ClassVar = [models.Index(fields=("school", "held_on"), name="neighbourhood_note_day")]
