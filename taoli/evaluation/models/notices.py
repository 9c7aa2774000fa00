"""Honours made public before they are given (公示), and what is said to the school about them."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from taoli.common.tenancy import TenantForeignKey, TenantModel, kin
from taoli.evaluation.models.appraisals import AppraisalRun


class HonourNotice(TenantModel):
    """The names of one honour of a published appraisal, put up for some school days, then decided.

    `names` is frozen at making: [{mentor, name, level}], by strokes of the surname, no scores. `left_out` holds the
    mentors whom a remark that was right takes off the result.
    """

    class State(models.TextChoices):
        """Where it stands."""

        DRAFT = "draft", pgettext_lazy("notice", "being prepared")
        POSTED = "posted", pgettext_lazy("notice", "on the wall")
        RESULT = "result", pgettext_lazy("notice", "decided")
        WITHDRAWN = "withdrawn", pgettext_lazy("notice", "taken down")

    run = TenantForeignKey(AppraisalRun, on_delete=models.PROTECT, related_name="+")
    honour = models.CharField(max_length=40)
    label = models.CharField(max_length=60)
    names = models.JSONField(default=list)
    left_out = models.JSONField(default=list)
    starts = models.DateField(_("up from"))
    until = models.DateField(_("up until"))
    telephone = models.CharField(_("telephone for remarks"), max_length=40)
    mailbox = models.CharField(_("where letters go"), max_length=80)
    state = models.CharField(max_length=10, choices=State.choices, default=State.DRAFT)
    remarks = models.PositiveSmallIntegerField(default=0)
    created_at = models.DateTimeField()
    posted_at = models.DateTimeField(null=True)
    decided_at = models.DateTimeField(null=True)
    edit = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("public notice")
        constraints: ClassVar = [*kin("evaluation_honournotice", "run")]
        indexes: ClassVar = [models.Index(fields=("school", "run", "honour"), name="evaluation_notice_run")]


NOTICE_MOVES = {
    HonourNotice.State.DRAFT: {HonourNotice.State.POSTED, HonourNotice.State.WITHDRAWN},
    HonourNotice.State.POSTED: {HonourNotice.State.RESULT, HonourNotice.State.WITHDRAWN},
    HonourNotice.State.RESULT: set(),
    HonourNotice.State.WITHDRAWN: set(),
}


class NoticeRemark(TenantModel):
    """A remark that came in by telephone or letter while a notice was up, and what the school answered. Who made it is
    not kept.
    """

    class Way(models.TextChoices):
        """How it came in."""

        PHONE = "phone", pgettext_lazy("remark", "by telephone")
        LETTER = "letter", pgettext_lazy("remark", "by letter")
        VISIT = "visit", pgettext_lazy("remark", "in person")

    notice = TenantForeignKey(HonourNotice, on_delete=models.PROTECT, related_name="+")
    came_on = models.DateField(_("came in on"))
    way = models.CharField(_("how it came in"), max_length=10, choices=Way.choices)
    mentor = TenantForeignKey("roster.Staff", on_delete=models.PROTECT, null=True, related_name="+")
    text = models.TextField(_("what was said"), max_length=1000)
    answer = models.TextField(_("what the school found and answered"), max_length=1000, blank=True)
    upheld = models.BooleanField(null=True)
    by = models.UUIDField(null=True)
    answered_by = models.UUIDField(null=True)
    answered_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("remark on a public notice")
        constraints: ClassVar = [*kin("evaluation_noticeremark", "notice", "mentor")]
        indexes: ClassVar = [models.Index(fields=("school", "notice"), name="evaluation_remark_notice")]
