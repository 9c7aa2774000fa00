"""A bureau takes in what a school has handed in: checked whole, or refused whole."""

import datetime as dt
import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from taoli.common import clock
from taoli.common.errors import TaoliError
from taoli.common.models import School
from taoli.common.offered import bureaus_above
from taoli.common.policy import system
from taoli.common.unit import change
from taoli.engine.summary import Checked, Finding, Summary, Trust, check, code_of
from taoli.oversight.models import Member, ReceivedSummary
from taoli.oversight.phrases.findings import sentences
from taoli.oversight.queries.trust import trust_of
from taoli.oversight.services.base_answers import note_base_version

# Figures of a week are released on the Wednesday after it; what comes then or later counts from the next release on.
RELEASED_AFTER = dt.timedelta(days=9)


class RefusedError(TaoliError):
    """A summary that is not taken in, with what is wrong."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        """Keep the findings."""
        super().__init__(sentences(findings))
        self.findings = tuple(findings)

    @property
    def code(self) -> str:
        """The gravest finding."""
        return self.findings[0].code


@dataclass(frozen=True, slots=True)
class Key:
    """A school of this installation and the key the database vouches for, as a plain value."""

    school_id: int
    sign: str
    box: str


def take_in(bureau_id: int, data: bytes, *, vouched: Key | None = None) -> ReceivedSummary:
    """Check what a school handed in and keep it in the bureau's fence; one transaction.

    `vouched`: for a school of this installation, its own key; nobody compares digits there. Whoever calls has no part
    in the check: the signature alone says whose it is. RefusedError (a TaoliError with `findings`): nothing is kept.
    What a district took in goes on to the city's bureau of this installation as the same bytes; a refusal there is
    the city's own matter and changes nothing here.
    """
    row = _taken(bureau_id, data, vouched)
    if vouched is None:
        for above in bureaus_above(bureau_id):
            forward(above.pk, data)
    return row


def forward(bureau_id: int, data: bytes) -> str:
    """Hand the same bytes on to a bureau above; returns "taken" or why not, as a code."""
    try:
        _taken(bureau_id, data, None)
    except RefusedError as refusal:
        return refusal.code
    return "taken"


def checked(bureau_id: int, data: bytes) -> Checked:
    """Check without keeping anything."""
    return check(data, Trust(members=trust_of(bureau_id, code_of(data)), on=clock.today()))


def late(week: dt.date, on: dt.date) -> bool:
    """Say whether the week's figures have been released by then."""
    return on - week >= RELEASED_AFTER


def _taken(bureau_id: int, data: bytes, vouched: Key | None) -> ReceivedSummary:
    with change(by=system(bureau_id), action="summary.take_in") as note:
        if vouched:
            _vouch(bureau_id, vouched)
        # Two who bring something of one school in this moment wait for each other.
        list(Member.objects.of(bureau_id).select_for_update().filter(code=code_of(data)))
        found = checked(bureau_id, data)
        if found.summary is None:
            raise RefusedError(found.findings)
        row = _keep(bureau_id, found.summary, found.sha256)
        note.object_id = row.pk
        note.data |= {"seq": row.seq, "week": row.week.isoformat(), "late": row.late}
        bureau = School.objects.select_related("area").get(pk=bureau_id)
        note_base_version(bureau=bureau, member=row.member, version=found.summary.base_version)
    return row


def _keep(bureau_id: int, summary: Summary, sha256: str) -> ReceivedSummary:
    member = Member.objects.of(bureau_id).get(code=summary.school)
    return ReceivedSummary.objects.create(
        school_id=bureau_id,
        member=member,
        week=summary.week,
        seq=summary.seq + member.counts_from,
        document=summary.model_dump(mode="json"),
        sha256=sha256,
        received_at=clock.now(),
        late=late(summary.week, clock.today()),
    )


def _vouch(bureau_id: int, key: Key) -> None:
    row = Member.objects.of(bureau_id).filter(hosted_id=key.school_id).first()
    if row is None or (row.sign_key == key.sign and row.compared_on):
        return
    row.sign_key, row.box_key, row.compared_on = key.sign, key.box, clock.today()
    row.save(update_fields=["sign_key", "box_key", "compared_on"])


def begin_anew(*, bureau_id: int, member_id: uuid.UUID) -> int:
    """Let a school's next summary begin a new chain, after new keys or a restored server; returns where it begins."""
    rows = ReceivedSummary.objects.of(bureau_id).filter(member_id=member_id)
    last = max(rows.values_list("seq", flat=True), default=0)
    Member.objects.of(bureau_id).filter(pk=member_id).update(counts_from=last)
    return last
