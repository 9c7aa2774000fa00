"""Send a package: build it outside the transaction, then close the students here in one."""

import datetime as dt
import os
import uuid
from collections.abc import Mapping, Sequence

from django.utils.translation import gettext as _

from taoli.common import clock
from taoli.common.errors import ConflictError, TaoliError
from taoli.common.models import School
from taoli.common.policy import Actor
from taoli.common.sealed import seal, unseal
from taoli.common.unit import change
from taoli.common.views_log import log_view
from taoli.engine.package import MOST_BYTES, Built, Heading, Mark, Receiver, Restricted, RestrictedLine, build
from taoli.handover.models import Farewell, Leaving, Package, PackageStudent
from taoli.handover.queries.contents import contents_of
from taoli.handover.queries.growth import size_of
from taoli.handover.queries.keys import own_keys
from taoli.handover.queries.packages import lacks, opened_of
from taoli.handover.services.leaving import leave_many
from taoli.handover.services.packages import locked, move
from taoli.roster.models import AttentionMark, Student

State = Package.State
REPLY, VALID = dt.timedelta(days=14), dt.timedelta(days=60)
REPLY_MOST = 45
MEGABYTE = 1024 * 1024
MOST_FILES = MOST_BYTES * 9 // 10


def send_package(*, by: Actor, pk: uuid.UUID, edit: int, nonetheless: str = "", reply_days: int = 14) -> Package:
    """Build, sign and seal a package, and let its students be gone from here at once: nobody here writes of them more.

    TaoliError: something is lacking and no reason is given (`nonetheless`), the package has gone already;
    ConflictError: it was changed meanwhile. `reply_days`: until when the receipt should come.
    """
    package = Package.objects.of(by.school_id).select_related("partner").filter(pk=pk).first()
    if package is None:
        raise TaoliError(_("There is no such package."))
    _ready(package, edit)
    rows = _rows(by.school_id, package)
    words = _check(by, rows, nonetheless)
    _fits(by, rows)
    days = min(max(reply_days, 1), REPLY_MOST)
    built = _built(by, package, rows, days)
    with change(by=by, action="package.send", object_id=pk, students=len(rows), sha256=built.sha256):
        package = locked(by, pk, edit)
        _ready(package, edit)
        if _words(by, rows) != words:
            raise ConflictError(_("A mentor has written a word meanwhile. Please look again, then send."))
        move(package, State.SENT)
        _keep(package, built, nonetheless)
        _close(by, package, [one.student_id for one in rows])
    return package


def package_file(*, by: Actor, pk: uuid.UUID) -> tuple[str, bytes]:
    """Return name and bytes of a package that has been sent and not answered; each time it is taken is in the audit."""
    with change(by=by, action="package.file", object_id=pk):
        row = locked(by, pk)
        if row.state != State.SENT or not row.data:
            raise TaoliError(_("The file is there from sending until the answer."))
    return f"{row.pk}.taoli", bytes(row.data)


def show_code(*, by: Actor, pk: uuid.UUID) -> str:
    """Return the code of the restricted part, to be told to the named receiver; only after the receipt, and logged."""
    with change(by=by, action="package.code", object_id=pk):
        row = locked(by, pk)
        if row.state != State.RECEIVED:
            raise TaoliError(_("The code is given out when the receipt is there."))
        if not row.sealed_code:
            raise TaoliError(_("This package has no restricted part."))
        log_view(by, "handover.package", [row.pk], page="handover:package_code")
        row.code_shown_at = clock.now()
        row.save(update_fields=["code_shown_at"])
    return unseal(row.sealed_code, place_of_code(row))


def place_of_code(row: Package) -> str:
    """Return what a code is bound to."""
    return f"{row.school_id}/package-code/{row.pk}"


def expire_packages(*, by: Actor) -> int:
    """Let packages end that nobody has answered in time; returns how many. Their files are erased."""
    with change(by=by, action="package.expire") as note:
        rows = Package.objects.of(by.school_id).filter(state=State.SENT, expires_on__lt=clock.today())
        note.data["packages"] = rows.update(state=State.EXPIRED, data=None)
    return int(note.data["packages"])


def _ready(package: Package, edit: int) -> None:
    if package.state != State.DRAFTED:
        raise TaoliError(_("This package has gone already."))
    if package.edit != edit:
        raise ConflictError(_("Somebody else changed this meanwhile. Please look again."))


