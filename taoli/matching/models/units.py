"""Lists and units: students listed, mentors applied or named, groups formed and claimed."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from taoli.common.tenancy import TenantForeignKey, TenantModel, kin
from taoli.matching.models.rounds import ChoiceRound


class ListedStudent(TenantModel):
    """A student who has been applied for where not everybody gets a mentor (I-01); `reason` says in short why."""

    round = TenantForeignKey(ChoiceRound, on_delete=models.PROTECT, related_name="listed")
    student = TenantForeignKey("roster.Student", on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(_("reason"), max_length=100, blank=True)
    entered_by = models.UUIDField(null=True, blank=True)
    saved_at = models.DateTimeField()

    class Meta:
        verbose_name = _("listed student")
        constraints: ClassVar = [
            *kin("matching_listedstudent", "round", "student"),
            models.UniqueConstraint(fields=("school", "round", "student"), name="matching_listedstudent_one"),
        ]


class MentorApplication(TenantModel):
    """A teacher who puts herself forward as a mentor (H-01, O-02): introduction, how many students.

    Nobody is refused: the office takes the application, or asks for a word more with `remark`.
    """

    class State(models.TextChoices):
        """Where it stands."""

        SENT = "sent", _("application sent")
        ASKED = "asked", _("asked for a word more")
        TAKEN = "taken", _("taken")

    round = TenantForeignKey(ChoiceRound, on_delete=models.PROTECT, related_name="applications")
    staff = TenantForeignKey("roster.Staff", on_delete=models.PROTECT, related_name="+")
    introduction = models.TextField(_("introduction"), max_length=500, blank=True)
    wanted = models.PositiveSmallIntegerField(_("students at most"))
    state = models.CharField(max_length=10, choices=State.choices, default=State.SENT)
    remark = models.CharField(max_length=200, blank=True)
    entered_by = models.UUIDField(null=True, blank=True)
    saved_at = models.DateTimeField()
    edit = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("mentor application")
        constraints: ClassVar = [
            *kin("matching_mentorapplication", "round", "staff"),
            models.UniqueConstraint(fields=("school", "round", "staff"), name="matching_mentorapplication_one"),
        ]


class Nomination(TenantModel):
    """A mentor named by an office of the scheme (B-02); `office`: one of the scheme's actors."""

    round = TenantForeignKey(ChoiceRound, on_delete=models.PROTECT, related_name="nominations")
    staff = TenantForeignKey("roster.Staff", on_delete=models.PROTECT, related_name="+")
    office = models.CharField(max_length=30)
    entered_by = models.UUIDField(null=True, blank=True)
    saved_at = models.DateTimeField()

    class Meta:
        verbose_name = _("nomination")
        constraints: ClassVar = [
            *kin("matching_nomination", "round", "staff"),
            models.UniqueConstraint(fields=("school", "round", "staff", "office"), name="matching_nomination_one"),
        ]


class ClassChoice(TenantModel):
    """The one mentor whom a class has settled on with its officers (B-03); `officers`: who sat together, in words."""

    round = TenantForeignKey(ChoiceRound, on_delete=models.PROTECT, related_name="class_choices")
    school_class = TenantForeignKey("roster.SchoolClass", on_delete=models.PROTECT, related_name="+")
    mentor = TenantForeignKey("roster.Staff", on_delete=models.PROTECT, related_name="+")
    officers = models.CharField(_("who settled it"), max_length=60, blank=True)
    entered_by = models.UUIDField(null=True, blank=True)
    saved_at = models.DateTimeField()

    class Meta:
        verbose_name = _("choice of a class")
        constraints: ClassVar = [
            *kin("matching_classchoice", "round", "school_class", "mentor"),
            models.UniqueConstraint(fields=("school", "round", "school_class"), name="matching_classchoice_one"),
        ]


class Grouping(TenantModel):
    """Groups being formed in a class (or, without one, across classes): looked at, changed by hand, accepted.

    `groups`: [{"name", "students": ids}]; `asked`: ratio, attributes, draw; `before`: the figures of the S-shaped
    deal. `values`: what was calculated with (layer, standardised numbers), student by student, erased on acceptance.
    """

    class State(models.TextChoices):
        """Where it stands."""

        DRAFT = "draft", _("draft")
        ACCEPTED = "accepted", _("accepted")
        DROPPED = "dropped", _("dropped")

    round = TenantForeignKey(ChoiceRound, on_delete=models.PROTECT, related_name="groupings")
    school_class = TenantForeignKey("roster.SchoolClass", on_delete=models.PROTECT, null=True, related_name="+")
    kind = models.CharField(max_length=20)
    state = models.CharField(max_length=10, choices=State.choices, default=State.DRAFT)
    groups = models.JSONField(default=list)
    asked = models.JSONField(default=dict)
    values = models.JSONField(default=dict)
    before = models.JSONField(default=dict)
    created_at = models.DateTimeField()
    edit = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("grouping")
        constraints: ClassVar = [*kin("matching_grouping", "round", "school_class")]


class GroupClaim(TenantModel):
    """A mentor who would take a group (PS-04); no first-come race: all count alike until the step closes."""

    round = TenantForeignKey(ChoiceRound, on_delete=models.PROTECT, related_name="claims")
    group = TenantForeignKey("roster.Group", on_delete=models.PROTECT, related_name="+")
    mentor = TenantForeignKey("roster.Staff", on_delete=models.PROTECT, related_name="+")
    entered_by = models.UUIDField(null=True, blank=True)
    saved_at = models.DateTimeField()

    class Meta:
        verbose_name = _("claim of a group")
        constraints: ClassVar = [
            *kin("matching_groupclaim", "round", "group", "mentor"),
            models.UniqueConstraint(fields=("school", "round", "group", "mentor"), name="matching_groupclaim_one"),
        ]
