"""Holds a template's placeholders against the names of its form: it may print, loop and ask, nothing else."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any

from jinja2 import Environment, TemplateSyntaxError, nodes

from taoli.documents.readers.fault import Fault, FaultError
from taoli.documents.readers.package import parts_of
from taoli.documents.readers.tags import Tag, tags_of

STATEMENTS = {"for": "endfor", "if": "endif"}
BETWEEN = {"else", "elif"}
LOOP = dict.fromkeys(("index", "index0", "revindex", "first", "last", "length"))
READER = Environment(autoescape=True)
Known = Any  # official/known.py: None a text, a mapping an entry, a list of one the kind of its entries


@dataclass(frozen=True, slots=True)
class Named:
    """What a name stands for: its path from the sheet on, and its kind."""

    path: str
    kind: Known


@dataclass
class Findings:
    """What was found: faults, and the paths that are printed."""

    faults: list[Fault] = field(default_factory=list)
    used: set[str] = field(default_factory=set)


def check(data: bytes, known: Mapping[str, Known]) -> Findings:
    """Return what is wrong with a template and what it prints; nothing of it is run."""
    try:
        parts, halves = tags_of(parts_of(data))
    except FaultError as refused:
        return Findings([refused.fault])
    found = Findings(halves)
    for tags in parts:
        _read(_mended(tags, found), known, found)
    return found


def _mended(tags: Iterable[Tag], found: Findings) -> list[Tag]:
    """Note what does not belong together, and leave it out or add its end, so that the names are looked at as well."""
    kept, begun = list[Tag](), list[Tag]()
    for tag in tags:
        if tag.kind in STATEMENTS.values():
            if not begun or STATEMENTS[begun[-1].kind] != tag.kind:
                found.faults.append(Fault("not_begun", tag.where, {"said": tag.inside}))
                continue
            begun.pop()
        elif tag.kind in STATEMENTS:
            begun.append(tag)
        elif tag.kind not in {"print", *BETWEEN}:
            found.faults.append(Fault("statement", tag.where, {"said": tag.inside}))
            continue
        kept.append(tag)
    for tag in reversed(begun):
        end = STATEMENTS[tag.kind]
        found.faults.append(Fault("not_ended", tag.where, {"said": tag.inside, "end": end}))
        kept.append(Tag(end, end, tag.where))
    return kept


def _read(tags: list[Tag], known: Mapping[str, Known], found: Findings) -> None:
    # One tag a line, so that a line's number says which tag it is.
    source = "\n".join(f"{{{{ {tag.inside} }}}}" if tag.kind == "print" else f"{{% {tag.inside} %}}" for tag in tags)
    try:
        tree = READER.parse(source)
    except TemplateSyntaxError as error:
        tag = tags[min(error.lineno, len(tags)) - 1]
        found.faults.append(Fault("syntax", tag.where, {"said": tag.inside}))
        return
    walk = _Walk(tags, found)
    walk.block(tree.body, {name: Named(name, kind) for name, kind in known.items()})


Scope = Mapping[str, Named]


class _Walk:
    def __init__(self, tags: list[Tag], found: Findings) -> None:
        self.tags, self.found = tags, found

    def block(self, body: Iterable[nodes.Node], scope: Scope) -> None:
        for node in body:
            match node:
                case nodes.Output():
                    for one in node.nodes:
                        if not isinstance(one, nodes.TemplateData):
                            self.printed(one, scope)
                case nodes.For():
                    self.loop(node, scope)
                case nodes.If():
                    self.asked(node.test, scope)
                    self.block([*node.body, *node.elif_, *node.else_], scope)

    def loop(self, node: nodes.For, scope: Scope) -> None:
        if not isinstance(node.target, nodes.Name) or node.test is not None or node.recursive:
            self.fault("expression", node)
            return
        listed = self.named(node.iter, scope)
        if listed is None:
            return
        if not isinstance(listed.kind, list):
            self.fault("not_list", node, name=_said(node.iter))
            return
        path = "sheet" if listed.path == "sheets" else listed.path
        inner = {**scope, node.target.name: Named(path, listed.kind[0]), "loop": Named("loop", LOOP)}
        self.block(node.body, inner)
        self.block(node.else_, scope)

    def printed(self, node: nodes.Node, scope: Scope) -> None:
        if isinstance(node, nodes.Const):
            return
        found = self.named(node, scope)
        if found is None:
            return
        if found.kind is None:
            self.found.used.add(found.path)
        else:
            self.fault("not_text", node, name=_said(node))

    def asked(self, node: nodes.Node, scope: Scope) -> None:
        match node:
            case nodes.Const():
                return
            case nodes.Not():
                self.asked(node.node, scope)
            case nodes.And() | nodes.Or():
                self.asked(node.left, scope)
                self.asked(node.right, scope)
            case nodes.Compare():
                self.asked(node.expr, scope)
                for one in node.ops:
                    self.asked(one.expr, scope)
            case _:
                self.named(node, scope)

    def named(self, node: nodes.Node, scope: Scope) -> Named | None:
        """Return what a dotted name stands for, or None with its fault noted."""
        match node:
            case nodes.Name():
                return self.entry(node, node.name, scope, "")
            case nodes.Getattr():
                owner = self.named(node.node, scope)
                if owner is None:
                    return None
                if not isinstance(owner.kind, dict):
                    self.fault("no_parts", node, name=_said(node.node), said=_said(node))
                    return None
                entries = {name: Named(f"{owner.path}.{name}", kind) for name, kind in owner.kind.items()}
                return self.entry(node, node.attr, entries, f"{_said(node.node)}.")
            case _:
                self.fault("expression", node)
                return None

    def entry(self, node: nodes.Node, name: str, entries: Scope, before: str) -> Named | None:
        if name in entries and not name.startswith("_"):
            return entries[name]
        close = get_close_matches(name, entries, 1, 0.5)
        if close:
            self.fault("unknown", node, name=f"{before}{name}", near=f"{before}{close[0]}")
        else:
            some = "、".join(f"{before}{one}" for one in list(entries)[:8])
            self.fault("unknown_far", node, name=f"{before}{name}", some=some)
        return None

    def fault(self, code: str, node: nodes.Node, **values: str) -> None:
        tag = self.tags[node.lineno - 1]
        self.found.faults.append(Fault(code, tag.where, {"said": tag.inside, **values}))


def _said(node: nodes.Node) -> str:
    if isinstance(node, nodes.Getattr):
        return f"{_said(node.node)}.{node.attr}"
    return node.name if isinstance(node, nodes.Name) else "…"
