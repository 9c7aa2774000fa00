"""Surveys: what is asked, of whom, and answers that nobody can trace (security.md, surveys; T-04).

While a survey is open its ballots are sealed under a key of its own, and the row says neither who answered, nor when,
nor about whom. Closing seals them anew under a new key and new random ids, in the order of those ids, and forgets the
tokens: what a backup of an open day shows cannot be joined to what is kept.
"""

import uuid
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from taoli.common.tenancy import TenantForeignKey, TenantModel, kin
from taoli.evaluation.models.answers import SurveyBatch


class Questionnaire(TenantModel):
    """Questions of the school for one source of answers: taken over from a ready set, or its own.

    `questions` is a list as `taoli.engine.survey.Question` reads it.
    """

    title = models.CharField(_("title"), max_length=60)
    source = models.CharField(_("who answers"), max_length=12, choices=SurveyBatch.Source.choices)
    about_mentor = models.BooleanField(_("about the own mentor"), default=True)
    intro = models.CharField(_("a word before"), max_length=300, blank=True)
    questions = models.JSONField(default=list)
    ready_key = models.CharField(max_length=60, blank=True)
    retired = models.BooleanField(default=False)
    created_at = models.DateTimeField()
    edit = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("questionnaire")
        constraints: ClassVar = [*kin("evaluation_questionnaire")]


class Survey(TenantModel):
    """A questionnaire put to a population, or to a random sample of it, for a time.

    The sample is drawn from `seed` and a list whose hash is kept, so that anyone who has the list can draw it again.
    """

    class State(models.TextChoices):
        """Where it stands."""

        DRAFT = "draft", _("being prepared")
        OPEN = "open", _("open")
        CLOSED = "closed", _("closed")
        CANCELLED = "cancelled", _("cancelled")

    term = TenantForeignKey("roster.Term", on_delete=models.PROTECT, related_name="+")
    questionnaire = TenantForeignKey(Questionnaire, on_delete=models.PROTECT, related_name="+")
    title = models.CharField(_("title"), max_length=60)
    source = models.CharField(_("who answers"), max_length=12, choices=SurveyBatch.Source.choices)
    about_mentor = models.BooleanField(default=True)
    intro = models.CharField(max_length=300, blank=True)
    questions = models.JSONField(default=list)
    grades = models.JSONField(default=list)
    state = models.CharField(max_length=10, choices=State.choices, default=State.DRAFT)
    opens_on = models.DateField(_("opens on"))
    closes_on = models.DateField(_("closes on"))
    sample = models.PositiveIntegerField(_("how many are drawn"), null=True, blank=True)
    seed = models.CharField(max_length=40, blank=True)
    population = models.PositiveIntegerField(default=0)
    population_hash = models.CharField(max_length=64, blank=True)
    key_sealed = models.CharField(max_length=200, blank=True)
    asked = models.PositiveIntegerField(default=0)
    answered = models.PositiveIntegerField(default=0)
    counts = models.BooleanField(_("enters the appraisal"), default=True)
    opened_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    edit = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("survey")
        constraints: ClassVar = [*kin("evaluation_survey", "term", "questionnaire")]
        indexes: ClassVar = [models.Index(fields=("school", "term", "state"), name="evaluation_survey_term")]


SURVEY_MOVES = {
    Survey.State.DRAFT: {Survey.State.OPEN, Survey.State.CANCELLED},
    Survey.State.OPEN: {Survey.State.CLOSED, Survey.State.CANCELLED},
    Survey.State.CLOSED: set(),
    Survey.State.CANCELLED: set(),
}


class BallotToken(TenantModel):
    """The right of one person to answer once (about each of `about`): who holds it, never what was answered. Forgotten
    when the survey closes.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    survey = TenantForeignKey(Survey, on_delete=models.PROTECT, related_name="+")
    holder_kind = models.CharField(max_length=10)
    holder_id = models.UUIDField()
    about = models.JSONField(default=list)
    code_hash = models.CharField(max_length=64, blank=True)
    spent = models.BooleanField(default=False)
    reminded_on = models.DateField(null=True)

    class Meta:
        verbose_name = _("right to answer")
        constraints: ClassVar = [
            *kin("evaluation_ballottoken", "survey"),
            models.UniqueConstraint(
                fields=("school", "survey", "holder_kind", "holder_id"), name="evaluation_ballottoken_one"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=("school", "code_hash"), name="evaluation_token_code"),
            models.Index(fields=("school", "holder_kind", "holder_id"), name="evaluation_token_holder"),
        ]


class Ballot(TenantModel):
    """One filled-in questionnaire, sealed and padded; random id, no time, nothing else."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    survey = TenantForeignKey(Survey, on_delete=models.PROTECT, related_name="+")
    sealed = models.TextField()

    class Meta:
        verbose_name = _("sealed answer")
        constraints: ClassVar = [*kin("evaluation_ballot", "survey")]
        indexes: ClassVar = [models.Index(fields=("school", "survey"), name="evaluation_ballot_survey")]


class SurveyFigure(TenantModel):
    """A figure that may be seen: made at closing, after suppression. `place_kind` school, grade or mentor; `n` below 5
    has no mean, below 10 no detail; `hidden` says why.
    """

    survey = TenantForeignKey(Survey, on_delete=models.PROTECT, related_name="+")
    question = models.CharField(max_length=40)
    place_kind = models.CharField(max_length=10)
    place_id = models.UUIDField(null=True)
    n = models.PositiveIntegerField(null=True)
    mean = models.FloatField(null=True)
    counts = models.JSONField(null=True)
    hidden = models.CharField(max_length=20, blank=True)

    class Meta:
        verbose_name = _("survey figure")
        constraints: ClassVar = [*kin("evaluation_surveyfigure", "survey")]
        indexes: ClassVar = [models.Index(fields=("school", "survey", "question"), name="evaluation_figure_survey")]


class SurveyComment(TenantModel):
    """A free text of a closed survey, shuffled; sealed until a reviewer has taken the names out."""

    class State(models.TextChoices):
        """Where it stands."""

        WAITING = "waiting", _("waits for a reviewer")
        RELEASED = "released", _("released")
        HELD = "held", _("held back")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    survey = TenantForeignKey(Survey, on_delete=models.PROTECT, related_name="+")
    mentor = TenantForeignKey("roster.Staff", on_delete=models.PROTECT, null=True, related_name="+")
    question = models.CharField(max_length=40)
    sealed = models.TextField(blank=True)
    text = models.TextField(max_length=1000, blank=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    reviewed_by = models.UUIDField(null=True)
    edit = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("survey comment")
        constraints: ClassVar = [*kin("evaluation_surveycomment", "survey", "mentor")]
        indexes: ClassVar = [models.Index(fields=("school", "survey", "state"), name="evaluation_comment_state")]


COMMENT_MOVES = {
    SurveyComment.State.WAITING: {SurveyComment.State.RELEASED, SurveyComment.State.HELD},
    SurveyComment.State.RELEASED: set(),
    SurveyComment.State.HELD: set(),
}
