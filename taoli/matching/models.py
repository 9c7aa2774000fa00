"""Choice rounds, wishes, runs, and the pairings that come of them."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from taoli.common.tenancy import TenantForeignKey, TenantModel, kin


class ChoiceRound(TenantModel):
    """One matching of a term, walked by the scheme's steps.

    `unit`: what a mentor is given (student, study_group, dormitory); `grades`: ids of the grades, empty for all.
    `officer`: the one account that runs the round and alone sees how many wished for whom. `max_classes`: classes
    a mentor's students may come from, the scheme's number when empty; `category_caps`: category → most per mentor.
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
    officer = models.UUIDField(null=True, blank=True)
    max_classes = models.PositiveSmallIntegerField(null=True, blank=True)
    category_caps = models.JSONField(default=dict)

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
    """A mentor of a round: how many students at least, aimed at, at most; absent mentors get nobody.

    What students read: `introduction`, `subjects` (what the mentor is glad to help with), `places` (when and where
    to be met); `introduced_at`: when the mentor wrote it. `everywhere`: an exception, takes students of classes not
    taught. `marked_at`: when the mentor said to be done with 优先 and 可以.
    """

    round = TenantForeignKey(ChoiceRound, on_delete=models.PROTECT, related_name="offers")
    staff = TenantForeignKey("roster.Staff", on_delete=models.PROTECT, related_name="+")
    minimum = models.PositiveSmallIntegerField(default=0)
    target = models.PositiveSmallIntegerField(null=True, blank=True)
    maximum = models.PositiveSmallIntegerField(default=0)
    absent = models.BooleanField(default=False)
    everywhere = models.BooleanField(default=False)
    introduction = models.TextField(_("introduction"), max_length=300, blank=True)
    subjects = models.CharField(_("glad to help with"), max_length=80, blank=True)
    places = models.CharField(_("when and where to be met"), max_length=80, blank=True)
    introduced_at = models.DateTimeField(null=True, blank=True)
    marked_at = models.DateTimeField(null=True, blank=True)

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


