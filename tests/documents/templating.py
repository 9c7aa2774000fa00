"""Word templates as a school might upload them."""

import io
import zipfile
from collections.abc import Callable
from typing import Any

import docx
from django.core.files.uploadedfile import SimpleUploadedFile

from taoli.documents.official.registry import forms
from taoli.documents.official.rendering import default_template

KEY = "talk_record"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def own(*lines: str, row: tuple[str, ...] = (), change: Callable[[Any], None] = lambda _paper: None) -> bytes:
    """Return a document with lines, then a table of one row."""
    paper = docx.Document()
    for line in lines:
        paper.add_paragraph(line)
    if row:
        table = paper.add_table(rows=1, cols=len(row))
        for cell, text in zip(table.rows[0].cells, row, strict=True):
            cell.text = text
    change(paper)
    out = io.BytesIO()
    paper.save(out)
    return out.getvalue()


def whole(**change: str) -> bytes:
    """Return the default template of the talk record, words changed."""
    return repacked(default_template(forms()[KEY]), "word/document.xml", lambda xml: _changed(xml, change))


def _changed(xml: bytes, change: dict[str, str]) -> bytes:
    text = xml.decode()
    for old, new in change.items():
        assert old in text
        text = text.replace(old, new)
    return text.encode()


def repacked(data: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """Return a document with one part changed, or added if it is not there."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.namelist():
            new.writestr(entry, change(old.read(entry)) if entry == name else old.read(entry))
        if name not in old.namelist():
            new.writestr(name, change(b""))
    return out.getvalue()


def linked(data: bytes, kind: str, target: str, mode: str = "External") -> bytes:
    """Return a document with one more relationship of its body."""
    line = f'<Relationship Id="rId900" Type="{REL}/{kind}" Target="{target}" TargetMode="{mode}"/></Relationships>'
    return repacked(
        data,
        "word/_rels/document.xml.rels",
        lambda xml: xml.decode().replace("</Relationships>", line).encode(),
    )


def file(data: bytes, name: str = "校版谈话表.docx") -> SimpleUploadedFile:
    """Return it as a browser sends it."""
    return SimpleUploadedFile(name, data)
