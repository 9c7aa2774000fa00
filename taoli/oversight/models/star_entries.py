"""Applications a bureau has received, their reviews, remarks on the notice, and what was recognised."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from taoli.common.tenancy import TenantForeignKey, TenantModel, kin
from taoli.oversight.models.members import Member
from taoli.oversight.models.star_rounds import StarRound


class StarEntry(TenantModel):
    """An application as the school has handed it in: name, evidence in numbers, words, the school's own sentence.

    `candidacy` is the school's own row: a document sent twice arrives once. `people`: [{number, name}], the applicant
    first; more than one is a team. `chosen` while the notice is up, `left_out` by a remark that was right.
    """

    round = TenantForeignKey(StarRound, on_delete=models.PROTECT, related_name="entries")
    member = TenantForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    candidacy = models.UUIDField()
    name = models.CharField(_("name"), max_length=60)
    sort_key = models.CharField(max_length=120)
    people = models.JSONField(default=list)
    level = models.CharField(max_length=10)
    evidence = models.JSONField(default=dict)
    words = models.TextField(max_length=800)
    endorsement = models.CharField(max_length=300)
    endorsed_by = models.CharField(max_length=40)
    received_at = models.DateTimeField()
    chosen = models.BooleanField(default=False)
    left_out = models.BooleanField(default=False)

    class Meta:
        verbose_name = _("star application received")
        constraints: ClassVar = [
            *kin("oversight_starentry", "round", "member"),
            models.UniqueConstraint(fields=("school", "candidacy"), name="oversight_starentry_once"),
        ]
        indexes: ClassVar = [models.Index(fields=("school", "round"), name="oversight_starentry_round")]

    def __str__(self) -> str:
        return self.name


class StarReview(TenantModel):
    """One reviewer judges one application: `scores` {criterion: [0–10, sentence]}. `declared_at`: the reviewer has
    said that there is a conflict of interest, and sees it no more.
    """

    entry = TenantForeignKey(StarEntry, on_delete=models.PROTECT, related_name="reviews")
    reviewer = TenantForeignKey("roster.Staff", on_delete=models.PROTECT, related_name="+")
    assigned_at = models.DateTimeField()
    scores = models.JSONField(default=dict)
    submitted_at = models.DateTimeField(null=True)
    declared_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("star review")
        constraints: ClassVar = [
            *kin("oversight_starreview", "entry", "reviewer"),
            models.UniqueConstraint(fields=("school", "entry", "reviewer"), name="oversight_starreview_one"),
        ]
        indexes: ClassVar = [models.Index(fields=("school", "reviewer"), name="oversight_starreview_mine")]


class StarRemark(TenantModel):
    """What somebody said of a name on the notice, and what the bureau answered. Who said it is not kept."""

    class Way(models.TextChoices):
        """How it came in."""

        PHONE = "phone", pgettext_lazy("remark", "by telephone")
        LETTER = "letter", pgettext_lazy("remark", "by letter")
        VISIT = "visit", pgettext_lazy("remark", "in person")

    entry = TenantForeignKey(StarEntry, on_delete=models.PROTECT, related_name="remarks")
    came_on = models.DateField(_("came in on"))
    way = models.CharField(_("how it came in"), max_length=10, choices=Way.choices)
    text = models.TextField(_("what was said"), max_length=1000)
    answer = models.TextField(_("what the bureau found and answered"), max_length=1000, blank=True)
    upheld = models.BooleanField(null=True)
    answered_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("remark on a star notice")
        constraints: ClassVar = [*kin("oversight_starremark", "entry")]


class StarAward(TenantModel):
    """What was recognised, with the code under which anybody can check it."""

    entry = TenantForeignKey(StarEntry, on_delete=models.PROTECT, related_name="awards")
    code = models.CharField(max_length=24)
    label = models.CharField(max_length=40)
    since = models.DateField()
    until = models.DateField()
    badge = models.TextField()
    withdrawn_on = models.DateField(null=True)
    reason = models.CharField(_("reason"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("star award")
        constraints: ClassVar = [
            *kin("oversight_staraward", "entry"),
            models.UniqueConstraint(fields=("school", "code"), name="oversight_staraward_code"),
            models.UniqueConstraint(fields=("school", "entry"), name="oversight_staraward_one"),
        ]
