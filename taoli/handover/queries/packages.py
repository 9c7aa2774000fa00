"""Packages that are prepared or on their way, and who still lacks one."""

import datetime as dt
import uuid
from collections.abc import Collection
from dataclasses import dataclass, field

from django.db.models import QuerySet
from django.http import Http404

from taoli.common import clock
from taoli.common.policy import Actor
from taoli.common.views_log import log_view
from taoli.handover.models import Arrival, BridgeCard, Farewell, Leaving, Package, PackageStudent
from taoli.handover.permissions.packages import FAREWELL, PACKAGE
from taoli.handover.phrases.packages import LACKING
from taoli.handover.queries.contents import farewells_of
from taoli.roster.models import AttentionMark, Student
from taoli.roster.queries.sealing import open_about

State = Package.State
LIVE = (State.DRAFTED, State.SENT, State.EXPIRED)


def bound(row: PackageStudent, name: str) -> str:
    """Return what a sealed field of a package's student is bound to."""
    return f"handover.package_student/{row.pk}/{name}"


def packages(actor: Actor) -> "QuerySet[Package]":
    """Return the packages of the school, the newest first, without their bytes."""
    rows: QuerySet[Package] = PACKAGE.within(Package.objects.all(), actor, "send")
    return rows.defer("data").select_related("partner").order_by("-made_at", "-id")


def get_package(actor: Actor, pk: uuid.UUID) -> Package:
    """Return one package; 404 otherwise."""
    row = packages(actor).filter(pk=pk).first()
    if row is None:
        raise Http404
    return row


def arrivals_waiting(school_id: int) -> int:
    """Return how many packages wait for a decision."""
    return Arrival.objects.of(school_id).filter(state=Arrival.State.WAITING).count()


@dataclass(slots=True)
class StudentRow:
    """A student of a package as the office prepares it."""

    row: PackageStudent
    student: Student
    lacks: list[str]
    farewell: str = ""
    mentor: str = ""
    asked: bool = False
    attention: bool = False
    restricted: str = ""
    restricted_reason: str = ""
    attention_reason: str = ""
    leaving: uuid.UUID | None = None  # that the student left with a package that did not arrive


@dataclass(slots=True)
class PackagePage:
    """What the page of a package shows."""

    package: Package
    rows: list[StudentRow]
    today: dt.date = field(default_factory=clock.today)

    @property
    def lacking(self) -> list[StudentRow]:
        """Return the students for whom something is not there."""
        return [one for one in self.rows if one.lacks]

    @property
    def away(self) -> bool:
        """Say whether somebody left with a package that did not arrive, and is not back."""
        return any(one.leaving for one in self.rows)

    @property
    def late(self) -> bool:
        """Say whether the receipt should have come."""
        reply = self.package.reply_by
        return self.package.state == State.SENT and reply is not None and reply < self.today

    @property
    def restricted(self) -> bool:
        """Say whether there is a restricted part."""
        return any(one.row.sealed_text or one.row.sealed_attention for one in self.rows)


def package_page(actor: Actor, pk: uuid.UUID, *, texts: bool = False) -> PackagePage:
    """Return a package with its students. `texts`: with the mentors' words; that is logged first."""
    package = get_package(actor, pk)
    rows = list(
        PackageStudent.objects.of(actor.school_id)
        .filter(package=package)
        .select_related("student__school_class", "student__mentor")
        .order_by("student__sort_key", "id")
    )
    ids = [one.student_id for one in rows]
    words = farewells_of(actor.school_id, ids)
    if texts and words:
        log_view(actor, "handover.farewell", [one.pk for one in words.values()], page="handover:package_show")
    asked = {one.student_id: one for one in _asked(actor.school_id, ids)}
    marked = set(
        AttentionMark.objects.of(actor.school_id)
        .filter(student_id__in=ids, ends=None)
        .values_list("student_id", flat=True)
    )
    away = _away(package, ids)
    return PackagePage(
        package,
        [
            StudentRow(
                row=one,
                student=one.student,
                lacks=lacks(one.student, farewell=one.student_id in words),
                farewell=words[one.student_id].text if texts and one.student_id in words else "",
                mentor=asked[one.student_id].staff.name if one.student_id in asked else "",
                asked=one.student_id in asked,
                attention=one.student_id in marked,
                leaving=away.get(one.student_id),
            )
            for one in rows
        ],
    )


