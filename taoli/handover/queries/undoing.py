"""What stands against taking a change of year back: whatever was written in the new year."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from taoli.common.tenancy import TenantForeignKey, tenant_models
from taoli.guidance.models import GuidanceRecord
from taoli.handover.models import YearChange
from taoli.handover.phrases.years import against_sentence
from taoli.handover.queries.changed import changed_since, chunks
from taoli.matching.models import ChoiceRound, Pairing
from taoli.roster.models import ClassStay

NAMED = 3


def stands_against(row: YearChange) -> list[str]:
    """Return sentences: what was changed, came, or uses a class or group that was made; none: it may be undone."""
    return [against_sentence(code, names) for code, names in _found(row) if names]


def _found(row: YearChange) -> Iterator[tuple[str, list[str]]]:
    school, since = row.school_id, row.applied_at
    ours = _ours(row.before)
    records = GuidanceRecord.objects.of(school).filter(entered_at__gt=since, held_on__gte=row.on)
    yield "records", _some(records.order_by("entered_at", "id").values_list("student__name", flat=True)[:NAMED])
    yield "changed", _some(_name(one, label) for one, label in changed_since(school, row.before))
    fresh = ClassStay.objects.of(school).filter(starts__gte=row.on).values_list("pk", "student__name")
    yield "came", _some(name for pk, name in fresh if str(pk) not in ours.get("roster.ClassStay", ()))
    paired = Pairing.objects.of(school).filter(starts__gte=row.on)
    yield "paired", _some(paired.values_list("student__name", flat=True)[:NAMED])
    rounds = ChoiceRound.objects.of(school).filter(created_at__gt=since)
    yield "rounds", _some(rounds.values_list("name", flat=True)[:NAMED])
    yield "used", _some(_used(school, row.before, ours))


def _some(names: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(names))[:NAMED]


def _ours(before: Mapping[str, Any]) -> dict[str, set[str]]:
    """Return table → the rows that the change itself made or changed."""
    found: dict[str, set[str]] = {}
    for label, ids in before["makes"]:
        found.setdefault(label, set()).update(ids)
    for label, _columns, old, _new in before["puts"]:
        found.setdefault(label, set()).update(pk for _texts, ids in old for pk in ids)
    return found


def _used(school_id: int, before: Mapping[str, Any], ours: Mapping[str, set[str]]) -> Iterator[str]:
    """Yield what points at a class, group or term that was made, and is not of the change itself."""
    made = {label: list(ids) for label, ids in before["makes"]} | {"roster.Term": list(before["term"])}
    for model in tenant_models():
        for field in model._meta.concrete_fields:
            if not isinstance(field, TenantForeignKey):
                continue
            for some in chunks(made.get(field.related_model._meta.label, [])):
                rows: Any = model.objects.of(school_id).filter(**{f"{field.attname}__in": some})
                if model._meta.label == "roster.SchoolDay":
                    rows = rows.filter(source="hand")
                for row in rows:
                    if str(row.pk) not in ours.get(model._meta.label, ()):
                        yield str(row._meta.verbose_name)


def _name(row: Any, label: str) -> str:
    """Return by which name people know a row: its own, or that of the student it is about."""
    for holder in (row, getattr(row, "student", None), getattr(row, "school_class", None)):
        if name := getattr(holder, "name", ""):
            return str(name)
    return label
