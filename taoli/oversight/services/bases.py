"""A bureau's base scheme: begun, marked, published for its schools."""

import uuid
from collections.abc import Mapping

from django.utils.translation import gettext as _

from taoli.common import clock
from taoli.common.errors import ConflictError, TaoliError
from taoli.common.models import Area
from taoli.common.policy import Actor
from taoli.common.unit import change
from taoli.engine.scheme import Scheme, SchemeError, dump, parse_scheme
from taoli.oversight.models import BaseDraft
from taoli.oversight.queries.bases import area_of, newest
from taoli.oversight.queries.points import OPEN, entries, made, scheme_of
from taoli.oversight.services.news import tell_of_base
from taoli.schemes import services as schemes
from taoli.schemes.models import BaseScheme

FREE = BaseDraft.Mark.FREE


def start_base(*, by: Actor, scheme: Scheme, binding: tuple[str, ...] = ()) -> BaseDraft:
    """Begin a draft of a text; one that is there starts anew. TaoliError: the bureau has no area."""
    with change(by=by, action="base.start", key=scheme.key) as note:
        last = newest(_area(by))
        row = BaseDraft.objects.of(by.school_id).select_for_update().first() or BaseDraft(school_id=by.school_id)
        row.title, row.text = scheme.title, dump(scheme)
        row.marks = dict.fromkeys(binding, BaseDraft.Mark.BINDING)
        row.follows, row.begun_at, row.edit = last.version if last else 0, clock.now(), row.edit + 1
        row.save()
        note.object_id = row.pk
    return row


def name_base(*, by: Actor, pk: uuid.UUID, title: str, edit: int) -> BaseDraft:
    """Call the base what the bureau calls it."""
    with change(by=by, action="base.name", object_id=pk):
        row = _locked(by, pk, edit)
        row.title, row.text = title, {**row.text, "title": title}
        return _saved(row)


def mark_base(*, by: Actor, pk: uuid.UUID, part: str, marks: Mapping[str, str], edit: int) -> BaseDraft:
    """Set the marks of a part. TaoliError: a place or a mark that is none, or what is left no scheme holds together;
    ConflictError: somebody else marked meanwhile.
    """
    with change(by=by, action="base.mark", object_id=pk, part=part) as note:
        row = _locked(by, pk, edit)
        known = {point.path: point.possible for entry in entries(row, part) for point in (entry.whole, *entry.values)}
        if any(mark not in known.get(path, ()) for path, mark in marks.items()):
            raise TaoliError(_("This place cannot be marked like that. Please choose again."))
        was_open = {path for path, possible in known.items() if possible == (OPEN,)}
        kept = {path: mark for path, mark in row.marks.items() if path not in known}
        new = {path: mark for path, mark in marks.items() if mark != FREE and path not in was_open}
        row.marks = dict(sorted({**kept, **new}.items()))
        _rules(row)
        note.data = {"marked": len(row.marks)}
        return _saved(row)


def publish_base(*, by: Actor, pk: uuid.UUID, edit: int) -> BaseScheme:
    """Publish the draft for the schools of the area as the next version; it is never changed again, the draft goes.

    ConflictError: another version came out while this one was made. TaoliError: nothing is marked binding or open.
    """
    with change(by=by, action="base.publish", object_id=pk) as note:
        row = _locked(by, pk, edit)
        area = Area.objects.select_for_update().get(pk=_area(by).pk)
        last = newest(area)
        if (last.version if last else 0) != row.follows:
            raise ConflictError(
                _("Version %(number)s came out while you made this one. Look at it first, then start from it.")
                % {"number": last.version if last else 0}
            )
        scheme, binding = _rules(row)
        base = schemes.publish_base(area=area, scheme=scheme, binding=binding)
        BaseDraft.objects.of(by.school_id).filter(pk=row.pk).delete()
        tell_of_base(bureau_id=by.school_id, base=base, last=last)
        note.data = {"version": base.version, "checksum": base.checksum, "binding": len(binding)}
    return base


def would_publish(row: BaseDraft) -> tuple[Scheme, list[str]]:
    """Return scheme and binding paths as they would be published; TaoliError when they do not hold together."""
    return _rules(row)


def _rules(row: BaseDraft) -> tuple[Scheme, list[str]]:
    tree, binding = made(row)
    try:
        return parse_scheme(tree), binding
    except SchemeError as fault:
        raise schemes.RefusedError(scheme_of(row), fault.problems) from fault


def _area(by: Actor) -> Area:
    area = area_of(by.school_id)
    if area is None:
        raise TaoliError(
            _("The bureau has no area yet, so no school would see a base. The keeper of the server sets it.")
        )
    return area


def _locked(by: Actor, pk: uuid.UUID, edit: int) -> BaseDraft:
    row = BaseDraft.objects.of(by.school_id).select_for_update().filter(pk=pk).first()
    if row is None:
        raise TaoliError(_("This draft has been published or started anew. Please look at the list."))
    if row.edit != edit:
        raise ConflictError(
            _("Somebody else changed this draft meanwhile. What you chose is still here; save again to replace it.")
        )
    return row


def _saved(row: BaseDraft) -> BaseDraft:
    row.edit += 1
    row.save()
    return row
