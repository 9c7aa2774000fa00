"""A student who needs more than the usual: the case from a worry to its outcome."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from taoli.common.tenancy import TenantForeignKey, TenantModel, kin


class Level(models.TextChoices):
    """Who has a case before them: it climbs from the class to the school's leaders."""

    CLASS = "class", _("class")
    GRADE = "grade", _("grade")
    SCHOOL = "school", _("school")


class CareCase(TenantModel):
    """One case of key attention 需特别关注 about one student.

    `reason`, `proposed` and `outcome` are sealed (L4) under the student's key. `leader` (包靠) owns an open case;
    `review_on` is the day on which it must be looked at again. A student has at most one case that is not closed: who
    raises a second time joins it with a voice. `edit` counts changes, so that two who write at once are noticed.
    """

    class State(models.TextChoices):
        """Where it stands."""

        RAISED = "raised", _("raised")
        OPEN = "open", _("being helped")
        DECLINED = "declined", _("no case of key attention")
        CLOSED = "closed", _("closed")

    class Seriousness(models.TextChoices):
        """How serious whoever raised it thinks it is."""

        WATCH = "watch", _("to be watched")
        SERIOUS = "serious", _("serious")
        URGENT = "urgent", _("urgent")

    student = TenantForeignKey("roster.Student", on_delete=models.PROTECT, related_name="+")
    raised_by = TenantForeignKey("roster.Staff", on_delete=models.PROTECT, related_name="+")
    raised_on = models.DateField()
    entered_at = models.DateTimeField()
    seriousness = models.CharField(max_length=10, choices=Seriousness.choices)
    state = models.CharField(max_length=10, choices=State.choices, default=State.RAISED)
    level = models.CharField(max_length=10, choices=Level.choices, default=Level.CLASS)
    reason = models.TextField()
    proposed = models.TextField(blank=True)
    leader = TenantForeignKey("roster.Staff", on_delete=models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)
    review_on = models.DateField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    outcome = models.TextField(blank=True)
    mark = TenantForeignKey("roster.AttentionMark", on_delete=models.PROTECT, null=True, related_name="+")
    edit = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = _("case")
        constraints: ClassVar = [
            *kin("care_carecase", "student", "raised_by", "leader", "mark"),
            models.UniqueConstraint(
                fields=("school", "student"),
                condition=models.Q(state__in=("raised", "open")),
                name="care_carecase_one_open",
            ),
            # Nothing is helped or closed without a named leader, nothing closed without an outcome.
            models.CheckConstraint(
                condition=~models.Q(state__in=("open", "closed")) | models.Q(leader__isnull=False),
                name="care_carecase_led",
            ),
            models.CheckConstraint(
                condition=~models.Q(state="closed") | ~models.Q(outcome=""), name="care_carecase_outcome"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=("school", "state", "level"), name="care_carecase_state"),
            models.Index(fields=("school", "student"), name="care_carecase_student"),
        ]


CASE_MOVES = {
    CareCase.State.RAISED: {CareCase.State.OPEN, CareCase.State.DECLINED},
    CareCase.State.OPEN: {CareCase.State.CLOSED},
    CareCase.State.DECLINED: {CareCase.State.RAISED},
    CareCase.State.CLOSED: {CareCase.State.OPEN},
}


class CaseStep(TenantModel):
    """One step of a case, never changed: raised, a further voice, climbed, answered, decided, handed on, reviewed,
    closed, reopened. `text` is sealed; `at_level` is where the case stood after it; `source` is what moved somebody to
    raise it ("record", "signal", …).
    """

    class Kind(models.TextChoices):
        """What happened."""

        RAISED = "raised", _("raised")
        VOICE = "voice", _("another voice")
        CLIMBED = "climbed", _("passed on to the next level")
        ANSWERED = "answered", _("answered and passed back")
        DECIDED = "decided", _("taken on")
        DECLINED = "declined", _("not taken on")
        HANDED_ON = "handed_on", _("another leader")
        REVIEWED = "reviewed", _("reviewed")
        CLOSED = "closed", _("closed")
        REOPENED = "reopened", _("taken up again")

    case = TenantForeignKey(CareCase, on_delete=models.PROTECT, related_name="steps")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    at_level = models.CharField(max_length=10, choices=Level.choices)
    at = models.DateTimeField()
    by = TenantForeignKey("roster.Staff", on_delete=models.PROTECT, null=True, related_name="+")
    conference = TenantForeignKey("care.Conference", on_delete=models.PROTECT, null=True, related_name="+")
    text = models.TextField(blank=True)
    source = models.CharField(max_length=40, blank=True)

    class Meta:
        verbose_name = _("step of a case")
        constraints: ClassVar = [*kin("care_casestep", "case", "by", "conference")]
        indexes: ClassVar = [models.Index(fields=("school", "case", "at"), name="care_casestep_case")]


class CaseMeasure(TenantModel):
    """One measure of the plan: what is done, by whom, by when; `note` says how it went. Dropped, not deleted."""

    case = TenantForeignKey(CareCase, on_delete=models.PROTECT, related_name="measures")
    text = models.CharField(_("measure"), max_length=200)
    owner = TenantForeignKey("roster.Staff", on_delete=models.PROTECT, related_name="+")
    due_on = models.DateField()
    done_on = models.DateField(null=True, blank=True)
    note = models.CharField(max_length=200, blank=True)
    dropped_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("measure")
        constraints: ClassVar = [*kin("care_casemeasure", "case", "owner")]
        indexes: ClassVar = [
            models.Index(fields=("school", "case"), name="care_casemeasure_case"),
            models.Index(fields=("school", "owner", "done_on"), name="care_casemeasure_owner"),
        ]
