"""Every form of the registry as Word and as PDF: with its sample, and with more than fits on a page."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pypdfium2
from PIL import Image

from taoli.documents.official.layout import Box, Each, OfficialForm, Paragraphs, Rows, Sheet
from taoli.documents.official.registry import forms
from taoli.documents.official.rendering import default_word, pdf
from tests.documents.every_part import EVERY, FRAME
from tests.papers.office import as_pdf

WORD, PDF = "word", "pdf"
KINDS = (WORD, PDF)
RECORDS = 400
IN_WORD = {"talk_record": RECORDS}  # LibreOffice is slow: one form whole, the others some pages
FEWER = 130
DPI = 70
MOST_PAGES = 3  # of a picture
LONG = "这一段话很长，写的是导师一学期里看到和想到的。" * 60


@dataclass(frozen=True)
class Paper:
    """A form as it came out: the text of each page without blanks, and a grey picture of the first pages."""

    pages: list[str]
    picture: Image.Image


@dataclass
class Papers:
    """Every form by key and kind, ordinary and long."""

    short: dict[tuple[str, str], Paper] = field(default_factory=dict)
    long: dict[tuple[str, str], Paper] = field(default_factory=dict)


def all_forms() -> dict[str, OfficialForm]:
    """Return every form of the registry, and one with every kind of part."""
    return {**forms(), EVERY.key: EVERY}


def make(folder: Path) -> Papers:
    """Make everything: LibreOffice is called once."""
    word, done = folder / "word", folder / "done"
    word.mkdir(parents=True)
    done.mkdir()
    for key, form in all_forms().items():
        short = [Sheet(None, form.title, form.sample)]
        long = {kind: [Sheet(None, form.title, lengthened(form, records(key, kind)))] for kind in KINDS}
        (word / f"{key}.short.docx").write_bytes(default_word(form, FRAME, short))
        (word / f"{key}.long.docx").write_bytes(default_word(form, FRAME, long[WORD]))
        (done / f"{key}.short.typst.pdf").write_bytes(pdf(form, FRAME, short))
        (done / f"{key}.long.typst.pdf").write_bytes(pdf(form, FRAME, long[PDF]))
    as_pdf(sorted(word.glob("*.docx")), done)
    papers = Papers()
    for key in all_forms():
        for length, found in (("short", papers.short), ("long", papers.long)):
            found[key, WORD] = read(done / f"{key}.{length}.pdf", pictured=length == "short")
            found[key, PDF] = read(done / f"{key}.{length}.typst.pdf", pictured=length == "short")
    return papers


def records(key: str, kind: str) -> int:
    """Return how many entries the long paper of a form has."""
    return RECORDS if kind == PDF else IN_WORD.get(key, FEWER)


def read(file: Path, *, pictured: bool) -> Paper:
    """Return the pages of a PDF as texts without blanks, and side by side as one picture."""
    with pypdfium2.PdfDocument(file) as document:
        texts = [squeezed(page.get_textpage().get_text_range()) for page in document]
        drawn = [_drawn(page) for page in list(document)[:MOST_PAGES]] if pictured else []
    picture = Image.new("L", (sum(one.width for one in drawn), max((one.height for one in drawn), default=0)), 255)
    left = 0
    for one in drawn:
        picture.paste(one, (left, 0))
        left += one.width
    return Paper(texts, picture)


def _drawn(page: Any) -> Image.Image:
    picture: Image.Image = page.render(scale=DPI / 72, grayscale=True).to_pil().convert("L")
    return picture


def squeezed(text: str) -> str:
    """Return a text without blanks: lines are broken elsewhere in each program."""
    return re.sub(r"[\s\ufffe\u00ad]+", "", text)


def planted(form: OfficialForm) -> Iterator[str]:
    """Yield what a form with its sample must show: labels, heads, and every value that it prints."""
    yield from _labels(form.parts)
    yield from _values(form.parts, form.sample)


def _labels(parts: Any) -> Iterator[str]:
    for part in parts:
        for row in getattr(part, "rows", ()):
            yield from (cell.label for cell in row)
        yield from (col.head for col in getattr(part, "cols", ()))
        yield from (text for name in ("label", "heading") if (text := getattr(part, name, "")))
        if isinstance(part, Each):
            yield from _labels(part.parts)
        yield from (f"{one}：" for one in getattr(part, "parts", ()) if isinstance(one, str))


def _values(parts: Any, owner: Mapping[str, Any]) -> Iterator[str]:
    for part in parts:
        named = [cell.name for row in getattr(part, "rows", ()) for cell in row]
        named += [part.name] if isinstance(part, Box) else []
        yield from (str(owner[name]) for name in named if owner.get(name))
        entries = owner.get(getattr(part, "name", ""), [])
        if isinstance(part, Paragraphs):
            yield from map(str, entries)
        elif isinstance(part, Rows):
            yield from (str(entry[col.name]) for entry in entries for col in part.cols if entry.get(col.name))
        elif isinstance(part, Each):
            for entry in entries:
                yield from _values(part.parts, entry)


def lengthened(form: OfficialForm, many: int) -> dict[str, Any]:
    """Return a sample with so many entries in its first table, thirty in the others, long texts and long names."""
    data: dict[str, Any] = dict(form.sample)
    for part in form.parts:
        if isinstance(part, Box) and part.name:
            data[part.name] = LONG
        elif isinstance(part, Paragraphs):
            data[part.name] = [LONG] * 3
        elif isinstance(part, Rows):
            first = next((col.name for col in part.cols if col.name), "")
            blank = dict.fromkeys((col.name for col in part.cols if col.name), "一")
            data[part.name] = [blank | {first: str(no)} for no in range(1, many + 1)]
            many = 30
        elif isinstance(part, Each) and data.get(part.name):
            data[part.name] = [data[part.name][0]] * 12
    return data
