"""Guidance records: what a mentor did with a student."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from taoli.common.tenancy import TenantForeignKey, TenantModel, kin


class GuidanceRecord(TenantModel):
    """A talk, call, visit or activity for one student; records of one occasion (a talk with three) share `occasion`.

    A submitted record is never changed in place: a correction is a new row with `version` + 1 and `replaces`, and the
    old row becomes REPLACED. Two dates: held on, entered at. Two texts: what a form prints is made from date, place
    and chips; `private_text` is never printed.
    """

    class State(models.TextChoices):
        """Where it stands."""

        SUBMITTED = "submitted", _("submitted")
        REPLACED = "replaced", _("replaced by a correction")
        WITHDRAWN = "withdrawn", _("withdrawn")

    occasion = models.UUIDField()
    student = TenantForeignKey("roster.Student", on_delete=models.PROTECT, related_name="+")
    by = TenantForeignKey("roster.Staff", on_delete=models.PROTECT, related_name="+")
    pairing = TenantForeignKey("matching.Pairing", on_delete=models.PROTECT, null=True, related_name="+")
    school_class = TenantForeignKey("roster.SchoolClass", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(_("kind"), max_length=30)
    channel = models.CharField(_("channel"), max_length=30)
    made = models.BooleanField(default=True)
    guidances = models.JSONField(default=list)
    theme = models.CharField(_("theme"), max_length=60, blank=True)
    place = models.CharField(_("place"), max_length=40, blank=True)
    held_on = models.DateField(_("held on"))
    entered_at = models.DateTimeField(_("entered at"))
    entered_by = models.UUIDField(null=True)
    minutes = models.PositiveSmallIntegerField(null=True, blank=True)
    planned = models.BooleanField(_("planned beforehand"), default=False)
    private_text = models.TextField(_("for me and those entitled"), max_length=2000, blank=True)
    next_step = models.CharField(_("next step"), max_length=100, blank=True)
    next_on = models.DateField(null=True, blank=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.SUBMITTED)
    version = models.PositiveSmallIntegerField(default=1)
    replaces = TenantForeignKey("self", on_delete=models.PROTECT, null=True, related_name="replaced_by")
    correction_reason = models.CharField(max_length=100, blank=True)

    class Meta:
        verbose_name = _("guidance record")
        constraints: ClassVar = [
            *kin("guidance_guidancerecord", "student", "by", "pairing", "school_class", "replaces")
        ]
        indexes: ClassVar = [
            models.Index(fields=("school", "student", "held_on"), name="guidance_record_student"),
            models.Index(fields=("school", "by", "held_on"), name="guidance_record_by"),
            models.Index(fields=("school", "occasion"), name="guidance_record_occasion"),
        ]


RECORD_MOVES = {
    GuidanceRecord.State.SUBMITTED: {GuidanceRecord.State.REPLACED, GuidanceRecord.State.WITHDRAWN},
    GuidanceRecord.State.REPLACED: set(),
    GuidanceRecord.State.WITHDRAWN: set(),
}
