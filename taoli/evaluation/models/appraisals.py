"""The appraisal made of acts, answers and ticks."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from taoli.common.tenancy import TenantForeignKey, TenantModel, kin


class AppraisalRun(TenantModel):
    """The appraisal of a term under a scheme: drafted, ticked, shown to each mentor, published (frozen, checksum).

    From `objects_from` to `objects_until` a mentor may object to the own sheet.
    """

    class State(models.TextChoices):
        """Where it stands."""

        DRAFT = "draft", _("draft")
        SHOWN = "shown", _("shown to the mentors")
        PUBLISHED = "published", _("published")

    term = TenantForeignKey("roster.Term", on_delete=models.PROTECT, related_name="+")
    scheme = TenantForeignKey("schemes.SchemeVersion", on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, choices=State.choices, default=State.DRAFT)
    created_at = models.DateTimeField()
    drafted_at = models.DateTimeField(null=True)
    shown_at = models.DateTimeField(null=True)
    objects_from = models.DateField(null=True)
    objects_until = models.DateField(null=True)
    published_at = models.DateTimeField(null=True)
    checksum = models.CharField(max_length=64, blank=True)
    edit = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("appraisal")
        constraints: ClassVar = [
            *kin("evaluation_appraisalrun", "term", "scheme"),
            models.UniqueConstraint(fields=("school", "term"), name="evaluation_appraisalrun_term"),
        ]


APPRAISAL_MOVES = {
    AppraisalRun.State.DRAFT: {AppraisalRun.State.SHOWN},
    AppraisalRun.State.SHOWN: {AppraisalRun.State.DRAFT, AppraisalRun.State.PUBLISHED},
    AppraisalRun.State.PUBLISHED: set[AppraisalRun.State](),
}


class AppraisalSheet(TenantModel):
    """One mentor's sheet: the items with points, arithmetic, evidence and what was not counted."""

    run = TenantForeignKey(AppraisalRun, on_delete=models.PROTECT, related_name="sheets")
    mentor = TenantForeignKey("roster.Staff", on_delete=models.PROTECT, related_name="+")
    mentees = models.PositiveSmallIntegerField(default=0)
    classes = models.CharField(max_length=120, blank=True)
    units = models.PositiveSmallIntegerField(default=0)
    items = models.JSONField(default=list)
    total = models.FloatField(null=True)
    full = models.FloatField(default=100)
    rescaled = models.BooleanField(default=False)

    class Meta:
        verbose_name = _("appraisal sheet")
        constraints: ClassVar = [
            *kin("evaluation_appraisalsheet", "run", "mentor"),
            models.UniqueConstraint(fields=("school", "run", "mentor"), name="evaluation_appraisalsheet_one"),
        ]


class AssessorTick(TenantModel):
    """An assessor's own judgement on an item that says 有主题、效果好; the computer proposes, a person signs. `points`
    are typed where the scheme leaves the whole item to an assessor.
    """

    run = TenantForeignKey(AppraisalRun, on_delete=models.PROTECT, related_name="ticks")
    mentor = TenantForeignKey("roster.Staff", on_delete=models.PROTECT, related_name="+")
    item = models.CharField(max_length=40)
    good = models.BooleanField()
    points = models.FloatField(null=True)
    by = models.UUIDField(null=True)
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("assessor's tick")
        constraints: ClassVar = [
            *kin("evaluation_assessortick", "run", "mentor"),
            models.UniqueConstraint(fields=("school", "run", "mentor", "item"), name="evaluation_tick_one"),
        ]
