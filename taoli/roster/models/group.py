"""Study groups, dormitory rooms, teaching groups: units inside a school."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from taoli.common.tenancy import TenantForeignKey, TenantModel, kin


class Group(TenantModel):
    """A unit of students: study group 学习小组, dormitory room 宿舍, teaching group 教学班, interest group."""

    class Kind(models.TextChoices):
        """What kind of unit."""

        STUDY_GROUP = "study_group", _("study group")
        DORMITORY = "dormitory", _("dormitory room")
        TEACHING_GROUP = "teaching_group", _("teaching group")
        INTEREST_GROUP = "interest_group", _("interest group")

    kind = models.CharField(max_length=20, choices=Kind.choices)
    name = models.CharField(_("name"), max_length=40)
    school_class = TenantForeignKey(
        "roster.SchoolClass", on_delete=models.PROTECT, null=True, blank=True, related_name="groups"
    )
    closed_on = models.DateField(null=True, blank=True)

    class Meta:
        verbose_name = _("group")
        constraints: ClassVar = [
            *kin("roster_group", "school_class"),
            models.UniqueConstraint(fields=("school", "kind", "school_class", "name"), name="roster_group_name"),
        ]

    def __str__(self) -> str:
        return self.name


class GroupMember(TenantModel):
    """A student belongs to a group from a day to a day."""

    group = TenantForeignKey(Group, on_delete=models.PROTECT, related_name="members")
    student = TenantForeignKey("roster.Student", on_delete=models.PROTECT, related_name="group_members")
    starts = models.DateField()
    ends = models.DateField(null=True, blank=True)

    class Meta:
        verbose_name = _("group member")
        constraints: ClassVar = [*kin("roster_groupmember", "group", "student")]
        indexes: ClassVar = [
            models.Index(fields=("school", "group"), name="roster_member_group"),
            models.Index(fields=("school", "student"), name="roster_member_student"),
        ]
