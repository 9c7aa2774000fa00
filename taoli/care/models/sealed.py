"""The sealed compartment: who holds a student, what is written there, who broke the glass."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from taoli.common.tenancy import TenantForeignKey, TenantModel, kin


class Holding(TenantModel):
    """A counsellor holds a student from a moment to a moment: only so long are the sealed notes open to them."""

    student = TenantForeignKey("roster.Student", on_delete=models.PROTECT, related_name="+")
    counsellor = TenantForeignKey("roster.Staff", on_delete=models.PROTECT, related_name="+")
    starts = models.DateTimeField()
    ends = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("student held by a counsellor")
        constraints: ClassVar = [
            *kin("care_holding", "student", "counsellor"),
            models.UniqueConstraint(
                fields=("school", "student", "counsellor"), condition=Q(ends=None), name="care_holding_once"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=("school", "counsellor", "ends"), name="care_holding_counsellor")]


class CounsellorNote(TenantModel):
    """A counsellor's note about a student; what it says stands in its versions. `edit`: number of the newest."""

    student = TenantForeignKey("roster.Student", on_delete=models.PROTECT, related_name="+")
    written_by = TenantForeignKey("roster.Staff", on_delete=models.PROTECT, related_name="+")
    held_on = models.DateField()
    made_at = models.DateTimeField()
    edit = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = _("counsellor's note")
        constraints: ClassVar = [*kin("care_counsellornote", "student", "written_by")]
        indexes: ClassVar = [models.Index(fields=("school", "student"), name="care_counsellornote_student")]


class NoteVersion(TenantModel):
    """One wording of a note, sealed under the student's key; a change adds one and keeps the one before."""

    note = TenantForeignKey(CounsellorNote, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    text = models.TextField()
    at = models.DateTimeField()
    by = TenantForeignKey("roster.Staff", on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("wording of a counsellor's note")
        constraints: ClassVar = [
            *kin("care_noteversion", "note", "by"),
            models.UniqueConstraint(fields=("school", "note", "number"), name="care_noteversion_number"),
        ]


class GlassBreak(TenantModel):
    """Somebody beyond reach opens a student's sealed notes: with a reason (sealed), for hours, a second person told."""

    student = TenantForeignKey("roster.Student", on_delete=models.PROTECT, related_name="+")
    asked_by = TenantForeignKey("roster.Staff", on_delete=models.PROTECT, related_name="+")
    second = TenantForeignKey("roster.Staff", on_delete=models.PROTECT, related_name="+")
    reason = models.TextField()
    asked_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = TenantForeignKey("roster.Staff", on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("breaking of the glass")
        constraints: ClassVar = [*kin("care_glassbreak", "student", "asked_by", "second", "ended_by")]
        indexes: ClassVar = [
            models.Index(fields=("school", "asked_by", "ends_at"), name="care_glassbreak_by"),
            models.Index(fields=("school", "student"), name="care_glassbreak_student"),
        ]
