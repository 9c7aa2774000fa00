"""Check a package against what a school knows: whom it trusts, what it has received, who is there already."""

import datetime as dt
import hashlib
import uuid
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

from taoli.engine.package.findings import Finding, RefusedError
from taoli.engine.package.keys import SchoolKeys, public_keys
from taoli.engine.package.opening import Entries, Opened, open_entries, read_entries
from taoli.engine.package.sealing import is_signed
from taoli.engine.package.shapes import StudentFile
from taoli.engine.package.writing import SIGNED

Known = tuple[str, dt.date | None]


@dataclass(frozen=True, slots=True)
class Trust:
    """What a receiving school knows.

    `senders`: key that signs → code of the school, of partners whose keys were compared. `keys`: the own ones; without
    them the parts stay closed. `received`: packages taken in or waiting. `there`: (name, birthday) of its students.
    None of `senders` and `on`: nobody asks for it, as where a package is checked without a school.
    """

    senders: Mapping[str, str] | None = None
    keys: SchoolKeys | None = None
    on: dt.date | None = None
    received: Collection[uuid.UUID] = frozenset()
    there: Collection[Known] = field(default_factory=frozenset)


def check(data: bytes, trust: Trust) -> list[Finding]:
    """Return all that is wrong with a package, the gravest first; empty: it may be taken in. Changes nothing."""
    return look(data, trust)[0]


def look(data: bytes, trust: Trust) -> tuple[list[Finding], Entries | None, Opened | None]:
    """Return the findings, and the package as far as it may be shown: opened only when nothing refuses it."""
    try:
        entries = read_entries(data)
    except RefusedError as refusal:
        return [refusal.finding], None, None
    found = [*_origin(entries, trust), *_parts(entries), *_addressed(entries, trust)]
    if found or trust.keys is None:
        return found, entries, None
    try:
        opened = open_entries(entries, trust.keys)
    except RefusedError as refusal:
        return [refusal.finding], entries, None
    found = list(_students(opened, trust))
    return found, entries, None if any(one.refuses for one in found) else opened


def _origin(entries: Entries, trust: Trust) -> Iterator[Finding]:
    sender = entries.manifest.sender
    if not is_signed(sender.sign_key, SIGNED, entries.text, entries.signature):
        yield Finding("forged", {"school": sender.name})
    elif trust.senders is not None and trust.senders.get(sender.sign_key) != sender.code:
        yield Finding("stranger", {"school": sender.name, "code": sender.code})


def _parts(entries: Entries) -> Iterator[Finding]:
    named = {part.name: part for part in entries.manifest.parts}
    for name in sorted(named.keys() - entries.parts.keys()):
        yield Finding("part_missing", {"part": name})
    for name in sorted(entries.parts.keys() - named.keys()):
        yield Finding("part_extra", {"part": name})
    for name in sorted(named.keys() & entries.parts.keys()):
        data = entries.parts[name]
        if len(data) != named[name].size or hashlib.sha256(data).hexdigest() != named[name].sha256:
            yield Finding("part_changed", {"part": name})


def _addressed(entries: Entries, trust: Trust) -> Iterator[Finding]:
    manifest = entries.manifest
    if trust.on is not None and trust.on > manifest.expires:
        yield Finding("expired", {"day": manifest.expires})
    if trust.keys is not None and public_keys(trust.keys)[1] != manifest.receiver.box_key:
        yield Finding("wrong_receiver", {"school": manifest.receiver.name, "code": manifest.receiver.code})
    if manifest.id in trust.received:
        yield Finding("received_before", {"school": manifest.sender.name, "package": str(manifest.id)})


def _students(opened: Opened, trust: Trust) -> Iterator[Finding]:
    for place, one in enumerate(opened.students, 1):
        if lacking := one.lacking():
            yield Finding("sections_lacking", {"name": one.person.name, "sections": lacking})
        if is_there(one, trust.there):
            yield Finding("student_there", {"name": one.person.name, "place": place})


def is_there(one: StudentFile, there: Collection[Known]) -> bool:
    """Say whether a student of that name is there whose birthday is the same, or not known on one side."""
    born = one.person.birthday
    return any(name == one.person.name and (born is None or day is None or day == born) for name, day in there)