def _away(package: Package, ids: Collection[uuid.UUID]) -> dict[uuid.UUID, uuid.UUID]:
    """Return student → the leaving that is still open, where the package did not arrive."""
    if package.state not in {State.REFUSED, State.EXPIRED}:
        return {}
    rows = Leaving.objects.of(package.school_id).filter(student_id__in=list(ids), returned_on=None, undone_at=None)
    return dict(rows.values_list("student_id", "pk"))


def open_student(actor: Actor, pk: uuid.UUID, student_id: uuid.UUID) -> StudentRow:
    """Return one student of a package with what is sealed, opened; the opening is logged first."""
    page = package_page(actor, pk)
    found = next((one for one in page.rows if one.student.pk == student_id), None)
    if found is None:
        raise Http404
    row = found.row
    if row.sealed_text or row.sealed_attention:
        log_view(actor, "handover.package_student", [row.pk], page="handover:package_student")
        found.restricted, found.restricted_reason, found.attention_reason = opened_of(actor.school_id, row)
    return found


def opened_of(school_id: int, row: PackageStudent) -> tuple[str, str, str]:
    """Return the restricted text, why it goes along, why key attention goes on. Whoever calls has logged or sends."""

    def opened(name: str) -> str:
        return open_about(school_id, row.student_id, getattr(row, name), bound(row, name))

    return opened("sealed_text"), opened("sealed_reason"), opened("sealed_attention")


def lacks(student: Student, *, farewell: bool) -> list[str]:
    """Return what a package should not go without."""
    found = [] if student.strengths else ["strengths"]
    return [str(LACKING[one]) for one in ([*found] if farewell else [*found, "farewell"])]


def _asked(school_id: int, ids: Collection[uuid.UUID]) -> "QuerySet[Farewell]":
    rows = Farewell.objects.of(school_id).filter(student_id__in=list(ids))
    return rows.select_related("staff").order_by("asked_at")


@dataclass(frozen=True, slots=True)
class LackingRow:
    """A student who has left and whose next school has not said that it has the package."""

    student: Student
    state: str
    sent_on: dt.date | None = None
    reply_by: dt.date | None = None
    partner: str = ""
    package: uuid.UUID | None = None


MONTHS = dt.timedelta(days=400)


def lacking(actor: Actor) -> list[LackingRow]:
    """Return who has left in the last year and still lacks a receipt: nothing sent, being prepared, sent, sent back.

    Five queries. A card on paper whose stub came back counts as a receipt.
    """
    gone = PACKAGE.within(Student.objects.filter(left_on__gte=clock.today() - MONTHS), actor, "lacking")
    students = list(gone.select_related("school_class").order_by("school_class__name", "sort_key", "id"))
    ids = [one.pk for one in students]
    sent = PackageStudent.objects.of(actor.school_id).filter(student_id__in=ids).exclude(package__state=State.DROPPED)
    last: dict[uuid.UUID, Package] = {}
    for row in sent.select_related("package__partner").defer("package__data").order_by("package__made_at"):
        last[row.student_id] = row.package
    cards = BridgeCard.objects.of(actor.school_id).filter(student_id__in=ids)
    paper = {one.student_id: one for one in cards.order_by("received_on", "printed_at")}
    stubs = {one.student_id for one in cards if one.received_on}
    return [
        _lacking(one, last.get(one.pk), paper.get(one.pk))
        for one in students
        if one.pk not in stubs and not (one.pk in last and last[one.pk].state == State.RECEIVED)
    ]


def _lacking(student: Student, package: Package | None, card: BridgeCard | None) -> LackingRow:
    if package is None:
        if card is None:
            return LackingRow(student, "nothing")
        return LackingRow(student, "card", sent_on=card.printed_at.date(), partner=card.to_school)
    return LackingRow(
        student,
        package.state,
        sent_on=package.sent_at.date() if package.sent_at else None,
        reply_by=package.reply_by,
        partner=package.partner.name,
        package=package.pk,
    )


def my_farewells(actor: Actor) -> "QuerySet[Farewell]":
    """Return the words that the actor was asked for, open ones first; texts are the actor's own."""
    rows: QuerySet[Farewell] = FAREWELL.within(Farewell.objects.all(), actor, "write")
    return rows.select_related("student__school_class").order_by("closed_at", "asked_at", "id")
