"""Records found by the words in them."""

from taoli.common.policy import Actor
from taoli.guidance.models import GuidanceRecord, RecordGram
from taoli.guidance.queries.grams import grams, plain, words
from taoli.guidance.queries.records import RecordRow, as_seen, log_readings, reachable, texts

AT_MOST = 30
LOOKED_AT = 200  # pairs may stand apart; the newest that hold all of them are looked at


def find_records(actor: Actor, text: str) -> list[RecordRow]:
    """Return the newest submitted records with every word (of two characters or more) in a text the actor may read.

    The permission is asked at the moment of the search, so what may no longer be read is no longer found. Readings of
    others' texts are logged before anything is returned.
    """
    wanted = words(text)
    if not wanted:
        return []
    rows = reachable(actor).filter(texts(actor), state=GuidanceRecord.State.SUBMITTED)
    index = RecordGram.objects.of(actor.school_id)
    for gram in sorted(grams(" ".join(wanted))):
        rows = rows.filter(pk__in=index.filter(gram=gram).values("record_id"))
    near = rows.order_by("-held_on", "-entered_at", "-id")[:LOOKED_AT]
    found = [row for row in near if all(word in _text(row) for word in wanted)][:AT_MOST]
    log_readings(actor, found, page="home:search")
    return as_seen(actor, found)


def _text(row: GuidanceRecord) -> str:
    return " ".join(plain(part) for part in (row.private_text, row.next_step, row.theme, row.place))
