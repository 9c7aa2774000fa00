"""Goals of a student and the steps towards them."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from taoli.common.tenancy import TenantForeignKey, TenantModel, kin


class Goal(TenantModel):
    """What a student wants to reach this term; at most three at once.

    A mentor may suggest one (`suggested_by`), the student takes it or not. `edit` counts the changes, so that two who
    write at once are noticed. `source`, `set_on` and `entered_by`: how and when the student set it, who typed it.
    """

    class State(models.TextChoices):
        """Where it stands."""

        SUGGESTED = "suggested", _("suggested by the mentor")
        ACTIVE = "active", _("on the way")
        REACHED = "reached", _("reached")
        ASIDE = "aside", _("laid aside")
        DECLINED = "declined", _("not taken")

    class Source(models.TextChoices):
        """How it came in."""

        OWN = "own", _("on the own page")
        ROOM = "room", _("in the computer room")
        PAPER = "paper", _("on a paper sheet")

    student = TenantForeignKey("roster.Student", on_delete=models.PROTECT, related_name="+")
    term = TenantForeignKey("roster.Term", on_delete=models.PROTECT, null=True, related_name="+")
    text = models.CharField(_("goal"), max_length=200)
    state = models.CharField(max_length=10, choices=State.choices, default=State.ACTIVE)
    suggested_by = TenantForeignKey("roster.Staff", on_delete=models.PROTECT, null=True, related_name="+")
    source = models.CharField(max_length=10, choices=Source.choices, default=Source.OWN)
    set_on = models.DateField()
    entered_at = models.DateTimeField()
    entered_by = models.UUIDField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    outcome = models.CharField(_("how it went"), max_length=200, blank=True)
    cheer = models.CharField(_("encouragement"), max_length=100, blank=True)
    cheered_by = TenantForeignKey("roster.Staff", on_delete=models.PROTECT, null=True, related_name="+")
    cheered_at = models.DateTimeField(null=True, blank=True)
    edit = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = _("goal")
        constraints: ClassVar = [*kin("archive_goal", "student", "term", "suggested_by", "cheered_by")]
        indexes: ClassVar = [models.Index(fields=("school", "student", "state"), name="archive_goal_student")]

    def __str__(self) -> str:
        return self.text


GOAL_MOVES = {
    Goal.State.SUGGESTED: {Goal.State.ACTIVE, Goal.State.DECLINED},
    Goal.State.ACTIVE: {Goal.State.REACHED, Goal.State.ASIDE},
    Goal.State.REACHED: {Goal.State.ACTIVE},
    Goal.State.ASIDE: {Goal.State.ACTIVE},
    Goal.State.DECLINED: set(),
}


class GoalStep(TenantModel):
    """One step of the plan towards a goal: what, by when, and whether the student has ticked it.

    A step taken out of the plan is dropped, not deleted.
    """

    goal = TenantForeignKey(Goal, on_delete=models.PROTECT, related_name="steps")
    place = models.PositiveSmallIntegerField()
    text = models.CharField(_("step"), max_length=100)
    by_on = models.DateField(_("by when"), null=True, blank=True)
    done_on = models.DateField(null=True, blank=True)
    dropped_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("step of a goal")
        constraints: ClassVar = [*kin("archive_goalstep", "goal")]
        indexes: ClassVar = [models.Index(fields=("school", "goal", "place"), name="archive_goalstep_goal")]

    def __str__(self) -> str:
        return self.text
