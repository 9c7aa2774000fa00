"""The evaluation of a student's term: the voices, and how it comes to the family."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from taoli.common.tenancy import TenantForeignKey, TenantModel, kin


class TermEvaluation(TenantModel):
    """What is said of a student at the end of a term; released, it is frozen, and a correction is a new version.

    The released version stays in force until the new one is released, too.
    """

    class State(models.TextChoices):
        """Where it stands."""

        DRAFT = "draft", _("waits for the first voice")
        VOICES = "voices", _("voices are being written")
        PROOF = "proof", _("read through")
        RELEASED = "released", _("with the family")
        REPLACED = "replaced", _("replaced by a correction")

    student = TenantForeignKey("roster.Student", on_delete=models.PROTECT, related_name="+")
    school_class = TenantForeignKey("roster.SchoolClass", on_delete=models.PROTECT, related_name="+")
    term = TenantForeignKey("roster.Term", on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, choices=State.choices, default=State.DRAFT)
    version = models.PositiveSmallIntegerField(default=1)
    replaces = TenantForeignKey("self", on_delete=models.PROTECT, null=True, related_name="replaced_by")
    reason = models.CharField(_("reason"), max_length=100, blank=True)
    opened_at = models.DateTimeField()
    proofed_by = TenantForeignKey("roster.Staff", on_delete=models.PROTECT, null=True, related_name="+")
    proofed_at = models.DateTimeField(null=True)
    released_by = TenantForeignKey("roster.Staff", on_delete=models.PROTECT, null=True, related_name="+")
    released_at = models.DateTimeField(null=True)
    edit = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = _("term evaluation")
        constraints: ClassVar = [
            *kin("archive_termevaluation", "student", "school_class", "term", "replaces", "proofed_by", "released_by"),
            models.UniqueConstraint(
                fields=("school", "student", "term", "version"), name="archive_termevaluation_version"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=("school", "school_class", "term"), name="archive_evaluation_class"),
        ]


EVALUATION_MOVES = {
    TermEvaluation.State.DRAFT: {TermEvaluation.State.VOICES},
    TermEvaluation.State.VOICES: {TermEvaluation.State.PROOF},
    TermEvaluation.State.PROOF: {TermEvaluation.State.VOICES, TermEvaluation.State.RELEASED},
    # back to PROOF: taken back within an hour
    TermEvaluation.State.RELEASED: {TermEvaluation.State.PROOF, TermEvaluation.State.REPLACED},
    TermEvaluation.State.REPLACED: {TermEvaluation.State.RELEASED},  # the correction was taken back
}


class EvaluationVoice(TenantModel):
    """What one person (`author`: staff, student or guardian) says of the term, once as what one is to the student.

    `facts` are the evidence sentences that were taken into the text, as they stood then.
    """

    class Kind(models.TextChoices):
        """Who speaks."""

        HOMEROOM = "homeroom", _("homeroom teacher")
        MENTOR = "mentor", _("mentor")
        SUBJECT = "subject", _("subject teacher")
        STUDENT = "student", _("the student")
        PARENT = "parent", _("the family")

    evaluation = TenantForeignKey(TermEvaluation, on_delete=models.PROTECT, related_name="voices")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    author = models.UUIDField()
    subject = models.CharField(max_length=30, blank=True)
    staff = TenantForeignKey("roster.Staff", on_delete=models.PROTECT, null=True, related_name="+")
    guardian = TenantForeignKey("roster.Guardian", on_delete=models.PROTECT, null=True, related_name="+")
    text = models.TextField(_("voice"), max_length=1000)
    facts = models.JSONField(default=list)
    written_at = models.DateTimeField()
    entered_by = models.UUIDField(null=True)
    edit = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = _("voice of an evaluation")
        constraints: ClassVar = [
            *kin("archive_evaluationvoice", "evaluation", "staff", "guardian"),
            models.UniqueConstraint(
                fields=("school", "evaluation", "kind", "author"), name="archive_evaluationvoice_once"
            ),
        ]
