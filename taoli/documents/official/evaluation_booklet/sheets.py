"""A booklet a student within reach: what was released of the term, lines for the pen for the rest."""

import uuid
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from django.utils import translation
from django.utils.timezone import localtime

from taoli.archive.models import EvaluationVoice, TermEvaluation
from taoli.archive.queries.evaluations import VoiceRow, log_evaluations, released_to, voices_of
from taoli.archive.queries.settings import settings_of
from taoli.common.policy import Actor
from taoli.documents.official.layout import Sheet
from taoli.documents.official.reading import chinese_day, scheme_of
from taoli.roster.models import Student, Term
from taoli.roster.queries.students import students
from taoli.schemes.queries import rules

Kind = EvaluationVoice.Kind
# 综合素质评价 looks at these five where the scheme names no guidances of its own.
FIVE = ("思想品德", "学业水平", "身心健康", "艺术素养", "社会实践")
PAGE = "documents:evaluation_booklet"


@translation.override("zh-hans")
def sheets(actor: Actor, term: Term, ids: Collection[uuid.UUID]) -> list[Sheet]:
    """Return the booklet of each of the students within reach; readings are logged."""
    found = list(students(actor).select_related("school_class__homeroom_teacher").filter(pk__in=list(ids)))
    released = _released(actor, term, [one.pk for one in found])
    voices = voices_of(actor, [row.pk for row in released.values()])
    version = scheme_of(actor, term)
    sides = [one.label for one in rules(version).guidances] if version else []
    return [_sheet(one, released.get(one.pk), voices, sides or FIVE) for one in found]


def _released(actor: Actor, term: Term, ids: Collection[uuid.UUID]) -> dict[uuid.UUID, TermEvaluation]:
    rows = released_to(actor, settings_of(actor.school_id)).filter(student_id__in=ids, term=term)
    found = list(rows.select_related("student").order_by("version"))
    log_evaluations(actor, found, PAGE)
    return {row.student_id: row for row in found}


def _sheet(
    student: Student,
    row: TermEvaluation | None,
    voices: Mapping[uuid.UUID, list[VoiceRow]],
    sides: Iterable[str],
) -> Sheet:
    room = student.school_class
    said: dict[str, list[VoiceRow]] = defaultdict(list)
    for voice in voices.get(row.pk, []) if row else []:
        said[voice.kind].append(voice)
    data = {
        "student": student.name,
        "room": room.name,
        "number": student.number,
        "homeroom": room.homeroom_teacher.name if room.homeroom_teacher else "",
        "mentor": student.mentor.name if student.mentor else "",
        "day": chinese_day(localtime(row.released_at).date()) if row and row.released_at else "",
        "sides": [{"side": one} for one in sides],
        "homeroom_said": _together(said[Kind.HOMEROOM]),
        "mentor_said": _together(said[Kind.MENTOR]),
        "subjects": [{"by": _by(one), "said": one.text} for one in said[Kind.SUBJECT]],
        "student_said": _together(said[Kind.STUDENT]),
        "family_said": _together(said[Kind.PARENT]),
    }
    return Sheet(student.pk, f"{room.name} {student.number} {student.name}", data)


def _by(voice: VoiceRow) -> str:
    subject = voice.label.partition(" · ")[2]
    return f"{voice.by}（{subject}）" if subject else voice.by


def _together(voices: Iterable[VoiceRow]) -> str:
    return " ".join(f"{voice.text}（{voice.by}）" for voice in voices)
