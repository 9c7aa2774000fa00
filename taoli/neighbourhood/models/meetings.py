"""The joint meeting (联席会议): which departments sit in it, when it meets, what it decides."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from taoli.common.tenancy import TenantForeignKey, TenantModel, kin


class JointMember(TenantModel):
    """A department in the joint meeting, with who speaks for it."""

    department = models.CharField(_("department"), max_length=40)
    person = models.CharField(_("contact person"), max_length=40, blank=True)
    phone = models.CharField(_("telephone"), max_length=30, blank=True)

    class Meta:
        verbose_name = _("member of the joint meeting")
        constraints: ClassVar = [
            *kin("neighbourhood_jointmember"),
            models.UniqueConstraint(fields=("school", "department"), name="neighbourhood_jointmember_one"),
        ]


class JointMeeting(TenantModel):
    """One meeting of the departments."""

    theme = models.CharField(_("theme"), max_length=80)
    held_on = models.DateField(_("day"))
    at = models.TimeField(_("at"))
    place = models.CharField(_("place"), max_length=60)
    edit = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("joint meeting")
        constraints: ClassVar = [*kin("neighbourhood_jointmeeting")]
        indexes: ClassVar = [models.Index(fields=("school", "held_on"), name="neighbourhood_joint_day")]


class JointDecision(TenantModel):
    """What a meeting settled: who does what until when."""

    meeting = TenantForeignKey(JointMeeting, on_delete=models.PROTECT, related_name="decisions")
    who = models.CharField(_("who"), max_length=40)
    what = models.CharField(_("what"), max_length=200)
    until = models.DateField(_("until"))
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name = _("decision of a joint meeting")
        constraints: ClassVar = [*kin("neighbourhood_jointdecision", "meeting")]
