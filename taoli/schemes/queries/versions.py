"""Presets that ship with the product, and the versions of a school's scheme."""

import datetime as dt
import functools
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.http import Http404

from taoli.common.policy import Actor
from taoli.engine.scheme import Change, OpenPoint, Scheme, diff, load_preset, open_points, parse_scheme
from taoli.schemes.models import UNPUBLISHED, SchemeVersion
from taoli.schemes.permissions import SCHEME

KNOWN_SCHEMES = 64
KEPT_BY_THE_MACHINE = frozenset({"key", "sources", "clauses", "features", "not_modelled"})


@dataclass(frozen=True, slots=True)
class PresetRow:
    """A published scheme on offer."""

    key: str
    scheme: Scheme


def presets() -> list[PresetRow]:
    """Return every preset, in the order of keys."""
    return [PresetRow(key, preset(key)) for key in sorted(preset_keys())]


def preset_keys() -> frozenset[str]:
    """Return the keys of the presets that ship."""
    return frozenset(file.parent.name for file in preset_folder().glob("*/scheme.yaml"))


def preset_folder() -> Path:
    """Return the folder of the presets."""
    folder: Path = settings.BASE / "presets"
    return folder


@functools.lru_cache(maxsize=KNOWN_SCHEMES)
def preset(key: str) -> Scheme:
    """Return a preset by its key; SchemeError when there is none."""
    return load_preset(preset_folder() / key)


def get_preset(key: str) -> Scheme:
    """Return a preset by its key; 404 when there is none."""
    if key not in preset_keys():
        raise Http404
    return preset(key)


def published(school_id: int, on: dt.date | None = None) -> SchemeVersion | None:
    """Return the version last published; with a day, the one in force on that day; None without any."""
    rows = SchemeVersion.objects.of(school_id).exclude(state__in=UNPUBLISHED)
    if on is not None:
        rows = rows.filter(in_force_from__lte=on)
    return rows.order_by("-version").first()


def of_term(school_id: int, starts: dt.date, until: dt.date) -> SchemeVersion | None:
    """Return the version in force on a term's first day, else the first that came into force in it until a day."""
    version = published(school_id, starts)
    if version is None:
        rows = SchemeVersion.objects.of(school_id).exclude(state=SchemeVersion.State.DRAFT)
        version = rows.filter(in_force_from__lte=until).order_by("in_force_from", "-version").first()
    return version


def draft(school_id: int) -> SchemeVersion | None:
    """Return the school's draft (under review or not), of which there is at most one."""
    return SchemeVersion.objects.of(school_id).filter(state__in=UNPUBLISHED).first()


_parsed: dict[str, Scheme] = {}


def rules(version: SchemeVersion) -> Scheme:
    """Return the version's scheme, parsed once per checksum; a known one is not read from the row again."""
    known = _parsed.get(version.checksum) if version.checksum else None
    return known or _once(version.checksum, version.rules)


def base_of(version: SchemeVersion) -> Scheme:
    """Return the text that the school's changes are made to: a preset, the bureau's base, or a file that was read."""
    if not version.base:
        return preset(version.preset_key)
    return _once(f"base of {version.pk} {version.edit}", version.base)


def printed(version: SchemeVersion) -> Scheme:
    """Return the published text that a page compares with: the preset of that name, else the version's own base."""
    if version.bureau_id is None and version.preset_key in preset_keys():
        return preset(version.preset_key)
    return base_of(version)


def _once(name: str, data: Mapping[str, Any]) -> Scheme:
    known = _parsed.get(name) if name else None
    if known is None:
        known = parse_scheme(data)
        if len(_parsed) >= KNOWN_SCHEMES:
            _parsed.pop(next(iter(_parsed)))
        if name:
            _parsed[name] = known
    return known


def own_clauses(version: SchemeVersion) -> tuple[Change, ...]:
    """Return what the school changed against the published text (校本补充), in the order of the scheme."""
    return told(diff(printed(version), rules(version)))


def told(changes: tuple[Change, ...]) -> tuple[Change, ...]:
    """Return the changes that people read: our own book-keeping of rules is none of them."""
    return tuple(change for change in changes if change.path.split(".")[0] not in KEPT_BY_THE_MACHINE)


def since_last(version: SchemeVersion) -> tuple[SchemeVersion, tuple[Change, ...]] | None:
    """Return the version published before this one and what differs from it; None when this is the first."""
    last = (
        SchemeVersion.objects.of(version.school_id)
        .exclude(state__in=UNPUBLISHED)
        .filter(version__lt=version.version)
        .order_by("-version")
        .first()
    )
    return (last, told(diff(rules(last), rules(version)))) if last else None


def to_type(version: SchemeVersion) -> tuple[OpenPoint, ...]:
    """Return what the text leaves open and the school has not typed yet."""
    return open_points(rules(version))


def versions(actor: Actor) -> list[SchemeVersion]:
    """Return the versions the actor may read, newest first; a draft is for who edits, under review for who reviews."""
    rows = SCHEME.within(SchemeVersion.objects.all(), actor, "view")
    rows = rows.exclude(state__in=_hidden(actor))
    return list(rows.order_by("-version"))


def get_version(actor: Actor, pk: uuid.UUID, action: str = "view") -> SchemeVersion:
    """Return one version the actor may read (or edit); 404 for anything else."""
    rows = SCHEME.within(SchemeVersion.objects.filter(pk=pk), actor, action)
    rows = rows.exclude(state__in=_hidden(actor))
    found: SchemeVersion | None = rows.first()
    if found is None:
        raise Http404
    return found


def _hidden(actor: Actor) -> tuple[SchemeVersion.State, ...]:
    if SCHEME.may(actor, "edit"):
        return ()
    return (SchemeVersion.State.DRAFT,) if SCHEME.may(actor, "review") else UNPUBLISHED
