"""Campus, grade, class, and who teaches where."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from taoli.common.tenancy import TenantForeignKey, TenantModel, kin


class Campus(TenantModel):
    """One of the school's sites."""

    name = models.CharField(_("name"), max_length=40)

    class Meta:
        verbose_name = _("campus")
        constraints: ClassVar = [
            *kin("roster_campus"),
            models.UniqueConstraint(fields=("school", "name"), name="roster_campus_name"),
        ]

    def __str__(self) -> str:
        return self.name


class Grade(TenantModel):
    """A year group, as the school calls it (高一, 七年级, 2026级); `order` sorts it."""

    name = models.CharField(_("name"), max_length=20)
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name = _("grade")
        constraints: ClassVar = [
            *kin("roster_grade"),
            models.UniqueConstraint(fields=("school", "name"), name="roster_grade_name"),
        ]

    def __str__(self) -> str:
        return self.name


class SchoolClass(TenantModel):
    """An administrative class; `name` is whole (高一(3)班), `closed_on` ends it."""

    grade = TenantForeignKey(Grade, on_delete=models.PROTECT, related_name="classes")
    campus = TenantForeignKey(Campus, on_delete=models.PROTECT, null=True, blank=True, related_name="classes")
    name = models.CharField(_("name"), max_length=30)
    number = models.PositiveSmallIntegerField(default=0)
    homeroom_teacher = TenantForeignKey(
        "roster.Staff", on_delete=models.PROTECT, null=True, blank=True, related_name="homerooms"
    )
    closed_on = models.DateField(null=True, blank=True)

    class Meta:
        verbose_name = _("class")
        constraints: ClassVar = [
            *kin("roster_schoolclass", "grade", "campus", "homeroom_teacher"),
            models.UniqueConstraint(fields=("school", "name"), name="roster_schoolclass_name"),
        ]

    def __str__(self) -> str:
        return self.name


class Subject(TenantModel):
    """A school subject."""

    name = models.CharField(_("name"), max_length=20)

    class Meta:
        verbose_name = _("subject")
        constraints: ClassVar = [
            *kin("roster_subject"),
            models.UniqueConstraint(fields=("school", "name"), name="roster_subject_name"),
        ]

    def __str__(self) -> str:
        return self.name


class TeachingAssignment(TenantModel):
    """A teacher teaches a subject to a class (or a teaching group 教学班) from a day to a day."""

    staff = TenantForeignKey("roster.Staff", on_delete=models.PROTECT, related_name="assignments")
    school_class = TenantForeignKey(SchoolClass, on_delete=models.PROTECT, null=True, related_name="assignments")
    group = TenantForeignKey("roster.Group", on_delete=models.PROTECT, null=True, related_name="assignments")
    subject = TenantForeignKey(Subject, on_delete=models.PROTECT, related_name="assignments")
    starts = models.DateField()
    ends = models.DateField(null=True, blank=True)

    class Meta:
        verbose_name = _("teaching assignment")
        constraints: ClassVar = [*kin("roster_teachingassignment", "staff", "school_class", "group", "subject")]
        indexes: ClassVar = [
            models.Index(fields=("school", "school_class"), name="roster_teaching_class"),
            models.Index(fields=("school", "staff"), name="roster_teaching_staff"),
        ]
