"""Chinese catalogues: one `locale/zh_Hans/<app>.po` per app, merged and compiled without GNU gettext.

`python -m taoli.config.messages` writes the .mo that Django reads; `missing()` is what a test holds empty.
"""

import ast
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parents[2]
LANGUAGE = "zh_Hans"

# Name of a gettext function -> where its context, its message and its plural stand among the arguments.
CALLS: dict[str, tuple[int | None, int, int | None]] = {
    "_": (None, 0, None),
    "gettext": (None, 0, None),
    "ngettext": (None, 0, 1),
    "pgettext": (0, 1, None),
    "npgettext": (0, 1, 2),
}
LITERAL = r"""u?(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")"""
TEMPLATE_CALL = re.compile(rf"\b(_|n?p?gettext)\(\s*({LITERAL}(?:\s*,\s*{LITERAL})*)", re.DOTALL)
COTTON_CALL = re.compile(r"""\s:[\w-]+=(?:"_\('([^']*)'\)|'_\("([^"]*)"\))""")
NAMED = re.compile(r"%\((\w+)\)[sd]")
UNNAMED = re.compile(r"(?<!%)%[sdifr]|(?<!\{)\{\d*\}(?!\})")


@dataclass(frozen=True)
class Use:
    """One place in the code or a template that asks for a translation."""

    place: str
    msgid: str
    context: str | None = None
    plural: str | None = None


def merge(folder: Path = ROOT / "locale" / LANGUAGE) -> Catalog:
    """Return all apps' catalogues as one; ValueError names every message translated in two ways."""
    whole = Catalog(locale=LANGUAGE, domain="django", fuzzy=False)
    origin: dict[tuple[str | None, str], str] = {}
    quarrels = []
    for file in sorted(folder.glob("*.po")):
        with file.open("rb") as handle:
            part = read_po(handle, locale=LANGUAGE, abort_invalid=True)
        for message in part:
            if not message.id:
                continue
            key = (message.context, singular(message))
            known = whole.get(message.id, message.context)
            if known and known.string != message.string:
                here, there = f"{message.string!r} in {file.name}", f"{known.string!r} in {origin[key]}"
                quarrels.append(f"{key[1]!r}: {there}, {here}")
            elif not known:
                origin[key] = file.name
                whole.add(message.id, message.string, context=message.context, flags=message.flags)
    if quarrels:
        raise ValueError("\n".join(["One message, two translations (give one a context):", *quarrels]))
    return whole


def singular(message: Message) -> str:
    """Return the message id, the first of the two of a plural."""
    return message.id if isinstance(message.id, str) else message.id[0]


def write(folder: Path = ROOT / "locale" / LANGUAGE) -> Path:
    """Compile the merged catalogue to the one .mo that Django reads and return its path."""
    whole, file = merge(folder), folder / "LC_MESSAGES" / "django.mo"
    file.parent.mkdir(parents=True, exist_ok=True)
    new = file.with_suffix(".new")
    with new.open("wb") as handle:
        write_mo(handle, whole)
    return new.replace(file)


def missing(root: Path = ROOT) -> list[str]:
    """Return a sentence for each used message without complete Chinese or with bad placeholders."""
    catalogue = merge(root / "locale" / LANGUAGE)
    faults = {fault for use in uses(root) for fault in faults_of(use, catalogue)}
    faults |= {f"{message.id!r}: fuzzy" for message in catalogue if message.id and message.fuzzy}
    return sorted(faults)


def faults_of(use: Use, catalogue: Catalog) -> Iterator[str]:
    """Yield what is wrong with one use."""
    if UNNAMED.search(use.msgid):
        yield f"{use.place}: {use.msgid!r} has an unnamed placeholder; write %(name)s"
    entry = catalogue.get((use.msgid, use.plural) if use.plural else use.msgid, use.context)
    string = (entry.string if entry else "") or ""
    strings = [string] if isinstance(string, str) else list(string)
    if not all(strings):
        yield f"{use.place}: {use.msgid!r} has no Chinese"
        return
    allowed = set(NAMED.findall(use.msgid)) | set(NAMED.findall(use.plural or ""))
    for given in (set(NAMED.findall(text)) for text in strings):
        if extra := given - allowed:
            yield f"{use.place}: the Chinese of {use.msgid!r} invents {', '.join(sorted(extra))}"
        if not use.plural and (lost := allowed - given):
            yield f"{use.place}: the Chinese of {use.msgid!r} loses {', '.join(sorted(lost))}"


def uses(root: Path = ROOT) -> Iterator[Use]:
    """Yield every message asked for in Python files and templates under `taoli/`."""
    for file in sorted((root / "taoli").rglob("*.py")):
        if "migrations" not in file.parts:
            yield from in_python(file.read_text(encoding="utf-8"), str(file.relative_to(root)))
    for file in sorted((root / "taoli").rglob("*.html")):
        yield from in_template(file.read_text(encoding="utf-8"), str(file.relative_to(root)))


def in_python(source: str, name: str) -> Iterator[Use]:
    """Yield the messages of one Python file: literal arguments of the gettext family, lazy or not."""
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call):
            continue
        called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        places = CALLS.get(called.removesuffix("_lazy").removesuffix("_noop"))
        texts = [arg.value if isinstance(arg, ast.Constant) else None for arg in node.args]
        if places and len(texts) > places[1] and isinstance(texts[places[1]], str):
            yield use_of(places, [str(text) for text in texts], f"{name}:{node.lineno}")


def in_template(source: str, name: str) -> Iterator[Use]:
    """Yield the messages of one template, read by Django's own lexer, and of cotton's dynamic attributes."""
    for call, literals in TEMPLATE_CALL.findall(templatize(source, origin=name)):
        texts = [ast.literal_eval(text) for text in re.findall(LITERAL, literals, re.DOTALL)]
        yield use_of(CALLS[call], texts, name)
    for single, double in COTTON_CALL.findall(source):
        yield Use(name, single or double)


def use_of(places: tuple[int | None, int, int | None], texts: list[str], place: str) -> Use:
    """Return a use from the literal arguments of one call."""
    context, msgid, plural = places
    return Use(
        place,
        texts[msgid],
        context=None if context is None else texts[context],
        plural=None if plural is None else texts[plural],
    )


if __name__ == "__main__":
    try:
        write()
    except ValueError as error:
        sys.exit(str(error))
