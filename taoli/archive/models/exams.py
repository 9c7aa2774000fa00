"""Exams, their subjects and each student's marks."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from taoli.common.tenancy import TenantForeignKey, TenantModel, kin


class Exam(TenantModel):
    """One exam of a grade, or of one class of it.

    Staff see its marks within their reach; students and families see their own once it is published and released. Two
    exams of one name are told apart by the day. `edit` counts changes.
    """

    class Kind(models.TextChoices):
        """What exam it is."""

        QUIZ = "quiz", _("quiz")
        MONTHLY = "monthly", _("monthly exam")
        MIDTERM = "midterm", _("midterm exam")
        FINAL = "final", _("final exam")

    class State(models.TextChoices):
        """Where it stands."""

        DRAFT = "draft", _("marks are being entered")
        PUBLISHED = "published", _("marks are complete")
        WITHDRAWN = "withdrawn", _("withdrawn")

    name = models.CharField(_("name"), max_length=60)
    kind = models.CharField(_("kind of exam"), max_length=10, choices=Kind.choices, default=Kind.MONTHLY)
    held_on = models.DateField(_("first day of the exam"))
    term = TenantForeignKey("roster.Term", on_delete=models.PROTECT, null=True, related_name="+")
    grade = TenantForeignKey("roster.Grade", on_delete=models.PROTECT, related_name="+")
    school_class = TenantForeignKey("roster.SchoolClass", on_delete=models.PROTECT, null=True, related_name="+")
    state = models.CharField(max_length=10, choices=State.choices, default=State.DRAFT)
    released = models.BooleanField(_("students and families see their own marks"), default=False)
    entered_at = models.DateTimeField()
    entered_by = models.UUIDField(null=True, blank=True)
    edit = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = _("exam")
        constraints: ClassVar = [
            *kin("archive_exam", "term", "grade", "school_class"),
            models.UniqueConstraint(
                fields=("school", "grade", "name", "held_on"),
                condition=models.Q(school_class=None) & ~models.Q(state="withdrawn"),
                name="archive_exam_of_grade",
            ),
            models.UniqueConstraint(
                fields=("school", "school_class", "name", "held_on"),
                condition=~models.Q(school_class=None) & ~models.Q(state="withdrawn"),
                name="archive_exam_of_class",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=("school", "grade", "held_on"), name="archive_exam_day")]

    def __str__(self) -> str:
        return self.name


EXAM_MOVES = {
    Exam.State.DRAFT: {Exam.State.PUBLISHED, Exam.State.WITHDRAWN},
    Exam.State.PUBLISHED: {Exam.State.DRAFT, Exam.State.WITHDRAWN},
    Exam.State.WITHDRAWN: {Exam.State.DRAFT},
}


class ExamSubject(TenantModel):
    """A subject of an exam with its full mark.

    `marks`, `mean`, `spread` describe the year's first-time marks since the exam was published: inside only, to hold a
    student against the own past. They stand on no page.
    """

    exam = TenantForeignKey(Exam, on_delete=models.PROTECT, related_name="subjects")
    place = models.PositiveSmallIntegerField()
    name = models.CharField(_("subject"), max_length=20)
    full_mark = models.DecimalField(_("full mark"), max_digits=6, decimal_places=2, default=100)
    dropped_at = models.DateTimeField(null=True, blank=True)
    marks = models.PositiveIntegerField(default=0)
    mean = models.FloatField(default=0)
    spread = models.FloatField(default=0)

    class Meta:
        verbose_name = _("subject of an exam")
        constraints: ClassVar = [
            *kin("archive_examsubject", "exam"),
            models.UniqueConstraint(
                fields=("school", "exam", "name"),
                condition=models.Q(dropped_at=None),
                name="archive_examsubject_once",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class ExamImport(TenantModel):
    """A workbook of marks: what it says waits for confirmation and can be taken back within a day.

    `staged` holds students, subjects and lines [place of student, place of subject, state, mark or level]; it is
    emptied once the import is applied or dropped.
    """

    class State(models.TextChoices):
        """Where it stands."""

        WAITING = "waiting", _("waits for your confirmation")
        APPLIED = "applied", _("applied")
        DROPPED = "dropped", _("dropped")
        UNDONE = "undone", _("undone")

    exam = TenantForeignKey(Exam, on_delete=models.PROTECT, related_name="imports")
    file_name = models.CharField(max_length=120)
    file_hash = models.CharField(max_length=64)
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    staged = models.JSONField(default=dict)
    counts = models.JSONField(default=dict)
    exam_edit = models.PositiveIntegerField()
    created_at = models.DateTimeField()
    created_by = models.UUIDField(null=True, blank=True)
    applied_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("import of marks")
        constraints: ClassVar = [*kin("archive_examimport", "exam")]
        indexes: ClassVar = [models.Index(fields=("school", "exam", "state"), name="archive_examimport_exam")]


class Score(TenantModel):
    """A student's mark in a subject of an exam, or why there is none.

    Never changed in place: a correction is a new row that `replaces` the old one, which gets `dropped_at`. A re-sit is
    a row of its own beside the first, which stays and alone is held against the own past. `level`: A to E where the
    school gives no marks.
    """

    class State(models.TextChoices):
        """How it came about."""

        TAKEN = "taken", _("written")
        ABSENT = "absent", _("absent")
        EXCUSED = "excused", pgettext_lazy("mark", "on leave")
        EXEMPT = "exempt", _("exempt")
        RESIT = "resit", _("re-sit")

    student = TenantForeignKey("roster.Student", on_delete=models.PROTECT, related_name="+")
    subject = TenantForeignKey(ExamSubject, on_delete=models.PROTECT, related_name="scores")
    state = models.CharField(max_length=10, choices=State.choices, default=State.TAKEN)
    mark = models.DecimalField(max_digits=6, decimal_places=2, null=True, blank=True)
    level = models.CharField(max_length=1, blank=True)
    batch = TenantForeignKey(ExamImport, on_delete=models.PROTECT, null=True, related_name="+")
    replaces = TenantForeignKey("self", on_delete=models.PROTECT, null=True, related_name="+")
    entered_at = models.DateTimeField()
    entered_by = models.UUIDField(null=True, blank=True)
    dropped_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("mark")
        constraints: ClassVar = [
            *kin("archive_score", "student", "subject", "batch", "replaces"),
            models.UniqueConstraint(
                fields=("school", "subject", "student"),
                condition=models.Q(dropped_at=None) & ~models.Q(state="resit"),
                name="archive_score_first",
            ),
            models.UniqueConstraint(
                fields=("school", "subject", "student"),
                condition=models.Q(dropped_at=None) & models.Q(state="resit"),
                name="archive_score_resit",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=("school", "student"), name="archive_score_student"),
            models.Index(fields=("school", "batch"), name="archive_score_batch"),
        ]
