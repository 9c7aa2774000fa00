"""Slips of students without an account: printed once, typed at the class computer or dropped into the box."""

import secrets
import uuid
from dataclasses import dataclass

from django.db.models import F
from django.utils.translation import gettext as _

from taoli.accounts.services import LETTERS
from taoli.common import clock
from taoli.common.errors import TaoliError
from taoli.common.policy import Actor
from taoli.common.unit import change
from taoli.guidance.models import TalkAsk, TalkCode
from taoli.guidance.queries.adults import adults_for
from taoli.guidance.queries.talk_codes import candidates, known, rests, room_students, talk_digest
from taoli.guidance.services.alarms import press_for
from taoli.guidance.services.talks import send
from taoli.matching.queries.codes import PART, WAIT, plain_code
from taoli.roster.models import Student

Kind = TalkCode.Kind


@dataclass(frozen=True, slots=True)
class TalkSlip:
    """A student with the two codes to print: one to keep, one for the box; they are kept nowhere else."""

    student: Student
    keep: str
    drop: str


def issue_slips(*, by: Actor, room_id: uuid.UUID) -> list[TalkSlip]:
    """Make new codes for every student of a class; their earlier ones stop working."""
    with change(by=by, action="talk_code.issue", object_id=room_id) as note:
        students = room_students(by, room_id)
        taken = set(TalkCode.objects.of(by.school_id).values_list("selector", flat=True))
        slips = [TalkSlip(one, _code(taken), _code(taken)) for one in students]
        now = clock.now()
        TalkCode.objects.bulk_create(
            (
                TalkCode(
                    school_id=by.school_id,
                    student=slip.student,
                    kind=kind,
                    selector=plain_code(code)[:PART],
                    digest=talk_digest(code),
                    made_at=now,
                )
                for slip in slips
                for kind, code in ((Kind.ROOM, slip.keep), (Kind.PAPER, slip.drop))
            ),
            update_conflicts=True,
            unique_fields=["school", "student", "kind"],
            update_fields=["selector", "digest", "made_at", "used_at", "failures", "failed_at"],
        )
        note.data["students"] = len(slips)
    return slips


def _code(taken: set[str]) -> str:
    while True:
        code = "-".join("".join(secrets.choice(LETTERS) for _each in range(PART)) for _part in range(2))
        if code[:PART] not in taken:
            taken.add(code[:PART])
            return code


def enter_talk(*, text: str, kind: str = Kind.ROOM, school_id: int | None = None) -> TalkCode:
    """Return the row of a code that somebody typed.

    TaoliError: not a code (counted against the code it resembles; that one rests after ten), or used on paper already.
    """
    rows = candidates(text, kind, school_id)
    rest = any(rests(row) for row in rows)
    row = known(rows, text)
    if rest or row is None:
        if not rest:
            _count(rows)
        # One sentence for both: a guesser does not learn which beginnings there are.
        raise TaoliError(
            _(
                "This code is not right. Please look at your slip again. A code that was typed wrongly too often works "
                "again after five minutes."
            )
        )
    if row.used_at is not None:
        raise TaoliError(_("This slip has been typed already."))
    if row.failures:
        TalkCode.objects.of(row.school_id).filter(pk=row.pk).update(failures=0)
    return row


def _count(rows: list[TalkCode]) -> None:
    now = clock.now()
    for row in rows:
        stale = row.failed_at is None or now - row.failed_at >= WAIT
        failures = 1 if stale else F("failures") + 1
        TalkCode.objects.of(row.school_id).filter(pk=row.pk).update(failures=failures, failed_at=now)


def type_slip(*, by: Actor, text: str, office: str, may_pass: bool, unsafe: bool) -> None:
    """Take a slip out of the box: code and ticks only. Whoever types it is told neither who it is nor who was asked.

    `office`: the adult ticked, by office; where the student has none such, the first one offered is asked. TaoliError:
    the code is not right or has been typed already, or no adult can be asked.
    """
    row = enter_talk(text=text, kind=Kind.PAPER, school_id=by.school_id)
    with change(by=by, action="talk_code.type"):
        if not TalkCode.objects.of(by.school_id).filter(pk=row.pk, used_at=None).update(used_at=clock.now()):
            raise TaoliError(_("This slip has been typed already."))
        offered = adults_for(row.student)
        chosen = next((one for one in offered if one.office == office), next(iter(offered), None))
        if chosen is not None:
            paper = TalkAsk.Source.PAPER
            send(by=by, student=row.student, adult=chosen.key, text="", may_pass=may_pass, source=paper)
        elif not unsafe:
            raise TaoliError(_("No adult of this student has an account. Please find the counsellor in person."))
    if unsafe:
        press_for(by=by, student=row.student, source=TalkAsk.Source.PAPER)
