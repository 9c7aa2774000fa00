"""Answers on paper: sheets with a code, typed one by one or taken in from a workbook."""

import secrets
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from taoli.accounts.services import LETTERS
from taoli.common.errors import TaoliError
from taoli.common.policy import Actor
from taoli.common.unit import change
from taoli.evaluation.models import BallotToken, Survey
from taoli.evaluation.queries.papers import paper_hash, tokens_by_code
from taoli.evaluation.services.voting import cast
from taoli.matching.queries.codes import PART
from taoli.roster.models import Staff, Student

PARTS = 2
OPEN = Survey.State.OPEN
Sheet = dict[str, Any]  # {"code": …, "answers": [{"mentor": id or None, "answers": {key: value}}]}


@dataclass(frozen=True, slots=True)
class PaperSheet:
    """A sheet to print: the name on the strip that is torn off, the code, whom it asks about."""

    name: str
    seat: int | None
    code: str
    about: tuple[str, ...]


def issue_papers(*, by: Actor, survey_id: uuid.UUID, class_id: uuid.UUID) -> list[PaperSheet]:
    """Make a new code for everybody of a class who is asked and has not answered; their earlier codes and links stop
    working. TaoliError: the survey is not open, or nobody of the class is left to ask.
    """
    with change(by=by, action="survey.papers", object_id=survey_id, room=class_id) as note:
        survey = Survey.objects.of(by.school_id).filter(pk=survey_id, state=OPEN).first()
        if survey is None:
            raise TaoliError(_("Sheets can be printed while the survey is open."))
        students = {row.pk: row for row in Student.objects.of(by.school_id).filter(school_class_id=class_id)}
        rows = BallotToken.objects.of(by.school_id).filter(survey=survey, spent=False, holder_id__in=list(students))
        tokens = sorted(rows, key=lambda one: (students[one.holder_id].seat or 0, str(one.holder_id)))
        if not tokens:
            raise TaoliError(_("Nobody of this class is asked, or everybody has answered."))
        names = dict(Staff.objects.of(by.school_id).values_list("pk", "name"))
        sheets = []
        for token in tokens:
            code, student = _code(), students[token.holder_id]
            token.code_hash = paper_hash(code)
            about = tuple(names[uuid.UUID(one)] for one in token.about)
            sheets.append(PaperSheet(student.name, student.seat, code, about))
        BallotToken.objects.of(by.school_id).bulk_update(tokens, ["code_hash"], batch_size=500)
        note.data["sheets"] = len(sheets)
    return sheets


def open_sheet(*, survey: Survey, code: str) -> BallotToken:
    """Return the right to answer that a typed code stands for. TaoliError says what is wrong with it."""
    token = tokens_by_code(survey, [code]).get(code)
    if token is None:
        raise TaoliError(_("No sheet of this survey has this code. Please look again."))
    if token.spent:
        raise TaoliError(_("This sheet has been typed already, or the person has answered another way."))
    return token


def type_sheet(*, survey: Survey, code: str, answers: Sequence[Mapping[str, Any]]) -> None:
    """Put one typed sheet into the urn; nothing says who typed it or when (T-04)."""
    cast(token=open_sheet(survey=survey, code=code), answers=[dict(one) for one in answers])


def type_sheets(*, survey: Survey, sheets: list[Sheet]) -> int:
    """Put the sheets of a workbook into the urn in random order; return how many were new. Those that were typed
    meanwhile are passed over, so sending them again does no harm.
    """
    tokens = tokens_by_code(survey, [sheet["code"] for sheet in sheets])
    order = list(sheets)
    secrets.SystemRandom().shuffle(order)
    done = 0
    for sheet in order:
        token = tokens.get(sheet["code"])
        if token is None or token.spent:
            continue
        cast(token=token, answers=sheet["answers"])
        done += 1
    return done


def _code() -> str:
    return "-".join("".join(secrets.choice(LETTERS) for _each in range(PART)) for _part in range(PARTS))
