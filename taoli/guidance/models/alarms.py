"""A student is not safe: who was rung, who came, what became of it."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from taoli.common.tenancy import TenantForeignKey, TenantModel, kin


class UnsafeAlarm(TenantModel):
    """A student pressed 我现在不安全; it rings until a person answers. Further presses join the open alarm.

    `waves`: how often it has rung since the last press that began a ringing; `rounds`: all rings so far.
    """

    class State(models.TextChoices):
        """Where it stands."""

        RINGING = "ringing", _("ringing")
        ANSWERED = "answered", _("somebody is coming")
        CLOSED = "closed", _("closed")

    class Outcome(models.TextChoices):
        """How it ended."""

        WITH_ADULT = "with_adult", _("the student is safe, an adult is there")
        FAMILY = "family", _("handed over to the family")
        HOSPITAL = "hospital", _("in medical hands")
        POLICE = "police", _("the police have taken over")
        MISTAKE = "mistake", _("pressed by mistake, and we have spoken")

    student = TenantForeignKey("roster.Student", on_delete=models.PROTECT, related_name="+")
    source = models.CharField(max_length=10)
    pressed_at = models.DateTimeField()
    last_pressed_at = models.DateTimeField()
    presses = models.PositiveSmallIntegerField(default=1)
    state = models.CharField(max_length=10, choices=State.choices, default=State.RINGING)
    waves = models.PositiveIntegerField(default=0)
    rounds = models.PositiveIntegerField(default=0)
    rung_at = models.DateTimeField(null=True, blank=True)
    answered_by = TenantForeignKey("roster.Staff", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)
    closed_by = TenantForeignKey("roster.Staff", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    closed_at = models.DateTimeField(null=True, blank=True)
    outcome = models.CharField(max_length=10, choices=Outcome.choices, blank=True)
    note = models.TextField(max_length=1000, blank=True)
    follow_up = TenantForeignKey("roster.Staff", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    follow_on = models.DateField(null=True, blank=True)

    class Meta:
        verbose_name = _("alarm of a student")
        constraints: ClassVar = [
            *kin("guidance_unsafealarm", "student", "answered_by", "closed_by", "follow_up"),
            models.UniqueConstraint(
                fields=("school", "student"), condition=~Q(state="closed"), name="guidance_unsafealarm_open"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=("school", "state"), name="guidance_unsafealarm_state")]


ALARM_MOVES = {
    UnsafeAlarm.State.RINGING: {UnsafeAlarm.State.ANSWERED},
    UnsafeAlarm.State.ANSWERED: {UnsafeAlarm.State.RINGING, UnsafeAlarm.State.CLOSED},
    UnsafeAlarm.State.CLOSED: set(),
}


class UnsafeRing(TenantModel):
    """One attempt to reach one adult, and the channels that took it."""

    class Rank(models.TextChoices):
        """As what somebody was rung, in the order of escalation."""

        LEADER = "leader", _("duty leader")
        SECOND = "second", _("second on duty")
        HEAD = "head", _("head of the school")

    alarm = TenantForeignKey(UnsafeAlarm, on_delete=models.PROTECT, related_name="rings")
    staff = TenantForeignKey("roster.Staff", on_delete=models.PROTECT, related_name="+")
    rank = models.CharField(max_length=10, choices=Rank.choices)
    wave = models.PositiveIntegerField()
    at = models.DateTimeField()
    channels = models.JSONField(default=list)

    class Meta:
        verbose_name = _("attempt to reach an adult")
        constraints: ClassVar = [
            *kin("guidance_unsafering", "alarm", "staff"),
            models.UniqueConstraint(fields=("school", "alarm", "staff", "wave"), name="guidance_unsafering_once"),
        ]
