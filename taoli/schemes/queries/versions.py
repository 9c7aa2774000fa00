"""Presets that ship with the product, and the versions of a school's scheme."""

import datetime as dt
import functools
import uuid
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.http import Http404

from taoli.common.policy import Actor
from taoli.engine.scheme import Change, OpenPoint, Scheme, diff, load_preset, open_points, parse_scheme
from taoli.schemes.models import SchemeVersion
from taoli.schemes.permissions import SCHEME

KNOWN_SCHEMES = 64


@dataclass(frozen=True, slots=True)
class PresetRow:
    """A published scheme on offer."""

    key: str
    scheme: Scheme


def presets() -> list[PresetRow]:
    """Return every preset, in the order of keys."""
    folders = sorted(file.parent.name for file in preset_folder().glob("*/scheme.yaml"))
    return [PresetRow(key, preset(key)) for key in folders]


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
    if key not in {folder.parent.name for folder in preset_folder().glob("*/scheme.yaml")}:
        raise Http404
    return preset(key)


def published(school_id: int, on: dt.date | None = None) -> SchemeVersion | None:
    """Return the version last published; with a day, the one in force on that day; None without any."""
    rows = SchemeVersion.objects.of(school_id).exclude(state=SchemeVersion.State.DRAFT)
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
    """Return the school's draft, of which there is at most one."""
    return SchemeVersion.objects.of(school_id).filter(state=SchemeVersion.State.DRAFT).first()


_parsed: dict[str, Scheme] = {}


def rules(version: SchemeVersion) -> Scheme:
    """Return the version's scheme, parsed once per checksum."""
    known = _parsed.get(version.checksum) if version.checksum else None
    if known is None:
        known = parse_scheme(version.rules)
        if len(_parsed) >= KNOWN_SCHEMES:
            _parsed.pop(next(iter(_parsed)))
        if version.checksum:
            _parsed[version.checksum] = known
    return known


def own_clauses(version: SchemeVersion) -> tuple[Change, ...]:
    """Return what the school changed against the preset (校本补充), in the order of the scheme."""
    return diff(preset(version.preset_key), rules(version))


def to_type(version: SchemeVersion) -> tuple[OpenPoint, ...]:
    """Return what the text leaves open and the school has not typed yet."""
    return open_points(rules(version))


def versions(actor: Actor) -> list[SchemeVersion]:
    """Return the versions the actor may read, newest first; a draft is for those who edit."""
    rows = SCHEME.within(SchemeVersion.objects.all(), actor, "view")
    if not SCHEME.may(actor, "edit"):
        rows = rows.exclude(state=SchemeVersion.State.DRAFT)
    return list(rows.order_by("-version"))


def get_version(actor: Actor, pk: uuid.UUID, action: str = "view") -> SchemeVersion:
    """Return one version the actor may read (or edit); 404 for anything else."""
    rows = SCHEME.within(SchemeVersion.objects.filter(pk=pk), actor, action)
    if not SCHEME.may(actor, "edit"):
        rows = rows.exclude(state=SchemeVersion.State.DRAFT)
    found: SchemeVersion | None = rows.first()
    if found is None:
        raise Http404
    return found
