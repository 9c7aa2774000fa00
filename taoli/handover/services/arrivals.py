"""Take a package in, or send it back. Nothing is shown and nothing changed before that."""

import io
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.common import clock
from taoli.common.errors import ConflictError, TaoliError
from taoli.common.models import School
from taoli.common.pictures import Cleaned, cleaned
from taoli.common.policy import Actor, Role
from taoli.common.unit import change
from taoli.engine.package import Finding, Opened, Receipt, StudentFile, look, make_receipt
from taoli.guidance.queries.adults import holders_of
from taoli.handover.models import (
    ARRIVAL_MOVES,
    Arrival,
    Partner,
    ReceivedEntry,
    ReceivedFile,
    ReceivedStudent,
)
from taoli.handover.phrases.packages import finding_words
from taoli.handover.queries.arrivals import look_again, trust_of
from taoli.handover.queries.keys import own_keys
from taoli.notifications.services import To, notify
from taoli.roster.models import Staff, Student
from taoli.roster.services.people import sync_all_roles
from taoli.roster.services.transferring import Newcomer, admit, carry_attention

State = Arrival.State


class PackageRefusedError(TaoliError):
    """A package that may not be taken in, with all that is wrong."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        """Make the sentences."""
        self.findings = list(findings)
        super().__init__("\n".join(finding_words(one) for one in findings))


@dataclass(frozen=True, slots=True)
class Placement:
    """What becomes of one student of a package: comes into a class under a number, or is one who is here (`link`)."""

    place: int
    number: str = ""
    room_id: uuid.UUID | None = None
    link: uuid.UUID | None = None


def receive_package(*, by: Actor, data: bytes, way: str = Arrival.Way.FILE) -> Arrival:
    """Check a package and let it wait for the office's decision.

    PackageRefusedError says all that is wrong; then nothing is changed. The same package twice is told, not kept.
    """
    findings, entries, _opened = look(data, trust_of(by.school_id))
    refused = [one for one in findings if one.refuses]
    if refused or entries is None:
        raise PackageRefusedError(refused)
    manifest = entries.manifest
    with change(by=by, action="arrival.receive", object_id=manifest.id, way=way, sha256=entries.sha256):
        if Arrival.objects.of(by.school_id).select_for_update().filter(package=manifest.id).exists():
            raise PackageRefusedError([Finding("received_before", {"school": manifest.sender.name})])
        partner = Partner.objects.of(by.school_id).get(code=manifest.sender.code)
        row = Arrival.objects.create(
            school_id=by.school_id,
            package=manifest.id,
            partner=partner,
            way=way,
            students=manifest.students,
            person=manifest.receiver.person,
            sha256=entries.sha256,
            arrived_at=clock.now(),
            reply_by=manifest.reply_by,
            expires_on=manifest.expires,
            data=data,
        )
        if way != Arrival.Way.FILE:
            office = [To("staff", pk) for pk in holders_of(by.school_id, Role.MORAL_OFFICE)]
            link = reverse("handover:package_preview", args=[row.pk])
            notify(by=by, to=office, kind="package_arrived", about=row.pk, params={"school": partner.name}, link=link)
    return row


def accept_package(
    *, by: Actor, pk: uuid.UUID, edit: int, placements: Sequence[Placement], named_id: uuid.UUID | None = None
) -> Arrival:
    """Take a package in: students come onto the roster or are linked, what came along is kept with its origin, and the
    receipt is signed. `named_id`: who alone may open the restricted part.

    PackageRefusedError: it expired or was changed; TaoliError: a student without a place, a number that is taken, a
    name that is here and neither linked nor given another number; nothing is changed then.
    """
    arrival = Arrival.objects.of(by.school_id).select_related("partner").filter(pk=pk).first()
    if arrival is None:
        raise TaoliError(_("There is no such package."))
    _waiting(arrival, edit)
    findings, opened = look_again(arrival)
    if opened is None:
        raise PackageRefusedError([one for one in findings if one.refuses])
    if opened.restricted and named_id is None:
        raise TaoliError(_("Please name who opens the restricted part."))
    receipt = _receipt(by, arrival, "received", opened.manifest.students)
    files = {name: _cleaned(name, data) for name, data in opened.files.items()}  # slow, so not while others wait
    with change(by=by, action="arrival.accept", object_id=pk, students=len(opened.students)):
        arrival = _locked(by, pk, edit)
        students = _placed(by, opened.students, placements)
        _import(by, _Came(arrival, opened, files), students, {one.place for one in placements if one.link})
        for place, one in enumerate(opened.students):
            for mark in one.attention:
                if mark.until > clock.today():
                    carry_attention(by=by, student_id=students[place].pk, until=mark.until)
        sync_all_roles(by=by)
        _decide(by, arrival, State.ACCEPTED, receipt)
        if opened.restricted and named_id is not None:
            arrival.named = _named(by, named_id)
            arrival.restricted = opened.restricted
            _tell_named(by, arrival, named_id)
        arrival.save()
    return arrival


def refuse_package(*, by: Actor, pk: uuid.UUID, edit: int, reason: str) -> Arrival:
    """Send a package back with a reason; nothing of it is kept."""
    if not reason.strip():
        raise TaoliError(_("Please say why; the other school reads it."))
    arrival = Arrival.objects.of(by.school_id).filter(pk=pk).first()
    if arrival is None:
        raise TaoliError(_("There is no such package."))
    _waiting(arrival, edit)
    receipt = _receipt(by, arrival, "refused", 0, reason.strip()[:200])
    with change(by=by, action="arrival.refuse", object_id=pk):
        arrival = _locked(by, pk, edit)
        _decide(by, arrival, State.REFUSED, receipt)
        arrival.reason = reason.strip()[:200]
        arrival.save()
    return arrival


def _waiting(arrival: Arrival, edit: int) -> None:
    if State.ACCEPTED not in ARRIVAL_MOVES[State(arrival.state)]:
        raise TaoliError(_("This package has been decided already."))
    if arrival.edit != edit:
        raise ConflictError(_("Somebody else changed this meanwhile. Please look again."))


def _locked(by: Actor, pk: uuid.UUID, edit: int) -> Arrival:
    arrival = Arrival.objects.of(by.school_id).select_for_update().get(pk=pk)
    _waiting(arrival, edit)
    return arrival


def _receipt(by: Actor, arrival: Arrival, state: str, students: int, reason: str = "") -> str:
    school = School.objects.get(pk=by.school_id)
    receipt = Receipt.model_validate(
        {
            "format": "taoli-receipt",
            "version": 1,
            "package": arrival.package,
            "manifest": arrival.sha256,
            "state": state,
            "at": clock.now(),
            "school": school.code,
            "by": by.name or school.name,
            "students": students,
            "reason": reason,
        }
    )
    return make_receipt(receipt, own_keys(by.school_id))


def _decide(by: Actor, arrival: Arrival, state: str, receipt: str) -> None:
    arrival.state, arrival.receipt = state, receipt
    arrival.decided_at, arrival.decided_by = clock.now(), by.name[:80]
    arrival.data = None
    arrival.edit += 1


def _tell_named(by: Actor, arrival: Arrival, named_id: uuid.UUID) -> None:
    link = reverse("handover:restricted_open", args=[arrival.pk])
    params = {"school": arrival.partner.name}
    notify(by=by, to=[To("staff", named_id)], kind="package_named", about=arrival.pk, params=params, link=link)


def _named(by: Actor, pk: uuid.UUID) -> Staff:
    row = Staff.objects.of(by.school_id).filter(pk=pk, left_on=None).first()
    if row is None:
        raise TaoliError(_("Please name who opens the restricted part."))
    return row


def _placed(by: Actor, files: Sequence[StudentFile], placements: Sequence[Placement]) -> list[Student]:
    """Return the students in the order of the package: new ones admitted, others linked."""
    said = {one.place: one for one in placements}
    if lost := [one.person.name for place, one in enumerate(files, 1) if not _says(said.get(place))]:
        raise TaoliError(
            _("Please say for %(names)s: which class and number, or who is here already.") % {"names": "、".join(lost)}
        )
    links = _links(by, [one.link for one in placements if one.link])
    new = [place for place in range(1, len(files) + 1) if said[place].link is None]
    made = admit(by=by, newcomers=[_newcomer(files[place - 1], said[place]) for place in new])
    found = dict(zip(new, made, strict=True))
    return [found.get(place) or links[_link(said[place])] for place in range(1, len(files) + 1)]


def _says(one: Placement | None) -> bool:
    return one is not None and (one.link is not None or bool(one.number and one.room_id))


def _link(one: Placement) -> uuid.UUID:
    assert one.link is not None
    return one.link


def _links(by: Actor, ids: Sequence[uuid.UUID]) -> Mapping[uuid.UUID, Student]:
    rows = Student.objects.of(by.school_id).filter(pk__in=ids, left_on=None).in_bulk()
    if len(rows) < len(ids):
        raise TaoliError(_("Each student here can be linked to one of the package only. Please look again."))
    return rows


def _newcomer(one: StudentFile, said: Placement) -> Newcomer:
    assert said.room_id is not None
    person = one.person
    return Newcomer(person.name, said.number.strip(), said.room_id, gender=person.gender, birthday=person.birthday)


@dataclass(frozen=True, slots=True)
class _Came:
    """A package opened, its files as they are kept here."""

    arrival: Arrival
    opened: Opened
    files: Mapping[str, Cleaned]


def _import(by: Actor, came: _Came, students: Sequence[Student], linked: set[int]) -> None:
    """Keep what came along, marked with its origin."""
    arrival, opened = came.arrival, came.opened
    rows = [
        ReceivedStudent(
            school_id=by.school_id,
            arrival=arrival,
            student=student,
            from_school=arrival.partner.name,
            received_on=clock.today(),
            linked=place in linked,
            place=place,
            strengths=list(one.strengths),
            farewell=one.farewell.text if one.farewell else "",
            farewell_by=one.farewell.by if one.farewell else "",
        )
        for place, (one, student) in enumerate(zip(opened.students, students, strict=True), 1)
    ]
    ReceivedStudent.objects.bulk_create(rows)
    entries: list[ReceivedEntry] = []
    files: list[ReceivedFile] = []
    for row, one in zip(rows, opened.students, strict=True):
        _lines(row, one, came, entries, files)
    ReceivedEntry.objects.bulk_create(entries, batch_size=400)
    ReceivedFile.objects.bulk_create(files, batch_size=40)


def _lines(
    row: ReceivedStudent, one: StudentFile, came: _Came, entries: list[ReceivedEntry], files: list[ReceivedFile]
) -> None:
    for section in one.sections:
        for line in section.entries:
            entry = ReceivedEntry(
                school_id=row.school_id,
                received=row,
                section=section.key,
                title=section.title,
                place=len(entries),
                on=line.on,
                kind=line.kind,
                text=line.text,
                by=line.by,
            )
            entries.append(entry)
            files += [_file(entry, came.files[name]) for name in line.files]


def _cleaned(name: str, data: bytes) -> Cleaned:
    """Return a file, its picture drawn anew as one that somebody adds here."""
    return cleaned(name.rpartition("/")[2], len(data), io.BytesIO(data))


def _file(entry: ReceivedEntry, kept: Cleaned) -> ReceivedFile:
    return ReceivedFile(
        school_id=entry.school_id,
        entry=entry,
        name=kept.name,
        media_type=kept.media_type,
        size=len(kept.data),
        data=kept.data,
        added_at=clock.now(),
    )
