"""Who is on duty when, and the numbers a school gives in need."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from taoli.common.tenancy import TenantForeignKey, TenantModel, kin


class WatchTurn(TenantModel):
    """Somebody is on duty (值班) from a moment to a moment; `place` is a house for dormitory staff."""

    class Post(models.TextChoices):
        """As what."""

        LEADER = "leader", _("duty leader")
        SECOND = "second", _("second on duty")
        DORMITORY = "dormitory", _("dormitory staff")

    staff = TenantForeignKey("roster.Staff", on_delete=models.PROTECT, related_name="+")
    post = models.CharField(max_length=10, choices=Post.choices)
    starts = models.DateTimeField()
    ends = models.DateTimeField()
    place = models.CharField(max_length=40, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("turn on duty")
        constraints: ClassVar = [*kin("roster_watchturn", "staff")]
        indexes: ClassVar = [models.Index(fields=("school", "ends"), name="roster_watchturn_ends")]


class SchoolNumbers(TenantModel):
    """Whom to call in need: numbers of the school and its neighbours, the counsellor, what to report to whom.

    `backup` is asked when an adult is silent twice to a student who allowed it.
    """

    duty_phone = models.CharField(_("number of the duty office"), max_length=40, blank=True)
    care_line = models.CharField(_("number for worries"), max_length=40, default="12356")
    hospital = models.CharField(_("hospital and its number"), max_length=80, blank=True)
    police = models.CharField(_("police station and its number"), max_length=80, blank=True)
    bureau = models.CharField(_("education bureau and its number"), max_length=80, blank=True)
    counsellor = TenantForeignKey("roster.Staff", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    backup = TenantForeignKey("roster.Staff", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    steps = models.TextField(_("whom to report to, in order"), max_length=1000, blank=True)

    class Meta:
        verbose_name = _("the school's numbers")
        constraints: ClassVar = [
            *kin("roster_schoolnumbers", "counsellor", "backup"),
            models.UniqueConstraint(fields=("school",), name="roster_schoolnumbers_one"),
        ]
