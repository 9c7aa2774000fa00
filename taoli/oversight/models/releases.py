"""What a bureau has been told, week by week."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from taoli.common.tenancy import TenantForeignKey, TenantModel, kin


class WeekRelease(TenantModel):
    """In the bureau's fence: what may be told of a week, made once and never again.

    `used` says which summary of each member counted (member → seq), so that the next release tells what came since.
    `areas`, `schools` and `grades` are the tree of that week: {key, parent, name, …}, schools in the order of strokes;
    a school with `stale` sent nothing that week: its newest summary, of that older week, stands in.
    """

    week = models.DateField(_("week"))
    made_at = models.DateTimeField()
    term = models.CharField(max_length=40, blank=True)
    survey_term = models.CharField(max_length=40, blank=True)
    used = models.JSONField(default=dict)
    areas = models.JSONField(default=list)
    schools = models.JSONField(default=list)
    grades = models.JSONField(default=list)

    class Meta:
        verbose_name = _("weekly release")
        constraints: ClassVar = [
            *kin("oversight_weekrelease"),
            models.UniqueConstraint(fields=("school", "week"), name="oversight_weekrelease_week"),
        ]


class ReleasedFigure(TenantModel):
    """What is told of one measure in one week on one level of the tree: node → figure, as `engine.release` dumps it.

    `measure` is a key of `engine.summary`, or `deeds` (all deeds and cells of the week), or a count of an indicator.
    """

    class Level(models.TextChoices):
        """Which nodes are in the row."""

        AREA = "area", _("districts")
        SCHOOL = "school", _("schools")
        GRADE = "grade", _("grades")

    release = TenantForeignKey(WeekRelease, on_delete=models.PROTECT, related_name="figures")
    measure = models.CharField(max_length=80)
    level = models.CharField(max_length=6, choices=Level.choices)
    rows = models.JSONField()

    class Meta:
        verbose_name = _("released figure")
        constraints: ClassVar = [
            *kin("oversight_releasedfigure", "release"),
            models.UniqueConstraint(
                fields=("school", "release", "measure", "level"), name="oversight_releasedfigure_one"
            ),
        ]
