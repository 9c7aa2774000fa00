"""Adopting, changing and publishing the school's scheme."""

import datetime as dt
import uuid
from collections.abc import Mapping
from typing import Any, Literal

from django.utils.translation import gettext as _

from taoli.common import clock
from taoli.common.errors import ConflictError, TaoliError
from taoli.common.policy import Actor
from taoli.common.unit import change
from taoli.engine.scheme import Scheme, SchemeError, apply_changes, checksum, dump
from taoli.engine.scheme.tree import child
from taoli.schemes.models import SchemeVersion
from taoli.schemes.phrases import problem_sentence
from taoli.schemes.queries import draft, preset, to_type

Scoring = Literal["counted", "coverage"]


def adopt(*, by: Actor, preset_key: str, scoring: Scoring) -> SchemeVersion:
    """Make a draft of a preset; a draft there is starts anew. `counted`: items score records where the text does."""
    base = preset(preset_key)
    with change(by=by, action="scheme.adopt", preset=preset_key, scoring=scoring) as note:
        row = draft(by.school_id) or _next_version(by)
        row.preset_key, row.title = preset_key, base.title
        _write(row, base, scoring_changes(base, scoring))
        note.object_id = row.pk
    return row


def revise(*, by: Actor) -> SchemeVersion:
    """Return the draft, made from the published version if there is none; TaoliError before the first publishing."""
    found = draft(by.school_id)
    if found:
        return found
    last = SchemeVersion.objects.of(by.school_id).order_by("-version").first()
    if last is None:
        raise TaoliError(_("No scheme has been published yet. Please adopt one first."))
    with change(by=by, action="scheme.revise", last=last.pk) as note:
        row = _next_version(by)
        row.preset_key, row.title = last.preset_key, last.title
        _write(row, preset(last.preset_key), last.changes)
        note.object_id = row.pk
    return row


def set_values(*, by: Actor, pk: uuid.UUID, changes: Mapping[str, Any], edit: int) -> SchemeVersion:
    """Change values of the draft at their paths; a value as the preset has it is no change any more.

    TaoliError: frozen, or a scheme that no longer holds together; ConflictError: changed by somebody else meanwhile.
    """
    with change(by=by, action="scheme.set_values", object_id=pk) as note:
        row = _locked(by, pk)
        if row.edit != edit:
            raise ConflictError(
                _("Somebody else changed this draft meanwhile. What you typed is still here; save again to replace it.")
            )
        base = preset(row.preset_key)
        merged = {**row.changes, **changes}
        _write(row, base, {path: value for path, value in merged.items() if not _same(base, path, value)})
        note.data = {"paths": sorted(changes)}
    return row


def publish(*, by: Actor, pk: uuid.UUID, in_force_from: dt.date) -> SchemeVersion:
    """Freeze the draft and put it in force from a day; the version before it is replaced.

    TaoliError: something is still to be typed, already published, or a day before the version in force.
    """
    with change(by=by, action="scheme.publish", object_id=pk) as note:
        row = SchemeVersion.objects.of(by.school_id).select_for_update().get(pk=pk)
        if row.state != SchemeVersion.State.DRAFT:
            raise TaoliError(_("This version has been published and is frozen. A change makes a new version."))
        missing = len(to_type(row))
        if missing:
            raise TaoliError(_("%(count)s values are still to be typed before publishing.") % {"count": missing})
        earlier = SchemeVersion.objects.of(by.school_id).filter(state=SchemeVersion.State.PUBLISHED)
        last = earlier.first()
        if last and last.in_force_from and in_force_from < last.in_force_from:
            day = last.in_force_from.isoformat()
            raise TaoliError(
                _("The version before is in force from %(day)s; choose that day or a later one.") % {"day": day}
            )
        earlier.update(state=SchemeVersion.State.REPLACED)
        row.state = SchemeVersion.State.PUBLISHED
        row.in_force_from, row.published_at, row.published_by = in_force_from, clock.now(), by.account_id
        row.save(update_fields=["state", "in_force_from", "published_at", "published_by"])
        note.data = {"version": row.version, "checksum": row.checksum, "in_force_from": in_force_from}
    return row


def scoring_changes(base: Scheme, scoring: Scoring) -> dict[str, str]:
    """Return the changes that make every item with a counting variant score by it; none for coverage."""
    if scoring == "coverage" or base.appraisal is None:
        return {}
    return {
        f"appraisal.items.{item.key}.chosen": variant.key
        for item in base.appraisal.items
        for variant in item.variants
        if variant.counts_records
    }


def _next_version(by: Actor) -> SchemeVersion:
    last = SchemeVersion.objects.of(by.school_id).order_by("-version").values_list("version", flat=True).first()
    return SchemeVersion(school_id=by.school_id, version=(last or 0) + 1)


def _locked(by: Actor, pk: uuid.UUID) -> SchemeVersion:
    row = SchemeVersion.objects.of(by.school_id).select_for_update().get(pk=pk)
    if row.state != SchemeVersion.State.DRAFT:
        raise TaoliError(_("This version has been published and is frozen. A change makes a new version."))
    return row


def _write(row: SchemeVersion, base: Scheme, changes: Mapping[str, Any]) -> None:
    try:
        made = apply_changes(base, changes)
    except SchemeError as fault:
        raise TaoliError(" ".join(problem_sentence(base, problem) for problem in fault.problems)) from fault
    row.changes, row.rules, row.checksum = dict(changes), dump(made), checksum(made)
    row.edit += 1
    row.save()


def _same(base: Scheme, path: str, value: object) -> bool:
    node: Any = dump(base)
    try:
        for name in path.split("."):
            node = child(node, name)
    except KeyError:
        return value is None
    if path == "steps" and isinstance(value, list | tuple):
        return [step["kind"] for step in node] == [_kind(step) for step in value] and all(
            isinstance(step, str) or _part_of(step, known) for step, known in zip(value, node, strict=True)
        )
    return bool(node == value)


def _kind(step: Any) -> str:
    return step if isinstance(step, str) else step["kind"]


def _part_of(step: Mapping[str, Any], known: Mapping[str, Any]) -> bool:
    return all(known.get(name) == value for name, value in step.items())
