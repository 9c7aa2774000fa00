"""Where a draft begins: a preset, the bureau's base, a file, or the version before."""

from collections.abc import Mapping, Sequence
from typing import Any, Literal

from django.utils.translation import gettext as _

from taoli.common import clock
from taoli.common.errors import TaoliError
from taoli.common.models import Area
from taoli.common.policy import Actor
from taoli.common.unit import change
from taoli.engine.scheme import Problem, Scheme, SchemeError, checksum, dump
from taoli.schemes.models import BaseReply, BaseScheme, SchemeVersion
from taoli.schemes.queries import draft, preset
from taoli.schemes.queries.sections import value_of
from taoli.schemes.services.merging import MISSING
from taoli.schemes.services.versions import locked, write

Scoring = Literal["counted", "coverage"]


def adopt(*, by: Actor, preset_key: str, scoring: Scoring) -> SchemeVersion:
    """Make a draft of a preset; a draft there is starts anew. `counted`: items score records where the text does."""
    base = preset(preset_key)
    with change(by=by, action="scheme.adopt", preset=preset_key, scoring=scoring) as note:
        row = _started(by, key=preset_key)
        write(row, scoring_changes(base, scoring))
        note.object_id = row.pk
    return row


def adopt_base(*, by: Actor, base: BaseScheme, changes: Mapping[str, Any] | None = None) -> SchemeVersion:
    """Make a draft of the bureau's base scheme with the school's changes in; a draft there is starts anew."""
    with change(by=by, action="scheme.adopt_base", base=base.pk, checksum=base.checksum) as note:
        row = _started(by, key=base.rules["key"], rules=base.rules, bureau=base)
        write(row, changes or {})
        _reply(by, base, BaseReply.State.TAKEN)
        note.object_id = row.pk
    return row


def decline_base(*, by: Actor, base: BaseScheme, reason: str) -> BaseReply:
    """Say why the school does not take the base over; TaoliError: no reason, or a version of it is in force."""
    if not reason.strip():
        raise TaoliError(_("Please say in a few words why; the bureau reads it."))
    with change(by=by, action="scheme.decline_base", base=base.pk):
        rows = SchemeVersion.objects.of(by.school_id).filter(bureau=base, state=SchemeVersion.State.PUBLISHED)
        if rows.exists():
            raise TaoliError(_("The scheme in force was made of this base. A new version of your own may follow it."))
        return _reply(by, base, BaseReply.State.DECLINED, reason.strip())


def import_scheme(*, by: Actor, scheme: Scheme) -> SchemeVersion:
    """Make a draft of a scheme read from a file, which is its own base from now on; a draft there is starts anew."""
    with change(by=by, action="scheme.import", key=scheme.key, checksum=checksum(scheme)) as note:
        row = _started(by, key=scheme.key, rules=dump(scheme))
        write(row, {})
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
        row = _started(by, key=last.preset_key, rules=last.base, bureau=last.bureau)
        write(row, last.changes)
        note.object_id = row.pk
    return row


def _reply(by: Actor, base: BaseScheme, state: BaseReply.State, reason: str = "") -> BaseReply:
    said = {"state": state, "reason": reason, "at": clock.now(), "by_id": by.account_id}
    row, _new = BaseReply.objects.of(by.school_id).update_or_create(school_id=by.school_id, base=base, defaults=said)
    return row


def publish_base(*, area: Area, scheme: Scheme, binding: Sequence[str]) -> BaseScheme:
    """Publish a bureau's base for the schools of its area, as the next version. SchemeError: a path that is not
    in the scheme.
    """
    tree = dump(scheme)
    unknown = tuple(Problem(path, "unknown_path", {"name": path}) for path in binding if _nothing_at(tree, path))
    if unknown:
        raise SchemeError(unknown)
    last = BaseScheme.objects.filter(area=area).order_by("-version").first()
    return BaseScheme.objects.create(
        area=area,
        version=(last.version if last else 0) + 1,
        title=scheme.title,
        rules=tree,
        binding=list(binding),
        checksum=checksum(scheme),
        published_at=clock.now(),
    )


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


def _nothing_at(tree: Mapping[str, Any], path: str) -> bool:
    return value_of(tree, path) in (None, MISSING)


def _started(
    by: Actor, *, key: str, rules: Mapping[str, Any] | None = None, bureau: BaseScheme | None = None
) -> SchemeVersion:
    """Return the school's draft (there is one at most) on a new base, not yet saved."""
    found = draft(by.school_id)
    row = locked(by, found.pk) if found else _next_version(by)
    row.preset_key, row.base, row.bureau = key, dict(rules or {}), bureau
    return row


def _next_version(by: Actor) -> SchemeVersion:
    last = SchemeVersion.objects.of(by.school_id).order_by("-version").values_list("version", flat=True).first()
    return SchemeVersion(school_id=by.school_id, version=(last or 0) + 1)
