"""When a mentor entered the records behind a sheet: facts in words, for the mentor first, never on paper."""

from dataclasses import dataclass

from django.utils import timezone

from taoli.engine.scoring import Entry, bursts, late
from taoli.evaluation.models import AppraisalSheet
from taoli.evaluation.phrases import burst_sentence, late_sentence
from taoli.guidance.models import GuidanceRecord
from taoli.schemes.phrases.words import KINDS


@dataclass(frozen=True, slots=True)
class EntryFacts:
    """Sentences on what was entered in one go and what was entered late; nothing follows from either."""

    bursts: tuple[str, ...]
    late: tuple[str, ...]


def entry_facts(sheet: AppraisalSheet) -> EntryFacts | None:
    """Return the facts on the mentor's own entries of the term, None when there are none; what others typed from paper
    is left out.
    """
    term = sheet.run.term
    rows = (
        GuidanceRecord.objects.of(sheet.school_id)
        .filter(by_id=sheet.mentor_id, version=1, held_on__range=(term.starts, term.ends))
        .exclude(state=GuidanceRecord.State.WITHDRAWN)
        .order_by("held_on", "occasion", "id")
        .values_list("occasion", "held_on", "entered_at", "entered_by", "kind")
    )
    own = {str(row[0]): row for row in rows if row[3] in {None, sheet.mentor_id}}
    entries = [Entry(key, row[1], timezone.localtime(row[2])) for key, row in own.items()]
    found = EntryFacts(
        bursts=tuple(burst_sentence(one) for one in bursts(entries)),
        late=tuple(late_sentence(one, KINDS.get(own[one.id][4], own[one.id][4])) for one in late(entries)),
    )
    return found if found.bursts or found.late else None
