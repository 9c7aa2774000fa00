"""Staff, students, guardians."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from taoli.common.tenancy import TenantForeignKey, TenantModel, kin


class Gender(models.TextChoices):
    """As on the roster; empty when the school does not say."""

    FEMALE = "f", _("female")
    MALE = "m", _("male")


class Staff(TenantModel):
    """A teacher or another adult of the school; `number` is the school's own (工号).

    `vetted_on`: day of the 从业查询, which everybody but a teacher needs before working with children; `until`: last
    day at the school, known beforehand.
    """

    class Kind(models.TextChoices):
        """What somebody is to the school."""

        TEACHER = "teacher", _("teacher")
        ASSISTANT = "assistant", _("intern or student teacher")
        SOCIAL = "social", _("social mentor")
        PARENT = "parent", _("parent mentor")
        ENTERPRISE = "enterprise", _("enterprise mentor")

    kind = models.CharField(_("kind of person"), max_length=10, choices=Kind.choices, default=Kind.TEACHER)
    vetted_on = models.DateField(_("vetted on"), null=True, blank=True)
    until = models.DateField(_("last day at the school"), null=True, blank=True)
    number = models.CharField(_("staff number"), max_length=30)
    name = models.CharField(_("name"), max_length=60)
    sort_key = models.CharField(max_length=120, blank=True)
    gender = models.CharField(_("gender"), max_length=1, choices=Gender.choices, blank=True)
    phone = models.CharField(_("phone"), max_length=20, blank=True)
    subject = TenantForeignKey(
        "roster.Subject", on_delete=models.PROTECT, null=True, blank=True, related_name="teachers"
    )
    introduction = models.TextField(_("introduction"), max_length=500, blank=True)
    reach_times = models.CharField(_("when families can reach me"), max_length=80, blank=True)
    left_on = models.DateField(null=True, blank=True)

    class Meta:
        verbose_name = _("staff")
        constraints: ClassVar = [
            *kin("roster_staff", "subject"),
            models.UniqueConstraint(fields=("school", "number"), name="roster_staff_number"),
        ]
        indexes: ClassVar = [models.Index(fields=("school", "sort_key"), name="roster_staff_sort")]

    def __str__(self) -> str:
        return self.name


class Student(TenantModel):
    """A student; `mentor` is the current lead pairing's mentor, written by matching through roster's services."""

    class Boarding(models.TextChoices):
        """Boards at school or goes home."""

        BOARDER = "boarder", _("boarder")
        DAY = "day", _("day student")

    number = models.CharField(_("student number"), max_length=30)
    name = models.CharField(_("name"), max_length=60)
    sort_key = models.CharField(max_length=120, blank=True)
    gender = models.CharField(_("gender"), max_length=1, choices=Gender.choices, blank=True)
    birthday = models.DateField(_("birthday"), null=True, blank=True)
    school_class = TenantForeignKey("roster.SchoolClass", on_delete=models.PROTECT, related_name="students")
    seat = models.PositiveSmallIntegerField(_("number in class"), null=True, blank=True)
    boarding = models.CharField(_("boarding"), max_length=10, choices=Boarding.choices, blank=True)
    layer = models.CharField(_("layer"), max_length=10, blank=True)
    address = models.CharField(_("home address"), max_length=200, blank=True)
    identity_number = models.CharField(_("identity-card number"), max_length=20, blank=True)
    mentor = TenantForeignKey(
        Staff,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="mentees",
        verbose_name=_("mentor"),
    )
    left_on = models.DateField(null=True, blank=True)
    neighbourhood = models.CharField(_("neighbourhood"), max_length=40, blank=True)
    strengths = models.JSONField(_("strengths"), default=list, blank=True)
    two_adults = models.BooleanField(_("visited by two adults only"), default=False)

    class Meta:
        verbose_name = _("student")
        constraints: ClassVar = [
            *kin("roster_student", "school_class", "mentor"),
            models.UniqueConstraint(fields=("school", "number"), name="roster_student_number"),
        ]
        indexes: ClassVar = [
            models.Index(fields=("school", "school_class"), name="roster_student_class"),
            models.Index(fields=("school", "mentor"), name="roster_student_mentor"),
        ]

    def __str__(self) -> str:
        return self.name


class Guardian(TenantModel):
    """A parent or another guardian."""

    name = models.CharField(_("name"), max_length=60)
    phone = models.CharField(_("phone"), max_length=20, blank=True)

    class Meta:
        verbose_name = _("guardian")
        constraints: ClassVar = [*kin("roster_guardian")]

    def __str__(self) -> str:
        return self.name


class Guardianship(TenantModel):
    """A guardian of a student, and how they are related; ended, never deleted.

    `restricted_from` to `restricted_until` (none: until further notice) the guardian sees neither the child's address
    nor appointments; `restricted_visits`: appointments nonetheless.
    """

    student = TenantForeignKey(Student, on_delete=models.PROTECT, related_name="guardianships")
    guardian = TenantForeignKey(Guardian, on_delete=models.PROTECT, related_name="guardianships")
    relation = models.CharField(_("relation"), max_length=20, blank=True)
    ends = models.DateField(null=True, blank=True)
    restricted_from = models.DateField(_("restricted from"), null=True, blank=True)
    restricted_until = models.DateField(_("restricted until"), null=True, blank=True)
    restricted_visits = models.BooleanField(_("may see appointments nonetheless"), default=False)

    class Meta:
        verbose_name = _("guardianship")
        constraints: ClassVar = [
            *kin("roster_guardianship", "student", "guardian"),
            models.UniqueConstraint(fields=("school", "student", "guardian"), name="roster_guardianship_pair"),
        ]
