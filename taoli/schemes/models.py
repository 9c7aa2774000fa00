"""A school's adopted scheme, version by version; who reviewed it; the base a bureau publishes."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from taoli.common.models import Area
from taoli.common.tenancy import TenantForeignKey, TenantModel, kin


class BaseScheme(models.Model):
    """A scheme that a bureau offers to the schools of its area; the values at `binding` may be tightened, not loosened.

    Shared by all schools like the area itself; a new version is a new row, and rows are never changed.
    """

    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    version = models.PositiveIntegerField()
    title = models.CharField(_("title"), max_length=120)
    rules = models.JSONField(default=dict)
    binding = models.JSONField(default=list)
    checksum = models.CharField(max_length=64)
    published_at = models.DateTimeField()

    class Meta:
        verbose_name = _("base scheme")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=("area", "version"), name="schemes_basescheme_number"),
        ]

    def __str__(self) -> str:
        return f"{self.title} v{self.version}"


class BaseReply(TenantModel):
    """What a school says to its bureau's base: taken over, or not, in its own words; a new answer replaces the old."""

    class State(models.TextChoices):
        """Which it is."""

        TAKEN = "taken", _("taken over")
        DECLINED = "declined", _("declined")

    base = models.ForeignKey(BaseScheme, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, choices=State.choices)
    reason = models.CharField(_("reason"), max_length=200, blank=True)
    at = models.DateTimeField()
    by_id = models.UUIDField(null=True)

    class Meta:
        verbose_name = _("answer to a base scheme")
        constraints: ClassVar = [
            *kin("schemes_basereply"),
            models.UniqueConstraint(fields=("school", "base"), name="schemes_basereply_base"),
        ]


class SchemeVersion(TenantModel):
    """A scheme as the school has it: preset plus changes; frozen when published (a trigger holds it).

    `rules` is the whole scheme as `engine.scheme.dump` gives it, `changes` the school's own clauses (path → value),
    `base` the text they are made to when it is no preset that ships: a file read in, or the bureau's base.
    """

    class State(models.TextChoices):
        """Where it stands."""

        DRAFT = "draft", _("draft")
        REVIEW = "review", _("under review")
        PUBLISHED = "published", _("published")
        REPLACED = "replaced", _("replaced")

    preset_key = models.CharField(max_length=60)
    version = models.PositiveIntegerField()
    title = models.CharField(_("title"), max_length=120)
    state = models.CharField(max_length=10, choices=State.choices, default=State.DRAFT)
    base = models.JSONField(default=dict)
    bureau = models.ForeignKey(BaseScheme, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    rules = models.JSONField(default=dict)
    changes = models.JSONField(default=dict)
    checksum = models.CharField(max_length=64, blank=True)
    in_force_from = models.DateField(null=True, blank=True)
    published_at = models.DateTimeField(null=True)
    published_by = models.UUIDField(null=True)
    edit = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("scheme")
        constraints: ClassVar = [
            *kin("schemes_schemeversion"),
            models.UniqueConstraint(fields=("school", "version"), name="schemes_schemeversion_number"),
        ]

    def __str__(self) -> str:
        return f"{self.title} v{self.version}"


UNPUBLISHED = (SchemeVersion.State.DRAFT, SchemeVersion.State.REVIEW)
SCHEME_MOVES = {
    SchemeVersion.State.DRAFT: {SchemeVersion.State.REVIEW, SchemeVersion.State.PUBLISHED},
    SchemeVersion.State.REVIEW: {SchemeVersion.State.DRAFT, SchemeVersion.State.PUBLISHED},
    SchemeVersion.State.PUBLISHED: {SchemeVersion.State.REPLACED},
    SchemeVersion.State.REPLACED: set[SchemeVersion.State](),
}


class SchemeReview(TenantModel):
    """One line of a version's review: sent, remarked, approved, sent back; by whom and when."""

    class Kind(models.TextChoices):
        """What was done."""

        SENT = "sent", _("sent for review")
        REMARK = "remark", _("remark")
        APPROVED = "approved", _("approved")
        SENT_BACK = "sent_back", _("sent back")
        TAKEN_BACK = "taken_back", _("taken back")

    version = TenantForeignKey(SchemeVersion, on_delete=models.PROTECT, related_name="reviews")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    text = models.CharField(max_length=400, blank=True)
    checksum = models.CharField(max_length=64)
    at = models.DateTimeField()
    by_id = models.UUIDField(null=True)
    by_name = models.CharField(max_length=60, blank=True)

    class Meta:
        verbose_name = _("scheme review")
        constraints: ClassVar = [*kin("schemes_schemereview", "version")]
        indexes: ClassVar = [models.Index(fields=("school", "version", "at"), name="schemes_schemereview_at")]
