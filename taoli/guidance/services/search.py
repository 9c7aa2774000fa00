"""The index of two-character words follows the records."""

from collections.abc import Sequence

from taoli.guidance.models import GuidanceRecord, RecordGram
from taoli.guidance.queries.grams import grams

SUBMITTED = GuidanceRecord.State.SUBMITTED
CHUNK = 500


def index_records(rows: Sequence[GuidanceRecord]) -> None:
    """Put just written records into the index, in the writer's own transaction, and take out those they replace."""
    if not rows:
        return
    forget_records([row for row in rows if row.replaces_id], replaced=True)
    made = [
        RecordGram(school_id=row.school_id, record_id=row.pk, gram=gram) for row in rows for gram in sorted(_grams(row))
    ]
    RecordGram.objects.bulk_create(made, batch_size=CHUNK)


def forget_records(rows: Sequence[GuidanceRecord], *, replaced: bool = False) -> None:
    """Take withdrawn records (or those that these replace) out of the index."""
    if rows:
        gone = [row.replaces_id if replaced else row.pk for row in rows]
        RecordGram.objects.of(rows[0].school_id).filter(record_id__in=gone).delete()


def _grams(row: GuidanceRecord) -> set[str]:
    return grams(f"{row.private_text}\n{row.next_step}\n{row.theme}\n{row.place}")
