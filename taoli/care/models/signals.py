"""What the rules have said of a student, and how soon they speak at this school."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from taoli.common.tenancy import TenantForeignKey, TenantModel, kin


class Signal(TenantModel):
    """A transparent rule spoke of a student: `facts` are the numbers by which it says why. Never a score of a child.

    It stays open until somebody uses it, sets it aside with a reason, or the rule no longer speaks (LAPSED). Within its
    window the same rule does not speak of the same student again.
    """

    class Rule(models.TextChoices):
        """Which rule spoke."""

        CONTACT = "contact", _("no adult for a while")
        FALL = "fall", _("exam below the own past")
        ABSENCE = "absence", _("papers not written")
        CONCERNS = "concerns", _("several adults worry")
        MOOD = "mood", _("low mood")

    class State(models.TextChoices):
        """What became of it."""

        OPEN = "open", _("to be looked at")
        USED = "used", _("was useful")
        DISMISSED = "dismissed", _("set aside")
        LAPSED = "lapsed", _("over by itself")

    student = TenantForeignKey("roster.Student", on_delete=models.PROTECT, related_name="+")
    rule = models.CharField(max_length=10, choices=Rule.choices)
    fired_on = models.DateField()
    facts = models.JSONField(default=dict)
    state = models.CharField(max_length=10, choices=State.choices, default=State.OPEN)
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = TenantForeignKey("roster.Staff", on_delete=models.PROTECT, null=True, related_name="+")
    reason = models.CharField(_("reason"), max_length=100, blank=True)

    class Meta:
        verbose_name = _("signal")
        constraints: ClassVar = [
            *kin("care_signal", "student", "closed_by"),
            models.UniqueConstraint(
                fields=("school", "student", "rule"),
                condition=models.Q(state="open"),
                name="care_signal_open",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=("school", "state"), name="care_signal_state"),
            models.Index(fields=("school", "fired_on"), name="care_signal_day"),
        ]


SIGNAL_MOVES = {
    Signal.State.OPEN: {Signal.State.USED, Signal.State.DISMISSED, Signal.State.LAPSED},
    Signal.State.USED: set(),
    Signal.State.DISMISSED: set(),
    Signal.State.LAPSED: set(),
}


class SignalSettings(TenantModel):
    """How soon each rule speaks, and which rules are off. `refreshed_at`: when the rules last looked."""

    off = models.JSONField(default=list)
    contact_weeks = models.PositiveSmallIntegerField(default=4)
    fall_times = models.FloatField(default=1.0)
    fall_weeks = models.PositiveSmallIntegerField(default=6)
    absences = models.PositiveSmallIntegerField(default=2)
    absence_weeks = models.PositiveSmallIntegerField(default=8)
    adults = models.PositiveSmallIntegerField(default=2)
    adult_weeks = models.PositiveSmallIntegerField(default=4)
    moods = models.PositiveSmallIntegerField(default=2)
    mood_weeks = models.PositiveSmallIntegerField(default=6)
    refreshed_at = models.DateTimeField(null=True, blank=True)
    edit = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = _("signal settings")
        constraints: ClassVar = [
            *kin("care_signalsettings"),
            models.UniqueConstraint(fields=("school",), name="care_signalsettings_one"),
        ]
