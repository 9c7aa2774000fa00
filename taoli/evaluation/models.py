"""Answers about mentors, and the appraisal made of acts, answers and ticks."""

import uuid
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from taoli.common.tenancy import TenantForeignKey, TenantModel, kin


class SurveyBatch(TenantModel):
    """Answers of one source (students, parents, colleagues …) about mentors for a term, typed in from a workbook."""

    class Source(models.TextChoices):
        """Who answered."""

        STUDENT = "student", _("students")
        GUARDIAN = "guardian", _("parents")
        PEER = "peer", _("colleagues")
        LEADER = "leader", _("school leaders")
        LEAD_MENTOR = "lead_mentor", _("homeroom teachers")
        MORAL_OFFICE = "office", _("moral-education office")
        SELF = "self", _("the mentors themselves")

    class State(models.TextChoices):
        """Where it stands."""

        WAITING = "waiting", _("waits for your confirmation")
        IN_USE = "in_use", _("in use")
        REPLACED = "replaced", _("replaced")

    term = TenantForeignKey("roster.Term", on_delete=models.PROTECT, related_name="+")
    source = models.CharField(max_length=12, choices=Source.choices)
    scale = models.PositiveSmallIntegerField(default=5)
    file_hash = models.CharField(max_length=64, blank=True)
    created_at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)

    class Meta:
        verbose_name = _("survey answers")
        constraints: ClassVar = [*kin("evaluation_surveybatch", "term")]


class SurveyAnswer(TenantModel):
    """One answer about one mentor; random id and no time, so that it cannot be traced to a child."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    batch = TenantForeignKey(SurveyBatch, on_delete=models.PROTECT, related_name="answers")
    mentor = TenantForeignKey("roster.Staff", on_delete=models.PROTECT, related_name="+")
    value = models.FloatField()

    class Meta:
        verbose_name = _("survey answer")
        constraints: ClassVar = [*kin("evaluation_surveyanswer", "batch", "mentor")]
        indexes: ClassVar = [models.Index(fields=("school", "batch"), name="evaluation_answer_batch")]


class AppraisalRun(TenantModel):
    """The appraisal of a term under a scheme: drafted, ticked, published (frozen with a checksum)."""

    class State(models.TextChoices):
        """Where it stands."""

        DRAFT = "draft", _("draft")
        PUBLISHED = "published", _("published")

    term = TenantForeignKey("roster.Term", on_delete=models.PROTECT, related_name="+")
    scheme = TenantForeignKey("schemes.SchemeVersion", on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, choices=State.choices, default=State.DRAFT)
    created_at = models.DateTimeField()
    drafted_at = models.DateTimeField(null=True)
    published_at = models.DateTimeField(null=True)
    checksum = models.CharField(max_length=64, blank=True)
    edit = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("appraisal")
        constraints: ClassVar = [
            *kin("evaluation_appraisalrun", "term", "scheme"),
            models.UniqueConstraint(fields=("school", "term"), name="evaluation_appraisalrun_term"),
        ]


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


class HonourGrant(TenantModel):
    """An honour that people give, not a total: a title, or a level of stars by the criteria that were met."""

    run = TenantForeignKey(AppraisalRun, on_delete=models.PROTECT, related_name="grants")
    mentor = TenantForeignKey("roster.Staff", on_delete=models.PROTECT, related_name="+")
    honour = models.CharField(max_length=40)
    level = models.PositiveSmallIntegerField(null=True)
    met = models.JSONField(default=list)
    by = models.UUIDField(null=True)
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("honour granted")
        constraints: ClassVar = [
            *kin("evaluation_honourgrant", "run", "mentor"),
            models.UniqueConstraint(fields=("school", "run", "mentor", "honour"), name="evaluation_honourgrant_one"),
        ]
