"""Answers about mentors, typed in from a workbook."""

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
    key_sealed = models.CharField(max_length=200, blank=True)
    file_hash = models.CharField(max_length=64, blank=True)
    created_at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)

    class Meta:
        verbose_name = _("survey answers")
        constraints: ClassVar = [*kin("evaluation_surveybatch", "term")]


class SurveyAnswer(TenantModel):
    """One answer about one mentor, sealed under its batch's key; random id, no time: it cannot be traced to a
    child.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    batch = TenantForeignKey(SurveyBatch, on_delete=models.PROTECT, related_name="answers")
    mentor = TenantForeignKey("roster.Staff", on_delete=models.PROTECT, related_name="+")
    sealed = models.CharField(max_length=100, blank=True, default="")

    class Meta:
        verbose_name = _("survey answer")
        constraints: ClassVar = [*kin("evaluation_surveyanswer", "batch", "mentor")]
        indexes: ClassVar = [models.Index(fields=("school", "batch"), name="evaluation_answer_batch")]
