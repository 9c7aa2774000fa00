"""Acts that count, the cells they fill, and sums over the cells."""

import uuid
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from taoli.common.tenancy import TenantForeignKey, TenantModel, kin

NO_GRADE = uuid.UUID(int=0)
NO_PAIRING = uuid.UUID(int=0)


class Act(TenantModel):
    """Something done that a duty may count; pushed here once by the app that did it. A family that would rather not is
    a fact like any other: nothing was made, and `refused` says for how long.

    One row a student (none for what a mentor owes alone, as a plan); rows of one occasion (a group talk) share
    `occasion`, and `size` says how many took part. `source_id` is the row in the source's app; a correction replaces
    the acts of its occasion.
    """

    class Refused(models.TextChoices):
        """What a family has declined."""

        ONCE = "once", _("this time")
        PERIOD = "period", _("in this period")

    occasion = models.UUIDField()
    source = models.CharField(max_length=40)
    source_id = models.UUIDField()
    kind = models.CharField(max_length=30)
    channel = models.CharField(max_length=30)
    made = models.BooleanField(default=True)
    mentor = TenantForeignKey("roster.Staff", on_delete=models.PROTECT, related_name="+")
    student = TenantForeignKey("roster.Student", on_delete=models.PROTECT, null=True, related_name="+")
    group_id = models.UUIDField(null=True)
    held_on = models.DateField()
    entered_on = models.DateField()
    minutes = models.PositiveSmallIntegerField(null=True)
    theme = models.BooleanField(default=False)
    planned = models.BooleanField(default=False)
    refused = models.CharField(max_length=6, choices=Refused.choices, blank=True)
    size = models.PositiveSmallIntegerField(default=1)

    class Meta:
        verbose_name = _("act")
        constraints: ClassVar = [
            *kin("duties_act", "mentor", "student"),
            models.UniqueConstraint(fields=("school", "occasion", "student"), name="duties_act_once"),
        ]
        indexes: ClassVar = [
            models.Index(fields=("school", "student", "held_on"), name="duties_act_student"),
            models.Index(fields=("school", "mentor", "held_on"), name="duties_act_mentor"),
        ]


class DutyCell(TenantModel):
    """One requirement for one subject in one period: how much is needed, how much is done, and until when."""

    term = TenantForeignKey("roster.Term", on_delete=models.PROTECT, related_name="+")
    scheme = TenantForeignKey("schemes.SchemeVersion", on_delete=models.PROTECT, related_name="+")
    duty = models.CharField(max_length=40)
    subject_kind = models.CharField(max_length=20)
    subject_id = models.UUIDField()
    mentor = TenantForeignKey("roster.Staff", on_delete=models.PROTECT, related_name="+")
    pairing_id = models.UUIDField(default=NO_PAIRING)
    school_class = TenantForeignKey("roster.SchoolClass", on_delete=models.PROTECT, null=True, related_name="+")
    grade = TenantForeignKey("roster.Grade", on_delete=models.PROTECT, null=True, related_name="+")
    period = models.CharField(max_length=30)
    starts = models.DateField()
    due = models.DateField()
    needed = models.PositiveSmallIntegerField()
    done = models.PositiveSmallIntegerField(default=0)
    exempt = models.CharField(max_length=30, blank=True)
    acts = models.JSONField(default=list)

    class Meta:
        verbose_name = _("duty cell")
        constraints: ClassVar = [
            *kin("duties_dutycell", "term", "scheme", "mentor", "school_class", "grade"),
            models.UniqueConstraint(
                fields=("school", "term", "duty", "subject_kind", "subject_id", "mentor", "pairing_id", "period"),
                name="duties_dutycell_one",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=("school", "mentor", "due"), name="duties_cell_mentor_due"),
            models.Index(fields=("school", "term", "subject_id"), name="duties_cell_subject"),
        ]


class MentorRollup(TenantModel):
    """Sums over a mentor's cells of one duty in one period, kept in the record's transaction.

    `cells` leaves the exempt ones out; `starts` and `due` are the earliest and the latest of its cells.
    """

    term = TenantForeignKey("roster.Term", on_delete=models.PROTECT, related_name="+")
    mentor = TenantForeignKey("roster.Staff", on_delete=models.PROTECT, related_name="+")
    grade_id = models.UUIDField(default=NO_GRADE)
    duty = models.CharField(max_length=40)
    period = models.CharField(max_length=30)
    cells = models.PositiveIntegerField(default=0)
    met = models.PositiveIntegerField(default=0)
    starts = models.DateField()
    due = models.DateField()

    class Meta:
        verbose_name = _("mentor rollup")
        constraints: ClassVar = [
            *kin("duties_mentorrollup", "term", "mentor"),
            models.UniqueConstraint(
                fields=("school", "term", "mentor", "grade_id", "duty", "period"),
                name="duties_mentorrollup_one",
            ),
        ]


class WeekRollup(TenantModel):
    """What a mentor did in a week: acts made, students reached."""

    week = models.DateField()
    mentor = TenantForeignKey("roster.Staff", on_delete=models.PROTECT, related_name="+")
    acts = models.PositiveIntegerField(default=0)
    students = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("week rollup")
        constraints: ClassVar = [
            *kin("duties_weekrollup", "mentor"),
            models.UniqueConstraint(fields=("school", "week", "mentor"), name="duties_weekrollup_one"),
        ]


class CellState(TenantModel):
    """What a mentor's cells of a term were made from: another fingerprint means that they must be made anew."""

    term = TenantForeignKey("roster.Term", on_delete=models.PROTECT, related_name="+")
    mentor = TenantForeignKey("roster.Staff", on_delete=models.PROTECT, related_name="+")
    fingerprint = models.CharField(max_length=64)

    class Meta:
        verbose_name = _("cell state")
        constraints: ClassVar = [
            *kin("duties_cellstate", "term", "mentor"),
            models.UniqueConstraint(fields=("school", "term", "mentor"), name="duties_cellstate_one"),
        ]
