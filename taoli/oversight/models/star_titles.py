"""In the school's fence: applications of its mentors to bureaus, and the stars these have given."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from taoli.common.models import School
from taoli.common.tenancy import TenantForeignKey, TenantModel, kin


class StarCandidacy(TenantModel):
    """A mentor applies to a bureau's round (`round_id`); the school endorses, and only then it leaves the school.

    `consented_at`: when the mentor agreed to what leaves. `people`: staff ids of a team, the applicant first.
    """

    class State(models.TextChoices):
        """Where it stands."""

        SENT = "sent", pgettext_lazy("candidacy", "waits for the school")
        RETURNED = "returned", pgettext_lazy("candidacy", "came back with a word")
        HANDED_IN = "handed_in", pgettext_lazy("candidacy", "handed in")
        RECOGNISED = "recognised", pgettext_lazy("candidacy", "recognised")
        NOT_NOW = "not_now", pgettext_lazy("candidacy", "not this time")

    bureau = models.ForeignKey(School, on_delete=models.PROTECT, related_name="+")
    round_id = models.UUIDField()
    round_title = models.CharField(max_length=60)
    mentor = TenantForeignKey("roster.Staff", on_delete=models.PROTECT, related_name="+")
    name = models.CharField(_("name of the team"), max_length=60, blank=True)
    people = models.JSONField(default=list)
    level = models.CharField(max_length=10)
    label = models.CharField(max_length=40)
    evidence = models.JSONField(default=dict)
    words = models.TextField(_("in a few words"), max_length=800)
    consented_at = models.DateTimeField()
    endorsement = models.CharField(_("the school's sentence"), max_length=300, blank=True)
    endorsed_by = models.UUIDField(null=True)
    endorsed_at = models.DateTimeField(null=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.SENT)
    edit = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("star candidacy")
        constraints: ClassVar = [
            *kin("oversight_starcandidacy", "mentor"),
            models.UniqueConstraint(fields=("school", "round_id", "mentor"), name="oversight_starcandidacy_one"),
        ]


class StarTitle(TenantModel):
    """A star a bureau has given to a mentor or a team of the school, with its code and its badge."""

    mentor = TenantForeignKey("roster.Staff", on_delete=models.PROTECT, related_name="+")
    bureau_name = models.CharField(max_length=80)
    round_title = models.CharField(max_length=60)
    name = models.CharField(max_length=60)
    people = models.JSONField(default=list)
    label = models.CharField(max_length=40)
    code = models.CharField(max_length=24)
    since = models.DateField()
    until = models.DateField()
    badge = models.TextField()
    withdrawn_on = models.DateField(null=True)

    class Meta:
        verbose_name = _("star title")
        constraints: ClassVar = [
            *kin("oversight_startitle", "mentor"),
            models.UniqueConstraint(fields=("school", "code", "mentor"), name="oversight_startitle_code"),
        ]
