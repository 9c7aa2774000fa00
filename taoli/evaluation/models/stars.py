"""The star ladder inside the school: its levels where the scheme has none, and what mentors apply with."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from taoli.common.tenancy import TenantForeignKey, TenantModel, kin
from taoli.evaluation.models.appraisals import AppraisalRun


class StarLadder(TenantModel):
    """The school's own ladder (校本补充): levels as [{level, label, criteria}]. The scheme's goes before it."""

    label = models.CharField(_("what the honour is called"), max_length=40)
    levels = models.JSONField(default=list)
    edit = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("star ladder")
        constraints: ClassVar = [
            *kin("evaluation_starladder"),
            models.UniqueConstraint(fields=("school",), name="evaluation_starladder_one"),
        ]


class StarApplication(TenantModel):
    """A mentor applies for a level: criteria ticked, evidence beside them; reviewed by somebody else."""

    class State(models.TextChoices):
        """Where it stands."""

        SENT = "sent", pgettext_lazy("application", "waits for the review")
        GRANTED = "granted", pgettext_lazy("application", "granted")
        DECLINED = "declined", pgettext_lazy("application", "not this time")
        WITHDRAWN = "withdrawn", pgettext_lazy("application", "taken back")

    run = TenantForeignKey(AppraisalRun, on_delete=models.PROTECT, related_name="+")
    mentor = TenantForeignKey("roster.Staff", on_delete=models.PROTECT, related_name="+")
    honour = models.CharField(max_length=40)
    level = models.PositiveSmallIntegerField()
    met = models.JSONField(default=list)
    evidence = models.JSONField(default=list)
    words = models.TextField(_("in a few words"), max_length=1000, blank=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.SENT)
    sent_at = models.DateTimeField()
    answer = models.CharField(_("a word to the mentor"), max_length=300, blank=True)
    reviewed_by = models.UUIDField(null=True)
    reviewed_at = models.DateTimeField(null=True)
    edit = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("application for stars")
        constraints: ClassVar = [*kin("evaluation_starapplication", "run", "mentor")]
        indexes: ClassVar = [models.Index(fields=("school", "run", "state"), name="evaluation_star_run")]


STAR_MOVES = {
    StarApplication.State.SENT: {
        StarApplication.State.GRANTED,
        StarApplication.State.DECLINED,
        StarApplication.State.WITHDRAWN,
    },
    StarApplication.State.GRANTED: set(),
    StarApplication.State.DECLINED: set(),
    StarApplication.State.WITHDRAWN: set(),
}
