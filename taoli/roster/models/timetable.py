"""When the bell rings, and who teaches which class when."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from taoli.common.tenancy import TenantForeignKey, TenantModel, kin


class BellTime(TenantModel):
    """One period of the school's day, from the bell to the bell; `number` counts them from the morning on."""

    number = models.PositiveSmallIntegerField(_("period"))
    starts = models.TimeField()
    ends = models.TimeField()

    class Meta:
        verbose_name = _("bell time")
        constraints: ClassVar = [
            *kin("roster_belltime"),
            models.UniqueConstraint(fields=("school", "number"), name="roster_belltime_number"),
        ]


class TimetableLesson(TenantModel):
    """A teacher is in a class in one period of a weekday (1 = Monday) of a term; an import puts all anew."""

    term = TenantForeignKey("roster.Term", on_delete=models.PROTECT, related_name="+")
    staff = TenantForeignKey("roster.Staff", on_delete=models.PROTECT, related_name="lessons")
    school_class = TenantForeignKey("roster.SchoolClass", on_delete=models.PROTECT, related_name="lessons")
    weekday = models.PositiveSmallIntegerField()
    period = models.PositiveSmallIntegerField()
    subject = models.CharField(_("subject"), max_length=20, blank=True)

    class Meta:
        verbose_name = _("timetable lesson")
        constraints: ClassVar = [
            *kin("roster_timetablelesson", "term", "staff", "school_class"),
            models.UniqueConstraint(
                fields=("school", "term", "staff", "weekday", "period", "school_class"), name="roster_timetable_one"
            ),
        ]
