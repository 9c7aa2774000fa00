"""The growth archive as it goes along: entries with their files, months, marks, released evaluations; a class at once.

What only the student, or the student and the mentor, may read stays here, and so does health: what the next school
must know of it goes into the restricted part, with a reason.
"""

import uuid
from collections import defaultdict
from collections.abc import Collection, Mapping

from django.db.models import QuerySet, Sum
from django.utils import timezone

from taoli.archive.models import EntryFile, EvaluationVoice, GrowthEntry, MonthlyPerformance, TermEvaluation
from taoli.archive.queries.entries import writer_of
from taoli.archive.queries.evaluations import place_of
from taoli.archive.queries.exams import Paper, sittings
from taoli.archive.queries.performance import said_of_month
from taoli.engine.package import Entry
from taoli.handover.models import ReceivedEntry, ReceivedFile

SeenBy, Section = GrowthEntry.SeenBy, GrowthEntry.Section
MOST_KIND, MOST_BY = 60, 80
SUFFIX = {"application/pdf": "pdf"}
Entries = dict[uuid.UUID, list[Entry]]


def entries_of(school_id: int, student_ids: Collection[uuid.UUID]) -> tuple[Entries, dict[str, bytes]]:
    """Return student → the entries in force that more than the mentor reads, and part → bytes; two queries."""
    rows = _kept(school_id, student_ids).select_related("student", "staff", "guardian")
    kept = list(rows.order_by("happened_on", "entered_at", "id"))
    parts: dict[uuid.UUID, list[str]] = defaultdict(list)
    data: dict[str, bytes] = {}
    for file in EntryFile.objects.of(school_id).filter(occasion__in=[row.occasion for row in kept]).order_by("id"):
        part = part_of(file.pk, file.media_type)
        parts[file.occasion].append(part)
        data[part] = bytes(file.data)
    found: Entries = defaultdict(list)
    for row in kept:
        found[row.student_id].append(
            Entry(
                on=row.happened_on,
                kind=str(row.get_section_display()),
                text=row.text,
                by=writer_of(row),
                files=tuple(parts[row.occasion]),
            )
        )
    return found, data


def _kept(school_id: int, student_ids: Collection[uuid.UUID]) -> "QuerySet[GrowthEntry]":
    rows = GrowthEntry.objects.of(school_id).filter(
        student_id__in=student_ids,
        state=GrowthEntry.State.SUBMITTED,
        seen_by__in=(SeenBy.CLASS, SeenBy.FAMILY),
    )
    return rows.exclude(section=Section.HEALTH)


def part_of(pk: uuid.UUID, media_type: str) -> str:
    """Return the name of a file's part."""
    return f"files/{pk.hex}.{SUFFIX.get(media_type, 'jpg')}"


def months_of(school_id: int, student_ids: Collection[uuid.UUID]) -> Entries:
    """Return student → how the months went; one query."""
    rows = MonthlyPerformance.objects.of(school_id).filter(student_id__in=student_ids).select_related("staff")
    found: Entries = defaultdict(list)
    for row in rows.order_by("month"):
        if text := said_of_month(row.aspects, row.sentence):
            by = row.staff.name if row.staff else ""
            found[row.student_id].append(Entry(on=row.month, kind=f"{row.month:%Y-%m}", text=text, by=by))
    return found


def marks_of(school_id: int, student_ids: Collection[uuid.UUID]) -> Entries:
    """Return student → the exams whose marks the family has, each as one line; one query."""
    return {
        student: [
            Entry(on=one.held_on, kind=one.name[:MOST_KIND], text="；".join(map(_mark, one.papers))) for one in past
        ]
        for student, past in sittings(school_id, student_ids, released_only=True).items()
    }


def _mark(paper: Paper) -> str:
    said = f"{paper.text} / {paper.full}" if paper.part is not None else paper.text
    return f"{paper.name} {said}" + (f"（补{paper.again}）" if paper.again else "")


def evaluations_of(school_id: int, student_ids: Collection[uuid.UUID]) -> Entries:
    """Return student → the voices of the evaluations that were given to the family; one query."""
    rows = EvaluationVoice.objects.of(school_id).filter(
        evaluation__student_id__in=student_ids, evaluation__state=TermEvaluation.State.RELEASED
    )
    voices = rows.select_related("staff", "guardian", "evaluation__student", "evaluation__term")
    found: Entries = defaultdict(list)
    for row in sorted(voices, key=lambda one: (one.evaluation.term.starts, place_of(one))):
        found[row.evaluation.student_id].append(_voice(row))
    return found


def _voice(row: EvaluationVoice) -> Entry:
    given = row.evaluation
    who = " · ".join(part for part in (given.term.name, str(row.get_kind_display()), row.subject) if part)
    person = row.staff or row.guardian or given.student
    text = "\n".join([row.text, *(f"· {fact}" for fact in row.facts)])
    return Entry(on=timezone.localdate(given.released_at), kind=who[:MOST_KIND], text=text, by=person.name)


def received_of(school_id: int, student_ids: Collection[uuid.UUID]) -> tuple[Mapping[str, Entries], dict[str, bytes]]:
    """Return section → student → what earlier schools handed over, each line with its school; two queries."""
    rows = ReceivedEntry.objects.of(school_id).filter(received__student_id__in=student_ids)
    kept = list(rows.select_related("received").order_by("received__received_on", "place", "id"))
    parts: dict[uuid.UUID, list[str]] = defaultdict(list)
    data: dict[str, bytes] = {}
    files = ReceivedFile.objects.of(school_id).filter(entry__received__student_id__in=student_ids)
    for file in files.order_by("id"):
        part = part_of(file.pk, file.media_type)
        parts[file.entry_id].append(part)
        data[part] = bytes(file.data)
    found: dict[str, Entries] = defaultdict(lambda: defaultdict(list))
    for row in kept:
        line = Entry(on=row.on, kind=row.kind, text=row.text, by=origin_of(row), files=tuple(parts[row.pk]))
        found[row.section][row.received.student_id].append(line)
    return found, data


def origin_of(row: ReceivedEntry) -> str:
    """Return who wrote a received line and at which school; one that came a longer way keeps its first school."""
    school = row.received.from_school
    if row.by.endswith("）"):
        return row.by
    return f"{row.by[: MOST_BY - len(school) - 2]}（{school}）" if row.by else school


def size_of(school_id: int, student_ids: Collection[uuid.UUID]) -> int:
    """Return how many bytes of files go along; two queries, and no file is read."""
    own = EntryFile.objects.of(school_id).filter(occasion__in=_kept(school_id, student_ids).values("occasion"))
    came = ReceivedFile.objects.of(school_id).filter(entry__received__student_id__in=student_ids)
    return sum(rows.aggregate(bytes=Sum("size"))["bytes"] or 0 for rows in (own, came))
