"""What students write: reports, reflections, the self-evaluation of a term; suggestions in a group."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from taoli.common.tenancy import TenantForeignKey, TenantModel, kin
from taoli.guidance.models.records import GuidanceRecord


class StudentPaper(TenantModel):
    """A paper of a student for the mentor: a fortnightly report, a reflection after a talk, a self-evaluation.

    `answers` are question and answer in the words in which they were asked. Never changed in place: a correction is a
    new row of the same `occasion` with `version` + 1. `period` (report: that of the scheme; self-evaluation: the term)
    is handed in once. Two dates: `held_on`, `entered_at`; `late`: after the period had ended. `mentor`: the mentor of
    that day, to whom it counts; who reads it is the mentor of today.
    """

    class Kind(models.TextChoices):
        """What it is."""

        REFLECTION = "reflection", _("reflection after a talk")
        REPORT = "report", _("report of two weeks")
        SELF_EVALUATION = "self_evaluation", _("self-evaluation of the term")

    class State(models.TextChoices):
        """Where it stands."""

        SUBMITTED = "submitted", _("submitted")
        REPLACED = "replaced", _("replaced by a correction")

    class Source(models.TextChoices):
        """How it came in."""

        OWN = "own", _("on the own page")
        ROOM = "room", _("in the computer room")
        PAPER = "paper", _("on a paper sheet")

    occasion = models.UUIDField()
    kind = models.CharField(max_length=20, choices=Kind.choices)
    student = TenantForeignKey("roster.Student", on_delete=models.PROTECT, related_name="+")
    school_class = TenantForeignKey("roster.SchoolClass", on_delete=models.PROTECT, related_name="+")
    mentor = TenantForeignKey("roster.Staff", on_delete=models.PROTECT, null=True, related_name="+")
    record = TenantForeignKey(GuidanceRecord, on_delete=models.PROTECT, null=True, related_name="+")
    period = models.CharField(max_length=30, blank=True)
    answers = models.JSONField(default=list)
    source = models.CharField(max_length=10, choices=Source.choices, default=Source.OWN)
    held_on = models.DateField()
    entered_at = models.DateTimeField()
    entered_by = models.UUIDField(null=True, blank=True)
    late = models.BooleanField(default=False)
    state = models.CharField(max_length=10, choices=State.choices, default=State.SUBMITTED)
    version = models.PositiveSmallIntegerField(default=1)
    replaces = TenantForeignKey("self", on_delete=models.PROTECT, null=True, related_name="replaced_by")
    read_at = models.DateTimeField(null=True, blank=True)
    read_by = TenantForeignKey("roster.Staff", on_delete=models.PROTECT, null=True, related_name="+")
    answer = models.CharField(_("answer"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("student's paper")
        constraints: ClassVar = [
            *kin("guidance_studentpaper", "student", "school_class", "mentor", "record", "replaces", "read_by"),
            models.UniqueConstraint(
                fields=("school", "student", "kind", "period"),
                condition=models.Q(state="submitted") & ~models.Q(period=""),
                name="guidance_studentpaper_once",
            ),
            models.UniqueConstraint(fields=("school", "occasion", "version"), name="guidance_studentpaper_version"),
        ]
        indexes: ClassVar = [
            models.Index(fields=("school", "student", "held_on"), name="guidance_paper_student"),
        ]


PAPER_MOVES = {
    StudentPaper.State.SUBMITTED: {StudentPaper.State.REPLACED},
    StudentPaper.State.REPLACED: set(),
}


class GroupSuggestion(TenantModel):
    """What a member suggests to the own group; the mentor may hide it with a reason, the member may take it back."""

    group = TenantForeignKey("roster.Group", on_delete=models.PROTECT, related_name="+")
    student = TenantForeignKey("roster.Student", on_delete=models.PROTECT, related_name="+")
    text = models.CharField(_("suggestion"), max_length=200)
    made_at = models.DateTimeField()
    hidden_at = models.DateTimeField(null=True, blank=True)
    hidden_by = TenantForeignKey("roster.Staff", on_delete=models.PROTECT, null=True, related_name="+")
    hidden_reason = models.CharField(_("reason"), max_length=100, blank=True)
    taken_back_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("suggestion to a group")
        constraints: ClassVar = [*kin("guidance_groupsuggestion", "group", "student", "hidden_by")]
        indexes: ClassVar = [models.Index(fields=("school", "group"), name="guidance_suggestion_group")]
