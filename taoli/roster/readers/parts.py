"""The XML parts of a zipped workbook: unpacked no further than they say, and refused when they hold a document type.

Runs in the child process only.
"""

import io
import zipfile
import zlib
from collections.abc import Callable
from xml.parsers import expat

from taoli.roster.readers.archive import DEFLATED, LOCAL

Start = Callable[[str, dict[str, str]], None]
End = Callable[[str], None]
MOST_DEPTH = 60
FORBIDDEN = tuple(
    word.encode(code) for word in ("<!DOCTYPE", "<!ENTITY") for code in ("utf-8", "utf-16-le", "utf-16-be")
)


class ForbiddenXmlError(Exception):
    """A document type, an entity, or elements without end: no workbook needs one."""


class Parts:
    """The parts of one archive by name."""

    def __init__(self, data: bytes) -> None:
        """Read the directory."""
        self.data = data
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            self.entries = {entry.filename: entry for entry in archive.infolist()}

    def read(self, name: str) -> bytes:
        """Return a part; zipfile.BadZipFile when it is not what the directory says, KeyError when there is none."""
        entry = self.entries[name]
        words, extra = LOCAL.unpack_from(self.data, entry.header_offset)
        start = entry.header_offset + LOCAL.size + words + extra
        raw = self.data[start : start + entry.compress_size]
        if entry.compress_type == DEFLATED:
            packer = zlib.decompressobj(-zlib.MAX_WBITS)
            raw = packer.decompress(raw, entry.file_size + 1)
        if len(raw) != entry.file_size or zlib.crc32(raw) != entry.CRC:
            raise zipfile.BadZipFile(name)
        return raw

    def xml(self, name: str) -> bytes:
        """Return an XML part that holds no document type."""
        content = self.read(name)
        if any(word in content for word in FORBIDDEN):
            raise ForbiddenXmlError(name)
        return content

    def check(self) -> None:
        """Read every part that a reader of values may read."""
        for name in self.entries:
            if name.lower().endswith((".xml", ".rels")):
                self.xml(name)


def stream(content: bytes, start: Start, end: End | None = None, text: End | None = None) -> None:
    """Call `start(tag, attributes)` and `end(tag)` for each element; names keep only their local part."""
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartDoctypeDeclHandler = _refuse
    parser.EntityDeclHandler = _refuse
    depth = 0

    def opened(tag: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > MOST_DEPTH:
            raise ForbiddenXmlError
        start(tag.rpartition(" ")[2], attributes)

    def closed(tag: str) -> None:
        nonlocal depth
        depth -= 1
        if end:
            end(tag.rpartition(" ")[2])

    parser.StartElementHandler, parser.EndElementHandler = opened, closed
    if text:
        parser.CharacterDataHandler = text
    parser.Parse(content, True)  # noqa: FBT003 the parser's own signature


def local(attributes: dict[str, str], name: str, default: str = "") -> str:
    """Return an attribute by its local name."""
    if name in attributes:
        return attributes[name]
    return next((value for key, value in attributes.items() if key.endswith(f" {name}")), default)


def _refuse(*_args: object) -> None:
    raise ForbiddenXmlError
