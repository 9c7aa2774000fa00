"""Runs of the engine, their seats, and moves by hand."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from taoli.common.tenancy import TenantForeignKey, TenantModel, kin
from taoli.matching.models.rounds import ChoiceRound


class MatchRun(TenantModel):
    """One run of the engine: a draft to look at, or the published result; input hash and seed make it repeatable.

    `problem` is what the engine was given, so that board and explanations speak of the same facts; `edit` is the
    number of the last change by hand.
    """

    class State(models.TextChoices):
        """Where it stands."""

        RUNNING = "running", _("running")
        IMPOSSIBLE = "impossible", _("impossible")
        DRAFT = "draft", _("draft")
        PUBLISHED = "published", _("published")
        DROPPED = "dropped", _("dropped")

    round = TenantForeignKey(ChoiceRound, on_delete=models.PROTECT, related_name="runs")
    mode = models.CharField(max_length=20)
    seed = models.PositiveIntegerField(default=0)
    state = models.CharField(max_length=12, choices=State.choices, default=State.RUNNING)
    input_hash = models.CharField(max_length=64, blank=True)
    problem = models.JSONField(default=dict)
    job_id = models.UUIDField(null=True)
    stats = models.JSONField(default=dict)
    certificate = models.JSONField(default=dict)
    findings = models.JSONField(default=list)
    created_at = models.DateTimeField()
    edit = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("matching run")
        constraints: ClassVar = [*kin("matching_matchrun", "round")]


class Seat(TenantModel):
    """A student's place in a run, with how it came about; moved by hand only with a reason.

    `edit`: number of the change that moved it last, 0 for the engine's own, so that two people notice each other.
    """

    run = TenantForeignKey(MatchRun, on_delete=models.PROTECT, related_name="seats")
    student = TenantForeignKey("roster.Student", on_delete=models.PROTECT, related_name="+")
    mentor = TenantForeignKey("roster.Staff", on_delete=models.PROTECT, related_name="+")
    group = TenantForeignKey("roster.Group", on_delete=models.PROTECT, null=True, related_name="+")
    rank = models.PositiveSmallIntegerField(null=True)
    reason = models.CharField(max_length=40)
    params = models.JSONField(default=dict)
    moved_by = models.UUIDField(null=True)
    moved_reason = models.CharField(max_length=200, blank=True)
    edit = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("seat")
        constraints: ClassVar = [
            *kin("matching_seat", "run", "student", "mentor", "group"),
            models.UniqueConstraint(fields=("school", "run", "student"), name="matching_seat_student"),
        ]


class SeatMove(TenantModel):
    """The journal of the board: one row a student, the students of one change (an exchange, a unit) under one number.

    `source` is empty for a student who had no seat, `target` when that is taken back; `override`: a rule broke;
    `undoes`: the number of the change that this one takes back.
    """

    run = TenantForeignKey(MatchRun, on_delete=models.PROTECT, related_name="moves")
    number = models.PositiveIntegerField()
    student = TenantForeignKey("roster.Student", on_delete=models.PROTECT, related_name="+")
    source = TenantForeignKey("roster.Staff", on_delete=models.PROTECT, null=True, related_name="+")
    target = TenantForeignKey("roster.Staff", on_delete=models.PROTECT, null=True, related_name="+")
    by = models.UUIDField(null=True)
    at = models.DateTimeField()
    reason = models.CharField(max_length=200)
    override = models.BooleanField(default=False)
    undoes = models.PositiveIntegerField(null=True)

    class Meta:
        verbose_name = _("move of a seat")
        constraints: ClassVar = [
            *kin("matching_seatmove", "run", "student", "source", "target"),
            models.UniqueConstraint(fields=("school", "run", "number", "student"), name="matching_seatmove_number"),
        ]
