"""Research topics: a school's own, with their stages; a bureau's copy of what was filed."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from taoli.common.models import School
from taoli.common.tenancy import TenantForeignKey, TenantModel, kin
from taoli.oversight.models.members import Member


class Level(models.TextChoices):
    """Who has set it up."""

    SCHOOL = "school", pgettext_lazy("topic", "school")
    DISTRICT = "district", pgettext_lazy("topic", "district")
    CITY = "city", pgettext_lazy("topic", "city")
    PROVINCE = "province", pgettext_lazy("topic", "province")


class Filing(models.TextChoices):
    """Where it stands between the school and its bureau."""

    DRAFT = "draft", pgettext_lazy("topic", "with the school")
    FILED = "filed", pgettext_lazy("topic", "handed in")
    RETURNED = "returned", pgettext_lazy("topic", "came back with a word")
    APPROVED = "approved", pgettext_lazy("topic", "approved")


class Step(models.TextChoices):
    """The stages of a topic, in their order."""

    APPLIED = "applied", pgettext_lazy("stage", "application")
    BEGUN = "begun", pgettext_lazy("stage", "set up")
    OPENED = "opened", pgettext_lazy("stage", "opening report")
    HALFWAY = "halfway", pgettext_lazy("stage", "mid-term")
    FINISHED = "finished", pgettext_lazy("stage", "conclusion")
    ENDED = "ended", pgettext_lazy("stage", "ended early")


class Topic(TenantModel):
    """A research topic (课题) of a school; `bureau`: to which it was handed in last."""

    title = models.CharField(_("title"), max_length=120)
    level = models.CharField(_("level"), max_length=10, choices=Level.choices, default=Level.SCHOOL)
    leader = TenantForeignKey("roster.Staff", on_delete=models.PROTECT, related_name="+")
    members = models.CharField(_("who takes part"), max_length=200, blank=True)
    result = models.CharField(_("results"), max_length=300, blank=True)
    filing = models.CharField(max_length=10, choices=Filing.choices, default=Filing.DRAFT)
    bureau = models.ForeignKey(School, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    answer = models.CharField(_("a word to the school"), max_length=300, blank=True)
    edit = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("research topic")
        constraints: ClassVar = [*kin("oversight_topic", "leader")]


class TopicStage(TenantModel):
    """A stage a topic has reached, with the title of the paper that shows it."""

    topic = TenantForeignKey(Topic, on_delete=models.PROTECT, related_name="stages")
    step = models.CharField(_("stage"), max_length=10, choices=Step.choices)
    day = models.DateField(_("day"))
    document = models.CharField(_("title of the document"), max_length=120, blank=True)

    class Meta:
        verbose_name = _("stage of a topic")
        constraints: ClassVar = [
            *kin("oversight_topicstage", "topic"),
            models.UniqueConstraint(fields=("school", "topic", "step"), name="oversight_topicstage_one"),
        ]


class FiledTopic(TenantModel):
    """In the bureau's fence: a topic as a school has handed it in; `ref` is the school's own number of it."""

    member = TenantForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    ref = models.UUIDField()
    title = models.CharField(max_length=120)
    level = models.CharField(max_length=10, choices=Level.choices)
    leader = models.CharField(max_length=60)
    members = models.CharField(max_length=200, blank=True)
    result = models.CharField(max_length=300, blank=True)
    stages = models.JSONField(default=list)
    filing = models.CharField(max_length=10, choices=Filing.choices, default=Filing.FILED)
    answer = models.CharField(_("a word to the school"), max_length=300, blank=True)
    filed_at = models.DateTimeField()
    edit = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("filed topic")
        constraints: ClassVar = [
            *kin("oversight_filedtopic", "member"),
            models.UniqueConstraint(fields=("school", "member", "ref"), name="oversight_filedtopic_one"),
        ]
