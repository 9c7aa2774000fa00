"""The placeholders and loops of a template in their order, each with the line it stands in."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from taoli.documents.readers.fault import Fault, Where
from taoli.documents.readers.package import W

TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
HALF = re.compile(r"\{\{|\}\}|\{%|%\}|\{#|#\}")
WIDE = re.compile(r"[｛{]\s*[｛{]|[｝}]\s*[｝}]|[｛{]\s*[％%]")
REPLACING = re.compile(r"(p|tr|tc|r)\s")  # `{%p …%}` takes the place of its whole paragraph, row, cell or run
LONGEST = 60
PARTS = {"header": "header", "footer": "footer", "footnotes": "footnotes", "core": "properties"}


@dataclass(frozen=True, slots=True)
class Tag:
    """One placeholder (`print`) or statement (`for`, `if`, …): what is inside the braces, and where it stands."""

    kind: str
    inside: str
    where: Where


def lines_of(name: str, root: etree._Element) -> Iterator[tuple[Where, str]]:
    """Yield the written lines of a part with their places."""
    kind = next((kind for stem, kind in PARTS.items() if name.rpartition("/")[2].startswith(stem)), "body")
    if kind == "properties":
        for entry in root:
            if entry.text:
                yield Where(kind, text=_short(entry.text)), entry.text
        return
    tables = list(_outer(root, "tbl"))
    count = 0
    for line in root.iter(f"{W}p"):
        text = "".join(one.text or "" for one in line.iter(f"{W}t") if _line_of(one) is line)
        if not text.strip():
            continue
        above = list(line.iterancestors())
        if table := next((no for no, one in enumerate(tables, 1) if one in above), 0):
            row = next(no for no, one in enumerate(tables[table - 1].iter(f"{W}tr"), 1) if one in above)
            yield Where(kind, table=table, row=row, text=_short(text)), text
        else:
            count += 1
            yield Where(kind, paragraph=count, text=_short(text)), text


def tags_of(parts: Mapping[str, etree._Element]) -> tuple[list[list[Tag]], list[Fault]]:
    """Return the tags of each part, and what is not a whole tag."""
    found: list[list[Tag]] = []
    faults: list[Fault] = []
    for name, root in parts.items():
        tags: list[Tag] = []
        for where, text in lines_of(name, root):
            tags += _tags(where, TAG.findall(text))
            faults += _halves(where, TAG.sub("", text))
        found.append(tags)
    return found, faults


def _tags(where: Where, texts: Iterable[str]) -> Iterator[Tag]:
    for text in texts:
        inside = " ".join(text[2:-2].strip("-+ \n\t").split())
        if text.startswith("{{"):
            yield Tag("print", inside, where)
        elif text.startswith("{%"):
            inside = REPLACING.sub("", inside, count=1) if REPLACING.match(inside) else inside
            yield Tag(inside.partition(" ")[0], inside, where)


def _halves(where: Where, rest: str) -> Iterator[Fault]:
    if half := HALF.search(rest):
        yield Fault("half", where, {"mark": half[0]})
    elif wide := WIDE.search(rest):
        yield Fault("wide", where, {"mark": wide[0]})


def _outer(root: etree._Element, name: str) -> Iterator[etree._Element]:
    return (one for one in root.iter(f"{W}{name}") if next(one.iterancestors(f"{W}{name}"), None) is None)


def _line_of(text: etree._Element) -> etree._Element | None:
    return next(text.iterancestors(f"{W}p"), None)


def _short(text: str) -> str:
    text = text.strip()
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
