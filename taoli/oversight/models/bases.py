"""A bureau's base scheme in the making, and what its schools have answered to those it published."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from taoli.common.tenancy import TenantForeignKey, TenantModel, kin
from taoli.oversight.models.members import Member


class BaseDraft(TenantModel):
    """The base a bureau works on, one at most: a text and what of it is binding or open (`marks`: path → mark; what is
    not named is free). `follows` is the version that was the newest when the draft began. Published, it becomes a
    `schemes.BaseScheme`, which nobody changes any more, and the draft goes.
    """

    class Mark(models.TextChoices):
        """What a school may do at a place."""

        FREE = "free", _("free")
        BINDING = "binding", _("binding: more is allowed, less is not")
        OPEN = "open", _("left to the school to type")

    title = models.CharField(_("title"), max_length=120)
    text = models.JSONField(default=dict)
    marks = models.JSONField(default=dict)
    follows = models.PositiveIntegerField(default=0)
    begun_at = models.DateTimeField()
    edit = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("draft of a base scheme")
        constraints: ClassVar = [
            *kin("oversight_basedraft"),
            models.UniqueConstraint(fields=("school",), name="oversight_basedraft_one"),
        ]


class BaseAnswer(TenantModel):
    """In the bureau's fence: what a school has handed in about one version. `paths` are the places where its scheme
    differs: which, never how.
    """

    class State(models.TextChoices):
        """How far it is."""

        TAKEN = "taken", _("taken over as a draft")
        IN_FORCE = "in_force", _("in force")
        DECLINED = "declined", _("declined")

    member = TenantForeignKey(Member, on_delete=models.PROTECT, related_name="answers")
    version = models.PositiveIntegerField()
    state = models.CharField(max_length=10, choices=State.choices)
    reason = models.CharField(_("reason"), max_length=200, blank=True)
    paths = models.JSONField(default=list)
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("school's answer to a base scheme")
        constraints: ClassVar = [
            *kin("oversight_baseanswer", "member"),
            models.UniqueConstraint(fields=("school", "member", "version"), name="oversight_baseanswer_version"),
        ]
