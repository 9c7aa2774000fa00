"""Rounds in which a bureau recognises star mentors, and who may not review whom; in the bureau's fence."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from taoli.common.tenancy import TenantForeignKey, TenantModel, kin
from taoli.oversight.models.members import Member


class StarRound(TenantModel):
    """One round of a district or a city. `levels`: [{key, label, quota, criteria: [{key, label, kind, number}]}], the
    lowest first; `quota` None: nobody is left out for want of places. `needs_below`: only whom a district recognised.
    """

    class Kind(models.TextChoices):
        """Who applies."""

        SINGLE = "single", pgettext_lazy("star round", "single mentors")
        TEAM = "team", pgettext_lazy("star round", "teams of mentors")

    class State(models.TextChoices):
        """Where it stands."""

        DRAFT = "draft", pgettext_lazy("star round", "being prepared")
        OPEN = "open", pgettext_lazy("star round", "open for applications")
        REVIEW = "review", pgettext_lazy("star round", "under review")
        NOTICE = "notice", pgettext_lazy("star round", "public notice")
        RESULT = "result", pgettext_lazy("star round", "decided")
        CLOSED = "closed", pgettext_lazy("star round", "closed")

    title = models.CharField(_("title"), max_length=60)
    kind = models.CharField(_("who applies"), max_length=10, choices=Kind.choices, default=Kind.SINGLE)
    levels = models.JSONField(default=list)
    needs_below = models.BooleanField(_("only whom a district has recognised"), default=False)
    apply_until = models.DateField(_("applications until"))
    review_until = models.DateField(_("reviews until"))
    notice_days = models.PositiveSmallIntegerField(_("days of the public notice"), default=5)
    valid_years = models.PositiveSmallIntegerField(_("valid for years"), default=3)
    telephone = models.CharField(_("telephone for remarks"), max_length=40)
    mailbox = models.CharField(_("where letters go"), max_length=80)
    state = models.CharField(max_length=10, choices=State.choices, default=State.DRAFT)
    seed = models.CharField(max_length=64, blank=True)
    notice_from = models.DateField(null=True)
    notice_until = models.DateField(null=True)
    decided_at = models.DateTimeField(null=True)
    edit = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("star round")
        constraints: ClassVar = [*kin("oversight_starround")]
        indexes: ClassVar = [models.Index(fields=("school", "state"), name="oversight_starround_state")]

    def __str__(self) -> str:
        return self.title


_S = StarRound.State
STAR_ROUND_MOVES = {
    _S.DRAFT: {_S.OPEN},
    _S.OPEN: {_S.REVIEW, _S.CLOSED},
    _S.REVIEW: {_S.NOTICE, _S.CLOSED},
    _S.NOTICE: {_S.RESULT},
    _S.RESULT: {_S.CLOSED},
    _S.CLOSED: set(),
}


class StarTie(TenantModel):
    """A reviewer does not review applications of this school: from there, or tied to it in another way."""

    class Kind(models.TextChoices):
        """What ties them."""

        HOME = "home", pgettext_lazy("star tie", "works there")
        FORMER = "former", pgettext_lazy("star tie", "worked there")
        FAMILY = "family", pgettext_lazy("star tie", "family works there")

    reviewer = TenantForeignKey("roster.Staff", on_delete=models.PROTECT, related_name="+")
    member = TenantForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(_("what ties them"), max_length=10, choices=Kind.choices)
    ended_on = models.DateField(null=True)

    class Meta:
        verbose_name = _("reviewer's tie")
        constraints: ClassVar = [
            *kin("oversight_startie", "reviewer", "member"),
            models.UniqueConstraint(fields=("school", "reviewer", "member"), name="oversight_startie_one"),
        ]
