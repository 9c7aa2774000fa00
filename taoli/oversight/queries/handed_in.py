"""What the school has handed in, and to whom."""

import json
import uuid
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.http import Http404

from taoli.common.offered import bureaus_above
from taoli.common.policy import Actor
from taoli.engine.summary import MEASURES
from taoli.evaluation.phrases import indicator_name
from taoli.oversight.models import BureauLink, SentSummary
from taoli.oversight.permissions import HANDED_IN
from taoli.oversight.phrases.measures import measure_name


def handed_in(actor: Actor) -> QuerySet[SentSummary]:
    """Return the summaries the school has handed in, the latest first."""
    rows: QuerySet[SentSummary] = HANDED_IN.within(SentSummary.objects.all(), actor, "view")
    return rows.order_by("-seq")


def get_handed_in(actor: Actor, pk: uuid.UUID) -> SentSummary:
    """Return one of them; 404 otherwise."""
    row = handed_in(actor).filter(pk=pk).first()
    if row is None:
        raise Http404
    return row


def link_of(school_id: int) -> BureauLink | None:
    """Return the school's bureau on another server, if it has one."""
    return BureauLink.objects.of(school_id).first()


@dataclass(frozen=True, slots=True)
class Told:
    """A summary in words: a list for the school, a table for the grades, what surveys told, and the JSON itself."""

    school: list[tuple[str, int]]
    grades: list[dict[str, Any]]
    lines: list[tuple[str, list[str]]]
    indicators: list[dict[str, Any]]
    text: str


def words_of(row: SentSummary) -> Told:
    """Return every number of a summary with its name."""
    told = row.document
    grades = told["grades"]
    keys = [key for key in MEASURES if any(key in one["counts"] or key in one["cells"] for one in grades)]
    return Told(
        school=[(measure_name(key), told["counts"][key]) for key in MEASURES if key in told["counts"]],
        grades=grades,
        lines=[(measure_name(key), [_cell(one, key) for one in grades]) for key in keys],
        indicators=[{**one, "name": indicator_name(one["key"])} for one in told["indicators"]],
        text=json.dumps(told, ensure_ascii=False, indent=1, sort_keys=True),
    )


def _cell(grade: dict[str, Any], key: str) -> str:
    if key in grade["cells"]:
        met, due = grade["cells"][key]
        return f"{met} / {due}"
    return str(grade["counts"].get(key, ""))


def has_bureau(school_id: int) -> bool:
    """Say whether anybody above the school gets its summaries, here or on another server."""
    link = link_of(school_id)
    return bool(bureaus_above(school_id)) or bool(link and link.address)
