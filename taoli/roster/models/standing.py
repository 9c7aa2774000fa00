"""Dated facts about people, needed by the later steps."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from taoli.common.tenancy import TenantForeignKey, TenantModel, kin


class ClassStay(TenantModel):
    """A student was in a class from a day to a day; the current one is also on the student."""

    student = TenantForeignKey("roster.Student", on_delete=models.PROTECT, related_name="stays")
    school_class = TenantForeignKey("roster.SchoolClass", on_delete=models.PROTECT, related_name="stays")
    starts = models.DateField()
    ends = models.DateField(null=True, blank=True)

    class Meta:
        verbose_name = _("class stay")
        constraints: ClassVar = [*kin("roster_classstay", "student", "school_class")]
        indexes: ClassVar = [models.Index(fields=("school", "student"), name="roster_stay_student")]


class StudentCategory(TenantModel):
    """A fact about a family or a child (八类学生); the code is sensitive, `reason` sealed under the student's key.

    `source`: who said so; `review_on`: when somebody asks whether it still holds. Withdrawn, not deleted: it then ends
    before its first day, so that every count leaves it out.
    """

    class Source(models.TextChoices):
        """Who said so."""

        ROSTER = "roster", _("the list of students")
        FAMILY = "family", _("the family")
        STUDENT = "student", _("the student")
        TEACHER = "teacher", _("a teacher")
        PAPERS = "papers", _("an official paper")

    class Degree(models.TextChoices):
        """How much it weighs."""

        SOME = "some", _("some help is enough")
        MUCH = "much", _("needs much help")

    student = TenantForeignKey("roster.Student", on_delete=models.PROTECT, related_name="categories")
    code = models.CharField(max_length=40)
    starts = models.DateField()
    ends = models.DateField(null=True, blank=True)
    source = models.CharField(max_length=10, choices=Source.choices, default=Source.ROSTER)
    degree = models.CharField(max_length=10, choices=Degree.choices, default=Degree.SOME)
    reason = models.TextField(blank=True)
    review_on = models.DateField(null=True, blank=True)
    entered_by = TenantForeignKey("roster.Staff", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    entered_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("category")
        constraints: ClassVar = [*kin("roster_studentcategory", "student", "entered_by")]


class AttentionMark(TenantModel):
    """Key attention 需特别关注, from a day to a day; the case around it is care's."""

    student = TenantForeignKey("roster.Student", on_delete=models.PROTECT, related_name="attention_marks")
    starts = models.DateField()
    ends = models.DateField(null=True, blank=True)

    class Meta:
        verbose_name = _("key attention")
        constraints: ClassVar = [*kin("roster_attentionmark", "student")]


class StaffLeave(TenantModel):
    """A member of staff is away from a day to a day; somebody may stand in (代管)."""

    staff = TenantForeignKey("roster.Staff", on_delete=models.PROTECT, related_name="leaves")
    substitute = TenantForeignKey("roster.Staff", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    starts = models.DateField()
    ends = models.DateField(null=True, blank=True)

    class Meta:
        verbose_name = _("staff leave")
        constraints: ClassVar = [*kin("roster_staffleave", "staff", "substitute")]


class ClassCharge(TenantModel):
    """A class is handed to another homeroom teacher from a day on, or to one who stands in (代理) from a day to a day.

    `taken`: the day has come and the class says so itself; `withdrawn_at`: taken back before it began.
    """

    school_class = TenantForeignKey("roster.SchoolClass", on_delete=models.PROTECT, related_name="charges")
    staff = TenantForeignKey("roster.Staff", on_delete=models.PROTECT, related_name="+")
    acting = models.BooleanField(default=False)
    starts = models.DateField()
    ends = models.DateField(null=True, blank=True)
    taken = models.BooleanField(default=False)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("handover of a class")
        constraints: ClassVar = [*kin("roster_classcharge", "school_class", "staff")]
        indexes: ClassVar = [models.Index(fields=("school", "school_class"), name="roster_charge_class")]
