"""Pairings, and what happens to them during the year."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from taoli.common.tenancy import TenantForeignKey, TenantModel, kin
from taoli.matching.models.runs import MatchRun


class Pairing(TenantModel):
    """A mentor and a mentee, from a day to a day (学导关系); ended with a reason code, never deleted."""

    student = TenantForeignKey("roster.Student", on_delete=models.PROTECT, related_name="+")
    mentor = TenantForeignKey("roster.Staff", on_delete=models.PROTECT, related_name="+")
    group = TenantForeignKey("roster.Group", on_delete=models.PROTECT, null=True, related_name="+")
    school_class = TenantForeignKey("roster.SchoolClass", on_delete=models.PROTECT, related_name="+")
    scheme = TenantForeignKey("schemes.SchemeVersion", on_delete=models.PROTECT, related_name="+")
    run = TenantForeignKey(MatchRun, on_delete=models.PROTECT, null=True, related_name="pairings")
    starts = models.DateField()
    ends = models.DateField(null=True, blank=True)
    end_reason = models.CharField(max_length=30, blank=True)
    reason = models.CharField(max_length=200, blank=True)

    class Meta:
        verbose_name = _("pairing")
        constraints: ClassVar = [
            *kin("matching_pairing", "student", "mentor", "group", "school_class", "scheme", "run"),
            models.UniqueConstraint(
                fields=("school", "student"), condition=models.Q(ends=None), name="matching_pairing_live"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=("school", "mentor"), name="matching_pairing_mentor"),
            models.Index(fields=("school", "student"), name="matching_pairing_student"),
        ]


class YearChange(TenantModel):
    """An operation during the year: what happened to which pairings from which day on; kept to print slips and to undo.

    `shifts`: a line a student {student, was, begun, before, after, room}: ids of pairings and mentors, empty for none;
    `more`: what else was written (leave, staff, classes); `by_id`: an account.
    """

    class Kind(models.TextChoices):
        """What happened."""

        MENTOR_LEFT = "mentor_left", _("mentor leaves")
        MENTOR_AWAY = "mentor_away", _("mentor is away")
        STAND_IN = "stand_in", _("somebody stands in")
        STOPPED = "stopped", _("change of mentor")
        SUCCESSOR = "successor", _("successor after a change of teaching")
        DIVIDED = "divided", _("classes divided or merged")
        MOVED_OUT = "moved_out", _("student leaves or pauses")
        PLACED = "placed", _("students given a mentor")
        ENDED = "ended", _("pairings ended together")
        RECONFIRMED = "reconfirmed", _("pairings confirmed for another year")
        ASKED = "asked", _("change asked for in private")

    kind = models.CharField(max_length=20, choices=Kind.choices)
    starts = models.DateField()
    reason = models.CharField(max_length=30, blank=True)
    note = models.CharField(max_length=200, blank=True)
    shifts = models.JSONField(default=list)
    more = models.JSONField(default=dict)
    by_id = models.UUIDField(null=True)
    at = models.DateTimeField()
    undone_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("change during the year")
        constraints: ClassVar = [*kin("matching_yearchange")]


class ChangeAsk(TenantModel):
    """A student, or a guardian for the child, asks the office for another mentor; the mentor never sees it.

    `reason` is erased once the office has answered; `answer` is what the student reads.
    """

    class State(models.TextChoices):
        """Where it stands."""

        OPEN = "open", _("waits for the office")
        GRANTED = "granted", _("another mentor was found")
        DECLINED = "declined", _("the mentor stays")
        WITHDRAWN = "withdrawn", _("taken back")
        SETTLED = "settled", _("settled by a new round")

    student = TenantForeignKey("roster.Student", on_delete=models.PROTECT, related_name="+")
    guardian = models.BooleanField(default=False)
    reason = models.CharField(_("reason"), max_length=500, blank=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.OPEN)
    answer = models.CharField(_("answer"), max_length=300, blank=True)
    asked_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("request for another mentor")
        constraints: ClassVar = [
            *kin("matching_changeask", "student"),
            models.UniqueConstraint(
                fields=("school", "student"), condition=models.Q(state="open"), name="matching_changeask_open"
            ),
        ]
