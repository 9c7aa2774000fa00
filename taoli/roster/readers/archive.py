"""An uploaded file is looked at from outside before anything of it is unpacked or parsed (research: T-10)."""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

from taoli.roster.readers.book import Upload
from taoli.roster.readers.problem import RefusedError

MEGABYTE = 1024 * 1024
MOST_BYTES = 10 * MEGABYTE
# T-10 says 200; a workbook with a sheet for each of 72 classes has five entries a sheet (cells, links, notes, their
# frames, printer), and some twenty of its own.
MOST_ENTRIES = 400
MOST_UNPACKED = 100 * MEGABYTE
MOST_RATIO = 100
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ZIP = b"PK\x03\x04"
DIRECTORY = b"PK\x01\x02"
LOCAL = struct.Struct("<26xHH")
STORED, DEFLATED = 0, 8
TEXTS = (".csv", ".txt", ".tsv")
PACKED = (".zip", ".gz", ".7z", ".rar", ".xlsx", ".xlsm", ".xls", ".docx", ".pptx", ".ods", ".jar", ".exe")
MACROS = ("xl/vbaproject.bin", "xl/macrosheets/", "basic/", "scripts/")
MANIFEST = "META-INF/manifest.xml"
LINKS = ("xl/externallinks/", "xl/connections.xml", "xl/querytables/")


def kind_of(upload: Upload) -> str:
    """Return xlsx, xls, ods or text; RefusedError when the file is too big, none of these, or packed to harm."""
    data = upload.data
    if len(data) > MOST_BYTES:
        raise RefusedError("too_big", size=f"{len(data) / MEGABYTE:.1f}", most=MOST_BYTES // MEGABYTE)
    if data.startswith(OLE):
        return _old(data)
    if data.startswith(ZIP):
        return _zip(data)
    if upload.name.lower().endswith(TEXTS):
        return "text"
    raise RefusedError("not_workbook")


def _old(data: bytes) -> str:
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise RefusedError("locked")
    if "_VBA_PROJECT_CUR".encode("utf-16-le") in data:
        raise RefusedError("macros")
    return "xls"


def _zip(data: bytes) -> str:
    with unpacked(data) as archive:
        return _workbook_kind(archive, archive.namelist())


@contextmanager
def unpacked(data: bytes) -> Iterator[zipfile.ZipFile]:
    """Open a packed file whose directory is honest and that does not swell; RefusedError otherwise."""
    # Counted before the directory is parsed, which alone may take a second.
    if data.count(DIRECTORY) > 2 * MOST_ENTRIES:
        raise RefusedError("packed")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check(data, archive.infolist(), archive.start_dir)
            yield archive
    except (zipfile.BadZipFile, ValueError, NotImplementedError, struct.error, OSError, zlib.error):
        raise RefusedError("unreadable") from None


def _check(data: bytes, entries: list[zipfile.ZipInfo], end: int) -> None:
    if any(entry.flag_bits & 1 for entry in entries):
        raise RefusedError("locked")
    if len(entries) > MOST_ENTRIES or sum(entry.file_size for entry in entries) > MOST_UNPACKED:
        raise RefusedError("packed")
    if any(_swells(entry) for entry in entries) or _overlap(entries, end):
        raise RefusedError("packed")
    if len({entry.filename.lower() for entry in entries}) != len(entries):
        raise RefusedError("unreadable")
    if any(entry.compress_type not in {STORED, DEFLATED} or _named_otherwise(data, entry) for entry in entries):
        raise RefusedError("unreadable")


def _swells(entry: zipfile.ZipInfo) -> bool:
    return entry.file_size > MEGABYTE and entry.file_size > MOST_RATIO * max(1, entry.compress_size)


def _overlap(entries: list[zipfile.ZipInfo], end: int) -> bool:
    """Say whether two entries share bytes: one kernel, packed once, would be unpacked often."""
    spans = sorted((one.header_offset, one.header_offset + LOCAL.size + one.compress_size) for one in entries)
    starts = [start for start, _last in spans[1:]] + [end]
    return any(last > start for (_first, last), start in zip(spans, starts, strict=True))


def _named_otherwise(data: bytes, entry: zipfile.ZipInfo) -> bool:
    size, _extra = LOCAL.unpack_from(data, entry.header_offset)
    start = entry.header_offset + LOCAL.size
    coding = "utf-8" if entry.flag_bits & 0x800 else "cp437"
    return data[start : start + size].decode(coding, "replace") != entry.orig_filename


def _workbook_kind(archive: zipfile.ZipFile, names: list[str]) -> str:
    small = [name.lower() for name in names]
    if "xl/workbook.xml" in names:
        kind = "xlsx"
    elif "mimetype" in names and archive.read("mimetype").strip() == b"application/vnd.oasis.opendocument.spreadsheet":
        kind = "ods"
    else:
        raise RefusedError("not_workbook")
    if kind == "ods" and MANIFEST in names and b"encryption-data" in archive.read(MANIFEST):
        raise RefusedError("locked")
    if any(name.startswith(MACROS) for name in small):
        raise RefusedError("macros")
    if any(name.startswith(LINKS) for name in small):
        raise RefusedError("external")
    if any(name.endswith(PACKED) for name in small):
        raise RefusedError("embedded")
    return kind
