"""What the editor shows: sections with their entries, how many are the school's own, what is still open."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from taoli.engine.scheme import Clause, Scheme, dump, open_points
from taoli.engine.scheme.shapes import tag_of
from taoli.engine.scheme.tree import clause_at
from taoli.schemes.models import SchemeVersion
from taoli.schemes.phrases import STEPS, role_word, value_words
from taoli.schemes.phrases.words import EDITED, ROLES
from taoli.schemes.queries.lines import COLONS, lines
from taoli.schemes.queries.sections import ALL, Section, names, shape_of, there, value_of
from taoli.schemes.queries.versions import base_of, own_clauses, rules


@dataclass(frozen=True, slots=True)
class SectionRow:
    """A section on the overview: what it says in short, how many entries, how many changes of the school's, how many
    values still to be typed.
    """

    name: str
    title: str
    summary: str
    count: int | None
    own: int
    open: int
    empty: bool


@dataclass(frozen=True, slots=True)
class EntryRow:
    """One entry of a list: its name, what it is called, what it asks; whether the school changed it, whether the text
    has it, whether it is first or last.
    """

    name: str
    title: str
    sub: str
    own: bool
    first: bool
    last: bool


def section_rows(version: SchemeVersion) -> list[SectionRow]:
    """Return the sections of a draft in the order of the flow."""
    scheme = rules(version)
    tree = dump(scheme)
    changed = [change.path for change in own_clauses(version)]
    left = [point.path for point in open_points(scheme)]
    return [
        SectionRow(
            name=section.name,
            title=str(EDITED[section.name]),
            summary=_summary(scheme, section, tree),
            count=len(names(section, tree)) if section.kind in {"list", "roles", "words"} else None,
            own=sum(_belongs(path, section) for path in changed),
            open=sum(_belongs(path, section) for path in left),
            empty=not value_of(tree, section.path) if section.path else False,
        )
        for section in ALL
        if there(section, scheme)
    ]


def entry_rows(version: SchemeVersion, section: Section) -> list[EntryRow]:
    """Return the entries of a list (or the roles of capacity) as they stand."""
    scheme = rules(version)
    tree, base = dump(scheme), dump(base_of(version))
    found = names(section, tree)
    said = _sentences(scheme)
    before = set(names(section, base))
    rows = []
    for place, name in enumerate(found):
        path = f"{section.path}.{name}"
        own = name not in before or any(one == path or one.startswith(f"{path}.") for one in version.changes)
        title = entry_title(scheme, section, value_of(tree, path), name)
        rows.append(EntryRow(name, title, _rest(said.get(path, ""), title), own, place == 0, place == len(found) - 1))
    return rows


def entries_taken_out(version: SchemeVersion, section: Section) -> list[tuple[str, str]]:
    """Return the entries of the text that the school has taken out: (name, what it is called)."""
    base, now = base_of(version), names(section, dump(rules(version)))
    tree = dump(base)
    return [
        (name, entry_title(base, section, value_of(tree, f"{section.path}.{name}"), name))
        for name in names(section, tree)
        if name not in now
    ]


def entry_title(scheme: Scheme, section: Section, entry: Mapping[str, Any] | None, name: str) -> str:
    """Return what an entry is called."""
    if section.kind == "roles":
        return role_word(scheme, name)
    if section.name == "steps":
        return str(STEPS.get(name, name))
    return str((entry or {}).get("label") or (entry or {}).get("text") or name)


def kinds_to_add(version: SchemeVersion, section: Section) -> list[tuple[str, str]]:
    """Return what can still be added where there is one of a kind: steps, roles of capacity; empty elsewhere."""
    scheme = rules(version)
    here = set(names(section, dump(scheme)))
    if section.kind == "roles":
        return [(role, role_word(scheme, role)) for role in ROLES if role not in here]
    if section.name == "steps":
        tags = [str(tag_of(model)) for model in shape_of(section).models]
        return [(tag, str(STEPS.get(tag, tag))) for tag in tags if tag not in here]
    return []


def new_name(version: SchemeVersion, section: Section) -> str:
    """Return a name nobody uses for an entry to be added."""
    used = {*names(section, dump(rules(version))), *names(section, dump(base_of(version)))}
    return next(f"own_{place}" for place in range(1, len(used) + 2) if f"own_{place}" not in used)


def _sentences(scheme: Scheme) -> dict[str, str]:
    found: dict[str, str] = {}
    for part in lines(scheme).values():
        for line in part:
            found.setdefault(line.path, line.text)
    return found


def _rest(sentence: str, title: str) -> str:
    """A sentence without the name that stands above it already."""
    for colon in COLONS:
        sentence = sentence.removeprefix(f"{title}{colon}")
    return "" if sentence == title else sentence


def _summary(scheme: Scheme, section: Section, tree: Mapping[str, Any]) -> str:
    if section.kind == "plain":
        return scheme.title
    if section.kind == "list":
        titles = [
            entry_title(scheme, section, value_of(tree, f"{section.path}.{name}"), name)
            for name in names(section, tree)
        ]
        return "、".join(title[:24].rstrip("。") for title in titles)
    if section.kind == "words":
        return "、".join(str(word) for word in (value_of(tree, section.path) or {}).values())
    said = _sentences(scheme)
    if section.kind == "roles":
        return " ".join(said.get(f"capacity.{role}", "") for role in names(section, tree))
    return said.get(section.path) or value_words(scheme, section.path, value_of(tree, section.path) or {})


def _belongs(path: str, section: Section) -> bool:
    """Whether a path lies in the section and in none that stands inside it."""
    if path in section.top or path.split(".", maxsplit=1)[0] in section.top:
        return True
    if (section.path != path and not path.startswith(f"{section.path}.")) or not section.path:
        return False
    inner = path.removeprefix(f"{section.path}.").split(".")[0]
    return inner not in section.skip


def clause_of_entry(scheme: Scheme, path: str) -> Clause | None:
    """Return the clause that an entry rests on, None while it is not there."""
    return clause_at(dump(scheme), path) if value_of(dump(scheme), path) is not None else None
