"""Choice rounds, wishes, runs, and the pairings that come of them."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from taoli.common.tenancy import TenantForeignKey, TenantModel, kin


class ChoiceRound(TenantModel):
    """One matching of a term, walked by the scheme's steps.

    `unit`: what a mentor is given (student, study_group, dormitory); `grades`: ids of the grades, empty for all.
    """

    class State(models.TextChoices):
        """Where it stands."""

        OPEN = "open", _("open")
        DRAFTED = "drafted", _("draft to look at")
        PUBLISHED = "published", _("published")

    term = TenantForeignKey("roster.Term", on_delete=models.PROTECT, related_name="+")
    scheme = TenantForeignKey("schemes.SchemeVersion", on_delete=models.PROTECT, related_name="+")
    name = models.CharField(_("name"), max_length=60)
    unit = models.CharField(max_length=20, default="student")
    grades = models.JSONField(default=list)
    state = models.CharField(max_length=10, choices=State.choices, default=State.OPEN)
    created_at = models.DateTimeField()

    class Meta:
        verbose_name = _("choice round")
        constraints: ClassVar = [
            *kin("matching_choiceround", "term", "scheme"),
            models.UniqueConstraint(fields=("school", "term", "name"), name="matching_choiceround_name"),
        ]

    def __str__(self) -> str:
        return self.name


class RoundStep(TenantModel):
    """A step of a round, in the scheme's order: who acts, from when until when, and who said that it was done.

    `by`: the scheme's actors; `opens`, `closes`: no limit when empty; `done_by`: an account.
    """

    round = TenantForeignKey(ChoiceRound, on_delete=models.PROTECT, related_name="steps")
    place = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=30)
    by = models.JSONField(default=list)
    opens = models.DateTimeField(_("opens"), null=True, blank=True)
    closes = models.DateTimeField(_("closes"), null=True, blank=True)
    done_at = models.DateTimeField(null=True, blank=True)
    done_by = models.UUIDField(null=True, blank=True)

    class Meta:
        verbose_name = _("step of a round")
        constraints: ClassVar = [
            *kin("matching_roundstep", "round"),
            models.UniqueConstraint(fields=("school", "round", "place"), name="matching_roundstep_place"),
        ]


class MentorOffer(TenantModel):
    """A mentor of a round: how many students at least, aimed at, at most; absent mentors get nobody."""

    round = TenantForeignKey(ChoiceRound, on_delete=models.PROTECT, related_name="offers")
    staff = TenantForeignKey("roster.Staff", on_delete=models.PROTECT, related_name="+")
    minimum = models.PositiveSmallIntegerField(default=0)
    target = models.PositiveSmallIntegerField(null=True, blank=True)
    maximum = models.PositiveSmallIntegerField(default=0)
    absent = models.BooleanField(default=False)

    class Meta:
        verbose_name = _("mentor offer")
        constraints: ClassVar = [
            *kin("matching_mentoroffer", "round", "staff"),
            models.UniqueConstraint(fields=("school", "round", "staff"), name="matching_mentoroffer_one"),
        ]


class WishSheet(TenantModel):
    """That a student of a round has handed in wishes, possibly none: how, when, by whom, and whether after closing.

    `edit` counts the changes, so that a second tab or a second hand is noticed; `entered_by`: an account, empty for
    a code or a link.
    """

    class Source(models.TextChoices):
        """How the wishes came in."""

        OWN = "own", _("on the own page")
        ROOM = "room", _("in the computer room")
        PAPER = "paper", _("on a paper sheet")
        FAMILY = "family", _("at home through the family's link")
        IMPORT = "import", _("from a workbook")

    round = TenantForeignKey(ChoiceRound, on_delete=models.PROTECT, related_name="sheets")
    student = TenantForeignKey("roster.Student", on_delete=models.PROTECT, related_name="+")
    source = models.CharField(max_length=10, choices=Source.choices, default=Source.OWN)
    saved_at = models.DateTimeField()
    late = models.BooleanField(default=False)
    entered_by = models.UUIDField(null=True, blank=True)
    edit = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = _("wish sheet")
        constraints: ClassVar = [
            *kin("matching_wishsheet", "round", "student"),
            models.UniqueConstraint(fields=("school", "round", "student"), name="matching_wishsheet_one"),
        ]


class Wish(TenantModel):
    """A student's wish of a round, ranked from 1."""

    round = TenantForeignKey(ChoiceRound, on_delete=models.PROTECT, related_name="wishes")
    student = TenantForeignKey("roster.Student", on_delete=models.PROTECT, related_name="+")
    mentor = TenantForeignKey("roster.Staff", on_delete=models.PROTECT, related_name="+")
    rank = models.PositiveSmallIntegerField()
    reason = models.CharField(_("reason"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("wish")
        constraints: ClassVar = [
            *kin("matching_wish", "round", "student", "mentor"),
            models.UniqueConstraint(fields=("school", "round", "student", "rank"), name="matching_wish_rank"),
            models.UniqueConstraint(fields=("school", "round", "student", "mentor"), name="matching_wish_mentor"),
        ]


class WishImport(TenantModel):
    """A workbook of wishes: what was read (staged), its problems; nothing written until confirmed."""

    class State(models.TextChoices):
        """Where it stands."""

        REFUSED = "refused", _("has problems")
        READY = "ready", _("waits for your confirmation")
        APPLIED = "applied", _("applied")

    round = TenantForeignKey(ChoiceRound, on_delete=models.PROTECT, related_name="imports")
    file_name = models.CharField(max_length=120)
    state = models.CharField(max_length=10, choices=State.choices)
    staged = models.JSONField(default=list)
    problems = models.JSONField(default=list)
    created_at = models.DateTimeField()
    applied_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("wish import")
        constraints: ClassVar = [*kin("matching_wishimport", "round")]


class MatchRun(TenantModel):
    """One run of the engine: a draft to look at, or the published result; input hash and seed make it repeatable.

    `problem` is what the engine was given, so that board and explanations speak of the same facts; `edit` is the
    number of the last change by hand.
    """

    class State(models.TextChoices):
        """Where it stands."""

        RUNNING = "running", _("running")
        IMPOSSIBLE = "impossible", _("impossible")
        DRAFT = "draft", _("draft")
        PUBLISHED = "published", _("published")
        DROPPED = "dropped", _("dropped")

    round = TenantForeignKey(ChoiceRound, on_delete=models.PROTECT, related_name="runs")
    mode = models.CharField(max_length=20)
    seed = models.PositiveIntegerField(default=0)
    state = models.CharField(max_length=12, choices=State.choices, default=State.RUNNING)
    input_hash = models.CharField(max_length=64, blank=True)
    problem = models.JSONField(default=dict)
    job_id = models.UUIDField(null=True)
    stats = models.JSONField(default=dict)
    certificate = models.JSONField(default=dict)
    findings = models.JSONField(default=list)
    created_at = models.DateTimeField()
    edit = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("matching run")
        constraints: ClassVar = [*kin("matching_matchrun", "round")]


class Seat(TenantModel):
    """A student's place in a run, with how it came about; moved by hand only with a reason.

    `edit`: number of the change that moved it last, 0 for the engine's own, so that two people notice each other.
    """

    run = TenantForeignKey(MatchRun, on_delete=models.PROTECT, related_name="seats")
    student = TenantForeignKey("roster.Student", on_delete=models.PROTECT, related_name="+")
    mentor = TenantForeignKey("roster.Staff", on_delete=models.PROTECT, related_name="+")
    group = TenantForeignKey("roster.Group", on_delete=models.PROTECT, null=True, related_name="+")
    rank = models.PositiveSmallIntegerField(null=True)
    reason = models.CharField(max_length=40)
    params = models.JSONField(default=dict)
    moved_by = models.UUIDField(null=True)
    moved_reason = models.CharField(max_length=200, blank=True)
    edit = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("seat")
        constraints: ClassVar = [
            *kin("matching_seat", "run", "student", "mentor", "group"),
            models.UniqueConstraint(fields=("school", "run", "student"), name="matching_seat_student"),
        ]


class SeatMove(TenantModel):
    """The journal of the board: one row a student, the students of one change (an exchange, a unit) under one number.

    `source` is empty for a student who had no seat, `target` when that is taken back; `override`: a rule broke;
    `undoes`: the number of the change that this one takes back.
    """

    run = TenantForeignKey(MatchRun, on_delete=models.PROTECT, related_name="moves")
    number = models.PositiveIntegerField()
    student = TenantForeignKey("roster.Student", on_delete=models.PROTECT, related_name="+")
    source = TenantForeignKey("roster.Staff", on_delete=models.PROTECT, null=True, related_name="+")
    target = TenantForeignKey("roster.Staff", on_delete=models.PROTECT, null=True, related_name="+")
    by = models.UUIDField(null=True)
    at = models.DateTimeField()
    reason = models.CharField(max_length=200)
    override = models.BooleanField(default=False)
    undoes = models.PositiveIntegerField(null=True)

    class Meta:
        verbose_name = _("move of a seat")
        constraints: ClassVar = [
            *kin("matching_seatmove", "run", "student", "source", "target"),
            models.UniqueConstraint(fields=("school", "run", "number", "student"), name="matching_seatmove_number"),
        ]


class Pairing(TenantModel):
    """A mentor and a mentee, from a day to a day (学导关系); ended with a reason code, never deleted."""

    student = TenantForeignKey("roster.Student", on_delete=models.PROTECT, related_name="+")
    mentor = TenantForeignKey("roster.Staff", on_delete=models.PROTECT, related_name="+")
    group = TenantForeignKey("roster.Group", on_delete=models.PROTECT, null=True, related_name="+")
    school_class = TenantForeignKey("roster.SchoolClass", on_delete=models.PROTECT, related_name="+")
    scheme = TenantForeignKey("schemes.SchemeVersion", on_delete=models.PROTECT, related_name="+")
    run = TenantForeignKey(MatchRun, on_delete=models.PROTECT, null=True, related_name="pairings")
    starts = models.DateField()
    ends = models.DateField(null=True, blank=True)
    end_reason = models.CharField(max_length=30, blank=True)
    reason = models.CharField(max_length=200, blank=True)

    class Meta:
        verbose_name = _("pairing")
        constraints: ClassVar = [
            *kin("matching_pairing", "student", "mentor", "group", "school_class", "scheme", "run"),
            models.UniqueConstraint(
                fields=("school", "student"), condition=models.Q(ends=None), name="matching_pairing_live"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=("school", "mentor"), name="matching_pairing_mentor"),
            models.Index(fields=("school", "student"), name="matching_pairing_student"),
        ]
