"""A student asks to talk: between the student and one adult, nobody else's."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from taoli.common.tenancy import TenantForeignKey, TenantModel, kin


class TalkAsk(TenantModel):
    """A student would like to talk with an adult; one is open at a time for each student.

    `office`: as what the adult was chosen; `due_at`: the noon until which the adult has time to answer; `may_pass`: the
    student agrees that another adult is asked after two silences, who is then `passed_to`.
    """

    class State(models.TextChoices):
        """Where it stands."""

        WAITING = "waiting", _("not read yet")
        READ = "read", _("read")
        ANSWERED = "answered", _("answered")
        TAKEN_BACK = "taken_back", _("taken back by the student")
        MOVED = "moved", _("another adult was asked")

    class Source(models.TextChoices):
        """Where it was written."""

        OWN = "own", _("own account")
        ROOM = "room", _("class computer")
        PAPER = "paper", _("paper slip")

    student = TenantForeignKey("roster.Student", on_delete=models.PROTECT, related_name="+")
    adult = TenantForeignKey("roster.Staff", on_delete=models.PROTECT, related_name="+")
    office = models.CharField(max_length=20)
    text = models.TextField(max_length=500, blank=True)
    source = models.CharField(max_length=10, choices=Source.choices, default=Source.OWN)
    asked_at = models.DateTimeField()
    due_at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    read_at = models.DateTimeField(null=True, blank=True)
    answer = models.CharField(max_length=120, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    may_pass = models.BooleanField(default=False)
    reminded_at = models.DateTimeField(null=True, blank=True)
    passed_at = models.DateTimeField(null=True, blank=True)
    passed_to = TenantForeignKey("roster.Staff", on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = _("wish to talk")
        constraints: ClassVar = [*kin("guidance_talkask", "student", "adult", "passed_to")]
        indexes: ClassVar = [
            models.Index(fields=("school", "student", "asked_at"), name="guidance_talkask_student"),
            models.Index(fields=("school", "adult", "state"), name="guidance_talkask_adult"),
            models.Index(fields=("school", "state", "due_at"), name="guidance_talkask_due"),
        ]


TALK_MOVES = {
    TalkAsk.State.WAITING: {
        TalkAsk.State.READ,
        TalkAsk.State.ANSWERED,
        TalkAsk.State.TAKEN_BACK,
        TalkAsk.State.MOVED,
    },
    TalkAsk.State.READ: {TalkAsk.State.ANSWERED, TalkAsk.State.MOVED},
    TalkAsk.State.ANSWERED: {TalkAsk.State.MOVED},
    TalkAsk.State.TAKEN_BACK: set(),
    TalkAsk.State.MOVED: set(),
}


class TalkCode(TenantModel):
    """What a student without an account types at the class computer, or drops into the box on paper, once."""

    class Kind(models.TextChoices):
        """Which part of the slip."""

        ROOM = "room", _("for the class computer")
        PAPER = "paper", _("for the box")

    student = TenantForeignKey("roster.Student", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    selector = models.CharField(max_length=10, db_index=True)
    digest = models.CharField(max_length=64)
    made_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)
    failures = models.PositiveSmallIntegerField(default=0)
    failed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("talk code")
        constraints: ClassVar = [
            *kin("guidance_talkcode", "student"),
            models.UniqueConstraint(fields=("school", "student", "kind"), name="guidance_talkcode_one"),
        ]
