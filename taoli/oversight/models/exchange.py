"""What works, passed on: a school offers a text without names, the bureau publishes a frozen copy for all schools."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from taoli.common.models import School
from taoli.common.tenancy import TenantForeignKey, TenantModel, kin
from taoli.evaluation.models import Story
from taoli.oversight.models.courses import Part
from taoli.oversight.models.members import Member


class Stand(models.TextChoices):
    """Where an offered text stands."""

    AGREED = "agreed", pgettext_lazy("exchange", "the author agrees")
    OFFERED = "offered", pgettext_lazy("exchange", "with the bureau")
    RETURNED = "returned", pgettext_lazy("exchange", "came back with a word")
    PUBLISHED = "published", pgettext_lazy("exchange", "read in the area")
    WITHDRAWN = "withdrawn", pgettext_lazy("exchange", "taken out")


class StoryOffer(TenantModel):
    """In the school's fence: an author agrees that a text of the collection goes on, and the office hands it in."""

    story = TenantForeignKey(Story, on_delete=models.PROTECT, related_name="+")
    part = models.CharField(_("what it is about"), max_length=10, choices=Part.choices)
    agreed_on = models.DateField()
    state = models.CharField(max_length=10, choices=Stand.choices, default=Stand.AGREED)
    bureau = models.ForeignKey(School, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    answer = models.CharField(_("a word to the school"), max_length=300, blank=True)
    edit = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("story offered")
        constraints: ClassVar = [
            *kin("oversight_storyoffer", "story"),
            models.UniqueConstraint(fields=("school", "story"), name="oversight_storyoffer_one"),
        ]


class UsefulMark(TenantModel):
    """In a school's fence: this text of the exchange is of use to us. The bureau is told that a school said so."""

    ref = models.UUIDField()
    marked_by = models.UUIDField(null=True)
    marked_at = models.DateTimeField()

    class Meta:
        verbose_name = _("useful mark")
        constraints: ClassVar = [
            *kin("oversight_usefulmark"),
            models.UniqueConstraint(fields=("school", "ref"), name="oversight_usefulmark_one"),
        ]


class SharedStory(TenantModel):
    """In the bureau's fence: the frozen copy of an offered text; `ref` is the school's number of its offer. Withdrawn,
    nothing of the text stays.
    """

    member = TenantForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    ref = models.UUIDField()
    kind = models.CharField(max_length=12, choices=Story.Kind.choices)
    part = models.CharField(max_length=10, choices=Part.choices)
    title = models.CharField(max_length=80, blank=True)
    text = models.TextField(max_length=8000, blank=True)
    author = models.CharField(max_length=60, blank=True)
    agreed_on = models.DateField()
    state = models.CharField(max_length=10, choices=Stand.choices, default=Stand.OFFERED)
    answer = models.CharField(_("a word to the school"), max_length=300, blank=True)
    offered_at = models.DateTimeField()
    published_at = models.DateTimeField(null=True, blank=True)
    useful = models.PositiveIntegerField(default=0)
    edit = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("shared story")
        constraints: ClassVar = [
            *kin("oversight_sharedstory", "member"),
            models.UniqueConstraint(fields=("school", "member", "ref"), name="oversight_sharedstory_one"),
        ]
        indexes: ClassVar = [models.Index(fields=("school", "state"), name="oversight_shared_state")]


class ExchangeEvent(TenantModel):
    """A meeting where good work is presented (推介会), or papers are judged (论文评比)."""

    class Kind(models.TextChoices):
        """What it is."""

        MEETING = "meeting", pgettext_lazy("event", "presentation of good work")
        PAPERS = "papers", pgettext_lazy("event", "review of papers")

    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices, default=Kind.MEETING)
    title = models.CharField(_("title"), max_length=80)
    day = models.DateField(_("day"))
    place = models.CharField(_("place"), max_length=120, blank=True)
    words = models.CharField(_("in a few words"), max_length=300, blank=True)
    published = models.BooleanField(_("the schools see it"), default=False)
    edit = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("exchange event")
        constraints: ClassVar = [*kin("oversight_exchangeevent")]


class EventEntry(TenantModel):
    """A published text on the list of an event, with what became of it (发言、等第)."""

    event = TenantForeignKey(ExchangeEvent, on_delete=models.PROTECT, related_name="entries")
    story = TenantForeignKey(SharedStory, on_delete=models.PROTECT, related_name="+")
    result = models.CharField(_("result"), max_length=40, blank=True)

    class Meta:
        verbose_name = _("entry of an event")
        constraints: ClassVar = [
            *kin("oversight_evententry", "event", "story"),
            models.UniqueConstraint(fields=("school", "event", "story"), name="oversight_evententry_one"),
        ]
