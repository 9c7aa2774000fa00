"""Cases, reflections and essays of mentors, collected with consent and without names."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from taoli.common.tenancy import TenantForeignKey, TenantModel, kin


class Story(TenantModel):
    """A text of a mentor; `clean_title` and `clean_text` are what the collection shows, names taken out."""

    class Kind(models.TextChoices):
        """What it is."""

        CASE = "case", pgettext_lazy("story", "mentoring case")
        REFLECTION = "reflection", pgettext_lazy("story", "reflection")
        VISIT_ESSAY = "visit_essay", pgettext_lazy("story", "essay on a visit")
        PAPER = "paper", pgettext_lazy("story", "paper")

    class State(models.TextChoices):
        """Where it stands."""

        DRAFT = "draft", pgettext_lazy("story", "draft")
        SUBMITTED = "submitted", pgettext_lazy("story", "waits for the review")
        RETURNED = "returned", pgettext_lazy("story", "came back with a word")
        ACCEPTED = "accepted", pgettext_lazy("story", "in the collection")
        WITHDRAWN = "withdrawn", pgettext_lazy("story", "taken out")

    author = TenantForeignKey("roster.Staff", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(_("what it is"), max_length=12, choices=Kind.choices)
    title = models.CharField(_("title"), max_length=60)
    text = models.TextField(_("text"), max_length=6000)
    clean_title = models.CharField(max_length=80, blank=True)
    clean_text = models.TextField(max_length=8000, blank=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.DRAFT)
    answer = models.CharField(_("a word to the author"), max_length=300, blank=True)
    written_at = models.DateTimeField()
    reviewed_by = models.UUIDField(null=True)
    accepted_at = models.DateTimeField(null=True)
    edit = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("mentoring story")
        constraints: ClassVar = [*kin("evaluation_story", "author")]
        indexes: ClassVar = [
            models.Index(fields=("school", "state"), name="evaluation_story_state"),
            models.Index(fields=("school", "author"), name="evaluation_story_author"),
        ]


STORY_MOVES = {
    Story.State.DRAFT: {Story.State.SUBMITTED, Story.State.WITHDRAWN},
    Story.State.SUBMITTED: {Story.State.RETURNED, Story.State.ACCEPTED, Story.State.WITHDRAWN},
    Story.State.RETURNED: {Story.State.SUBMITTED, Story.State.WITHDRAWN},
    Story.State.ACCEPTED: {Story.State.WITHDRAWN},
    Story.State.WITHDRAWN: set(),
}


class StoryStudent(TenantModel):
    """A student whom a story is about, and whether student or family has agreed (on paper, kept by the school)."""

    class Consent(models.TextChoices):
        """What was said."""

        OPEN = "open", pgettext_lazy("consent", "not asked yet")
        GIVEN = "given", pgettext_lazy("consent", "agreed")
        TAKEN_BACK = "taken_back", pgettext_lazy("consent", "declined or taken back")

    class Giver(models.TextChoices):
        """Who agreed."""

        STUDENT = "student", pgettext_lazy("consent", "the student")
        GUARDIAN = "guardian", pgettext_lazy("consent", "a parent or guardian")

    story = TenantForeignKey(Story, on_delete=models.PROTECT, related_name="about")
    student = TenantForeignKey("roster.Student", on_delete=models.PROTECT, related_name="+")
    consent = models.CharField(max_length=10, choices=Consent.choices, default=Consent.OPEN)
    giver = models.CharField(max_length=10, choices=Giver.choices, blank=True)
    said_on = models.DateField(null=True)
    noted_by = models.UUIDField(null=True)

    class Meta:
        verbose_name = _("student of a story")
        constraints: ClassVar = [
            *kin("evaluation_storystudent", "story", "student"),
            models.UniqueConstraint(fields=("school", "story", "student"), name="evaluation_storystudent_one"),
        ]