def _rows(school_id: int, package: Package) -> list[PackageStudent]:
    rows = PackageStudent.objects.of(school_id).filter(package=package).select_related("student")
    return list(rows.order_by("student__sort_key", "id"))


def _words(by: Actor, rows: Sequence[PackageStudent]) -> dict[uuid.UUID, int]:
    ids = [one.student_id for one in rows]
    found = Farewell.objects.of(by.school_id).filter(student_id__in=ids).exclude(written_at=None)
    return dict(found.values_list("student_id", "edit"))


def _check(by: Actor, rows: Sequence[PackageStudent], nonetheless: str) -> dict[uuid.UUID, int]:
    words = _words(by, rows)
    lacking = [one.student.name for one in rows if lacks(one.student, farewell=one.student_id in words)]
    if lacking and not nonetheless.strip():
        raise TaoliError(
            _("Something is lacking for %(names)s. Please wait for it, or say why the package goes nonetheless.")
            % {"names": "、".join(lacking)}
        )
    return words


def _fits(by: Actor, rows: Sequence[PackageStudent]) -> None:
    """Refuse files that no school could open; they are not drawn smaller behind anybody's back."""
    size = size_of(by.school_id, [one.student_id for one in rows])
    if size > MOST_FILES:
        raise TaoliError(
            _("The files of these students have %(size)s MB; a package holds %(most)s MB. Please send fewer at once.")
            % {"size": -(-size // MEGABYTE), "most": MOST_FILES // MEGABYTE}
        )


def _built(by: Actor, package: Package, rows: Sequence[PackageStudent], reply_days: int) -> Built:
    school, now, today = School.objects.get(pk=by.school_id), clock.now(), clock.today()
    partner, order = package.partner, [one.student_id for one in rows]
    contents = contents_of(by.school_id, order, _marks(by, rows))
    heading = Heading(
        id=package.pk,
        created=now,
        expires=today + VALID,
        reply_by=today + dt.timedelta(days=reply_days),
        scope=package.scope,
        sender=(school.code, school.name),
        receiver=Receiver(code=partner.code, name=partner.name, person=package.person, box_key=partner.box_key),
    )
    return build(
        heading,
        [contents[one].file for one in order],
        keys=own_keys(by.school_id),
        draw=os.urandom,
        files={name: data for one in order for name, data in contents[one].files.items()},
        restricted=_restricted(by, rows),
    )


def _marks(by: Actor, rows: Sequence[PackageStudent]) -> Mapping[uuid.UUID, Mark]:
    """Key attention goes along only where it was renewed; anything else ends here."""
    until = {one.student_id: one.attention_until for one in rows if one.attention_until}
    marks = AttentionMark.objects.of(by.school_id).filter(student_id__in=list(until)).order_by("-starts")
    since = dict(marks.values_list("student_id", "starts"))
    return {pk: Mark(since=since.get(pk, clock.today()), until=day) for pk, day in until.items()}


def _restricted(by: Actor, rows: Sequence[PackageStudent]) -> Restricted | None:
    lines = []
    for place, one in enumerate(rows, 1):
        if not (one.sealed_text or one.sealed_attention):
            continue
        text, reason, attention = opened_of(by.school_id, one)
        if text:
            lines.append(RestrictedLine(student=place, text=text, reason=reason))
        if attention:
            said = _("Key attention goes on until %(day)s.") % {"day": one.attention_until}
            lines.append(RestrictedLine(student=place, text=said, reason=attention))
    return Restricted(lines=tuple(lines)) if lines else None


def _keep(package: Package, built: Built, nonetheless: str) -> None:
    package.sent_at = clock.now()
    package.reply_by, package.expires_on = built.manifest.reply_by, built.manifest.expires
    package.data, package.size, package.sha256 = built.data, len(built.data), built.sha256
    package.sealed_code = seal(built.code, place_of_code(package)) if built.code else ""
    package.lacking_reason = nonetheless.strip()[:200]
    package.edit += 1
    package.save()


def _close(by: Actor, package: Package, student_ids: list[uuid.UUID]) -> None:
    """Let who is still here leave as for another school; words to the next mentor are closed."""
    here = Student.objects.of(by.school_id).filter(pk__in=student_ids, left_on=None)
    reason, note = Leaving.Reason.TRANSFERRED, package.partner.name
    leave_many(by=by, student_ids=list(here.values_list("pk", flat=True)), reason=reason, note=note)
    words = Farewell.objects.of(by.school_id).filter(student_id__in=student_ids, closed_at=None)
    words.update(closed_at=clock.now())