class ChoiceCode(TenantModel):
    """A student's way to the own wish sheet without an account: typed in the computer room, or the family's link.

    Printed once; of the code only `selector` (its first half, to find the row) and a keyed `digest` of the whole are
    kept. A reprint makes a new code in the same row. `failures` since `failed_at` slow down who tries this code.
    """

    class Kind(models.TextChoices):
        """Where it is used; the source its wishes will carry."""

        ROOM = "room", _("code for the computer room")
        FAMILY = "family", _("link for the family")

    round = TenantForeignKey(ChoiceRound, on_delete=models.PROTECT, related_name="codes")
    student = TenantForeignKey("roster.Student", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    selector = models.CharField(max_length=8, db_index=True)
    digest = models.CharField(max_length=64)
    made_at = models.DateTimeField()
    failures = models.PositiveSmallIntegerField(default=0)
    failed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("choice code")
        constraints: ClassVar = [
            *kin("matching_choicecode", "round", "student"),
            models.UniqueConstraint(fields=("school", "round", "student", "kind"), name="matching_choicecode_one"),
            models.UniqueConstraint(fields=("school", "selector"), name="matching_choicecode_selector"),
        ]


class LateChoice(TenantModel):
    """That the office lets one student hand in wishes after closing, once, and why."""

    round = TenantForeignKey(ChoiceRound, on_delete=models.PROTECT, related_name="late_choices")
    student = TenantForeignKey("roster.Student", on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(_("reason"), max_length=200)
    allowed_at = models.DateTimeField()
    allowed_by = models.UUIDField(null=True)
    used_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("late choice")
        constraints: ClassVar = [
            *kin("matching_latechoice", "round", "student"),
            models.UniqueConstraint(
                fields=("school", "round", "student"),
                condition=models.Q(used_at=None),
                name="matching_latechoice_open",
            ),
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


class MentorMark(TenantModel):
    """A mentor's 优先 or 可以 for a student who wished for the mentor; there is no mark against anybody."""

    class Mark(models.TextChoices):
        """How gladly."""

        FIRST = "first", _("first of all")
        FINE = "fine", _("gladly")

    round = TenantForeignKey(ChoiceRound, on_delete=models.PROTECT, related_name="marks")
    mentor = TenantForeignKey("roster.Staff", on_delete=models.PROTECT, related_name="+")
    student = TenantForeignKey("roster.Student", on_delete=models.PROTECT, related_name="+")
    mark = models.CharField(max_length=5, choices=Mark.choices)

    class Meta:
        verbose_name = _("mentor's mark")
        constraints: ClassVar = [
            *kin("matching_mentormark", "round", "mentor", "student"),
            models.UniqueConstraint(fields=("school", "round", "mentor", "student"), name="matching_mentormark_one"),
        ]


class Coordination(TenantModel):
    """A mentor asks the office to coordinate (请德育处协调), with a reason only the office reads.

    Erased when the round closes (product.md, line 10).
    """

    round = TenantForeignKey(ChoiceRound, on_delete=models.PROTECT, related_name="coordinations")
    mentor = TenantForeignKey("roster.Staff", on_delete=models.PROTECT, related_name="+")
    student = TenantForeignKey("roster.Student", on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(_("reason"), max_length=300)
    asked_at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("coordination")
        constraints: ClassVar = [
            *kin("matching_coordination", "round", "mentor", "student"),
            models.UniqueConstraint(fields=("school", "round", "mentor", "student"), name="matching_coordination_one"),
        ]


class RoundRule(TenantModel):
    """A rule of a round about named students: kept apart, kept together, or one of them pinned to a mentor."""

    class Kind(models.TextChoices):
        """What it demands."""

        APART = "apart", _("not with the same mentor")
        TOGETHER = "together", _("with the same mentor")
        PINNED = "pinned", _("with this mentor")

    round = TenantForeignKey(ChoiceRound, on_delete=models.PROTECT, related_name="rules")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    mentor = TenantForeignKey("roster.Staff", on_delete=models.PROTECT, null=True, related_name="+")
    reason = models.CharField(_("reason"), max_length=200)
    made_at = models.DateTimeField()
    made_by = models.UUIDField(null=True)
    dropped_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("rule of a round")
        constraints: ClassVar = [*kin("matching_roundrule", "round", "mentor")]


class RuledStudent(TenantModel):
    """A student whom a rule of a round is about."""

    rule = TenantForeignKey(RoundRule, on_delete=models.PROTECT, related_name="students")
    student = TenantForeignKey("roster.Student", on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("student of a rule")
        constraints: ClassVar = [
            *kin("matching_ruledstudent", "rule", "student"),
            models.UniqueConstraint(fields=("school", "rule", "student"), name="matching_ruledstudent_one"),
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


class ListedStudent(TenantModel):
    """A student who has been applied for where not everybody gets a mentor (I-01); `reason` says in short why."""

    round = TenantForeignKey(ChoiceRound, on_delete=models.PROTECT, related_name="listed")
    student = TenantForeignKey("roster.Student", on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(_("reason"), max_length=100, blank=True)
    entered_by = models.UUIDField(null=True, blank=True)
    saved_at = models.DateTimeField()

    class Meta:
        verbose_name = _("listed student")
        constraints: ClassVar = [
            *kin("matching_listedstudent", "round", "student"),
            models.UniqueConstraint(fields=("school", "round", "student"), name="matching_listedstudent_one"),
        ]


class MentorApplication(TenantModel):
    """A teacher who puts herself forward as a mentor (H-01, O-02): introduction, how many students.

    Nobody is refused: the office takes the application, or asks for a word more with `remark`.
    """

    class State(models.TextChoices):
        """Where it stands."""

        SENT = "sent", _("application sent")
        ASKED = "asked", _("asked for a word more")
        TAKEN = "taken", _("taken")

    round = TenantForeignKey(ChoiceRound, on_delete=models.PROTECT, related_name="applications")
    staff = TenantForeignKey("roster.Staff", on_delete=models.PROTECT, related_name="+")
    introduction = models.TextField(_("introduction"), max_length=500, blank=True)
    wanted = models.PositiveSmallIntegerField(_("students at most"))
    state = models.CharField(max_length=10, choices=State.choices, default=State.SENT)
    remark = models.CharField(max_length=200, blank=True)
    entered_by = models.UUIDField(null=True, blank=True)
    saved_at = models.DateTimeField()
    edit = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("mentor application")
        constraints: ClassVar = [
            *kin("matching_mentorapplication", "round", "staff"),
            models.UniqueConstraint(fields=("school", "round", "staff"), name="matching_mentorapplication_one"),
        ]


class Nomination(TenantModel):
    """A mentor named by an office of the scheme (B-02); `office`: one of the scheme's actors."""

    round = TenantForeignKey(ChoiceRound, on_delete=models.PROTECT, related_name="nominations")
    staff = TenantForeignKey("roster.Staff", on_delete=models.PROTECT, related_name="+")
    office = models.CharField(max_length=30)
    entered_by = models.UUIDField(null=True, blank=True)
    saved_at = models.DateTimeField()

    class Meta:
        verbose_name = _("nomination")
        constraints: ClassVar = [
            *kin("matching_nomination", "round", "staff"),
            models.UniqueConstraint(fields=("school", "round", "staff", "office"), name="matching_nomination_one"),
        ]


class ClassChoice(TenantModel):
    """The one mentor whom a class has settled on with its officers (B-03); `officers`: who sat together, in words."""

    round = TenantForeignKey(ChoiceRound, on_delete=models.PROTECT, related_name="class_choices")
    school_class = TenantForeignKey("roster.SchoolClass", on_delete=models.PROTECT, related_name="+")
    mentor = TenantForeignKey("roster.Staff", on_delete=models.PROTECT, related_name="+")
    officers = models.CharField(_("who settled it"), max_length=60, blank=True)
    entered_by = models.UUIDField(null=True, blank=True)
    saved_at = models.DateTimeField()

    class Meta:
        verbose_name = _("choice of a class")
        constraints: ClassVar = [
            *kin("matching_classchoice", "round", "school_class", "mentor"),
            models.UniqueConstraint(fields=("school", "round", "school_class"), name="matching_classchoice_one"),
        ]


class Grouping(TenantModel):
    """Groups being formed in a class (or, without one, across classes): looked at, changed by hand, accepted.

    `groups`: [{"name", "students": ids}]; `asked`: ratio, attributes, draw; `before`: the figures of the S-shaped
    deal. `values`: what was calculated with (layer, standardised numbers), student by student, erased on acceptance.
    """

    class State(models.TextChoices):
        """Where it stands."""

        DRAFT = "draft", _("draft")
        ACCEPTED = "accepted", _("accepted")
        DROPPED = "dropped", _("dropped")

    round = TenantForeignKey(ChoiceRound, on_delete=models.PROTECT, related_name="groupings")
    school_class = TenantForeignKey("roster.SchoolClass", on_delete=models.PROTECT, null=True, related_name="+")
    kind = models.CharField(max_length=20)
    state = models.CharField(max_length=10, choices=State.choices, default=State.DRAFT)
    groups = models.JSONField(default=list)
    asked = models.JSONField(default=dict)
    values = models.JSONField(default=dict)
    before = models.JSONField(default=dict)
    created_at = models.DateTimeField()
    edit = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("grouping")
        constraints: ClassVar = [*kin("matching_grouping", "round", "school_class")]


class GroupClaim(TenantModel):
    """A mentor who would take a group (PS-04); no first-come race: all count alike until the step closes."""

    round = TenantForeignKey(ChoiceRound, on_delete=models.PROTECT, related_name="claims")
    group = TenantForeignKey("roster.Group", on_delete=models.PROTECT, related_name="+")
    mentor = TenantForeignKey("roster.Staff", on_delete=models.PROTECT, related_name="+")
    entered_by = models.UUIDField(null=True, blank=True)
    saved_at = models.DateTimeField()

    class Meta:
        verbose_name = _("claim of a group")
        constraints: ClassVar = [
            *kin("matching_groupclaim", "round", "group", "mentor"),
            models.UniqueConstraint(fields=("school", "round", "group", "mentor"), name="matching_groupclaim_one"),
        ]


class AgreementText(TenantModel):
    """The words of the agreement of a round (师生协议); an edit is a new number, what was signed keeps its own."""

    round = TenantForeignKey(ChoiceRound, on_delete=models.PROTECT, related_name="agreement_texts")
    number = models.PositiveSmallIntegerField(default=1)
    text = models.TextField(_("text of the agreement"), max_length=4000)
    made_at = models.DateTimeField()

    class Meta:
        verbose_name = _("text of the agreement")
        constraints: ClassVar = [
            *kin("matching_agreementtext", "round"),
            models.UniqueConstraint(fields=("school", "round", "number"), name="matching_agreementtext_number"),
        ]


class Agreement(TenantModel):
    """The agreement of one pairing: on which day each side said yes; `paper`: the sides that signed on paper."""

    class Side(models.TextChoices):
        """Who signs."""

        MENTOR = "mentor", _("mentor")
        STUDENT = "student", _("student")
        GUARDIAN = "guardian", _("guardian")

    round = TenantForeignKey(ChoiceRound, on_delete=models.PROTECT, related_name="agreements")
    pairing = TenantForeignKey(Pairing, on_delete=models.PROTECT, related_name="agreements")
    text = TenantForeignKey(AgreementText, on_delete=models.PROTECT, related_name="+")
    mentor_on = models.DateField(null=True, blank=True)
    student_on = models.DateField(null=True, blank=True)
    guardian_on = models.DateField(null=True, blank=True)
    paper = models.JSONField(default=list)

    class Meta:
        verbose_name = _("agreement")
        constraints: ClassVar = [
            *kin("matching_agreement", "round", "pairing", "text"),
            models.UniqueConstraint(fields=("school", "round", "pairing"), name="matching_agreement_one"),
        ]


class AppointmentLetter(TenantModel):
    """That a mentor has been handed the letter of appointment of a round (聘书)."""

    round = TenantForeignKey(ChoiceRound, on_delete=models.PROTECT, related_name="letters")
    mentor = TenantForeignKey("roster.Staff", on_delete=models.PROTECT, related_name="+")
    handed_on = models.DateField()

    class Meta:
        verbose_name = _("appointment letter")
        constraints: ClassVar = [
            *kin("matching_appointmentletter", "round", "mentor"),
            models.UniqueConstraint(fields=("school", "round", "mentor"), name="matching_appointmentletter_one"),
        ]


class FirstMeeting(TenantModel):
    """When and where a mentor first meets the students of a round, and whether it was held.

    Without a mentor it is what holds for the whole round. `absent`: ids of the students who were not there.
    """

    round = TenantForeignKey(ChoiceRound, on_delete=models.PROTECT, related_name="meetings")
    mentor = TenantForeignKey("roster.Staff", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField(_("time of the first meeting"), null=True, blank=True)
    place = models.CharField(_("place of the first meeting"), max_length=60, blank=True)
    held_on = models.DateField(null=True, blank=True)
    absent = models.JSONField(default=list)

    class Meta:
        verbose_name = _("first meeting")
        constraints: ClassVar = [
            *kin("matching_firstmeeting", "round", "mentor"),
            models.UniqueConstraint(fields=("school", "round", "mentor"), name="matching_firstmeeting_one"),
            models.UniqueConstraint(
                fields=("school", "round"), condition=models.Q(mentor=None), name="matching_firstmeeting_all"
            ),
        ]


class YearChange(TenantModel):
    """An operation during the year: what happened to which pairings from which day on; kept to print slips and to undo.

    `shifts`: a line a student {student, was, begun, before, after, room}: ids of pairings and mentors, empty for none;
    `more`: what else was written (leave, staff, classes); `by_id`: an account.
    """

    class Kind(models.TextChoices):
        """What happened."""

        MENTOR_LEFT = "mentor_left", _("mentor leaves")
        MENTOR_AWAY = "mentor_away", _("mentor is away")
        STAND_IN = "stand_in", _("somebody stands in")
        STOPPED = "stopped", _("change of mentor")
        SUCCESSOR = "successor", _("successor after a change of teaching")
        DIVIDED = "divided", _("classes divided or merged")
        MOVED_OUT = "moved_out", _("student leaves or pauses")
        PLACED = "placed", _("students given a mentor")
        ENDED = "ended", _("pairings ended together")
        RECONFIRMED = "reconfirmed", _("pairings confirmed for another year")
        ASKED = "asked", _("change asked for in private")

    kind = models.CharField(max_length=20, choices=Kind.choices)
    starts = models.DateField()
    reason = models.CharField(max_length=30, blank=True)
    note = models.CharField(max_length=200, blank=True)
    shifts = models.JSONField(default=list)
    more = models.JSONField(default=dict)
    by_id = models.UUIDField(null=True)
    at = models.DateTimeField()
    undone_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("change during the year")
        constraints: ClassVar = [*kin("matching_yearchange")]


class ChangeAsk(TenantModel):
    """A student, or a guardian for the child, asks the office for another mentor; the mentor never sees it.

    `reason` is erased once the office has answered; `answer` is what the student reads.
    """

    class State(models.TextChoices):
        """Where it stands."""

        OPEN = "open", _("waits for the office")
        GRANTED = "granted", _("another mentor was found")
        DECLINED = "declined", _("the mentor stays")
        WITHDRAWN = "withdrawn", _("taken back")
        SETTLED = "settled", _("settled by a new round")

    student = TenantForeignKey("roster.Student", on_delete=models.PROTECT, related_name="+")
    guardian = models.BooleanField(default=False)
    reason = models.CharField(_("reason"), max_length=500, blank=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.OPEN)
    answer = models.CharField(_("answer"), max_length=300, blank=True)
    asked_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("request for another mentor")
        constraints: ClassVar = [
            *kin("matching_changeask", "student"),
            models.UniqueConstraint(
                fields=("school", "student"), condition=models.Q(state="open"), name="matching_changeask_open"
            ),
        ]
