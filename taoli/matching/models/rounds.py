"""Rounds, their steps, mentors on offer and rules about single students."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from taoli.common.tenancy import TenantForeignKey, TenantModel, kin


class ChoiceRound(TenantModel):
    """One matching of a term, walked by the scheme's steps.

    `unit`: what a mentor is given (student, study_group, dormitory); `grades`: ids of the grades, empty for all.
    `officer`: the one account that runs the round and alone sees how many wished for whom. `max_classes`: classes
    a mentor's students may come from, the scheme's number when empty; `category_caps`: category → most per mentor.
    """

    class State(models.TextChoices):
        """Where it stands."""

        OPEN = "open", _("open")
        DRAFTED = "drafted", _("draft to look at")
        PUBLISHED = "published", _("published")

    term = TenantForeignKey("roster.Term", on_delete=models.PROTECT, related_name="+")
    scheme = TenantForeignKey("schemes.SchemeVersion", on_delete=models.PROTECT, related_name="+")
    name = models.CharField(_("name"), max_length=60)
    unit = models.CharField(max_length=20, default="student")
    grades = models.JSONField(default=list)
    state = models.CharField(max_length=10, choices=State.choices, default=State.OPEN)
    created_at = models.DateTimeField()
    officer = models.UUIDField(null=True, blank=True)
    max_classes = models.PositiveSmallIntegerField(null=True, blank=True)
    category_caps = models.JSONField(default=dict)

    class Meta:
        verbose_name = _("choice round")
        constraints: ClassVar = [
            *kin("matching_choiceround", "term", "scheme"),
            models.UniqueConstraint(fields=("school", "term", "name"), name="matching_choiceround_name"),
        ]

    def __str__(self) -> str:
        return self.name


class RoundStep(TenantModel):
    """A step of a round, in the scheme's order: who acts, from when until when, and who said that it was done.

    `by`: the scheme's actors; `opens`, `closes`: no limit when empty; `done_by`: an account.
    """

    round = TenantForeignKey(ChoiceRound, on_delete=models.PROTECT, related_name="steps")
    place = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=30)
    by = models.JSONField(default=list)
    opens = models.DateTimeField(_("opens"), null=True, blank=True)
    closes = models.DateTimeField(_("closes"), null=True, blank=True)
    done_at = models.DateTimeField(null=True, blank=True)
    done_by = models.UUIDField(null=True, blank=True)

    class Meta:
        verbose_name = _("step of a round")
        constraints: ClassVar = [
            *kin("matching_roundstep", "round"),
            models.UniqueConstraint(fields=("school", "round", "place"), name="matching_roundstep_place"),
        ]


class MentorOffer(TenantModel):
    """A mentor of a round: how many students at least, aimed at, at most; absent mentors get nobody.

    What students read: `introduction`, `subjects` (what the mentor is glad to help with), `places` (when and where
    to be met); `introduced_at`: when the mentor wrote it. `everywhere`: an exception, takes students of classes not
    taught. `marked_at`: when the mentor said to be done with 优先 and 可以.
    """

    round = TenantForeignKey(ChoiceRound, on_delete=models.PROTECT, related_name="offers")
    staff = TenantForeignKey("roster.Staff", on_delete=models.PROTECT, related_name="+")
    minimum = models.PositiveSmallIntegerField(default=0)
    target = models.PositiveSmallIntegerField(null=True, blank=True)
    maximum = models.PositiveSmallIntegerField(default=0)
    absent = models.BooleanField(default=False)
    everywhere = models.BooleanField(default=False)
    introduction = models.TextField(_("introduction"), max_length=300, blank=True)
    subjects = models.CharField(_("glad to help with"), max_length=80, blank=True)
    places = models.CharField(_("when and where to be met"), max_length=80, blank=True)
    introduced_at = models.DateTimeField(null=True, blank=True)
    marked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("mentor offer")
        constraints: ClassVar = [
            *kin("matching_mentoroffer", "round", "staff"),
            models.UniqueConstraint(fields=("school", "round", "staff"), name="matching_mentoroffer_one"),
        ]

    @property
    def words(self) -> str:
        """What students read of the mentor: what was written for the round, else what the roster says."""
        words: str = self.introduction or self.staff.introduction
        return words.strip()


class RoundRule(TenantModel):
    """A rule of a round about named students: kept apart, kept together, or one of them pinned to a mentor."""

    class Kind(models.TextChoices):
        """What it demands."""

        APART = "apart", _("not with the same mentor")
        TOGETHER = "together", _("with the same mentor")
        PINNED = "pinned", _("with this mentor")

    round = TenantForeignKey(ChoiceRound, on_delete=models.PROTECT, related_name="rules")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    mentor = TenantForeignKey("roster.Staff", on_delete=models.PROTECT, null=True, related_name="+")
    reason = models.CharField(_("reason"), max_length=200)
    made_at = models.DateTimeField()
    made_by = models.UUIDField(null=True)
    dropped_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("rule of a round")
        constraints: ClassVar = [*kin("matching_roundrule", "round", "mentor")]


class RuledStudent(TenantModel):
    """A student whom a rule of a round is about."""

    rule = TenantForeignKey(RoundRule, on_delete=models.PROTECT, related_name="students")
    student = TenantForeignKey("roster.Student", on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("student of a rule")
        constraints: ClassVar = [
            *kin("matching_ruledstudent", "rule", "student"),
            models.UniqueConstraint(fields=("school", "rule", "student"), name="matching_ruledstudent_one"),
        ]
