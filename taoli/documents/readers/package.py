"""A template is looked at from outside before anything of it is used: what it is, and what it must not carry (T-11)."""

import re
import zipfile
from collections.abc import Iterator

from lxml import etree

from taoli.documents.readers.fault import FaultError
from taoli.roster.readers.archive import MEGABYTE, OLE, ZIP, unpacked
from taoli.roster.readers.problem import RefusedError

MOST_BYTES = 2 * MEGABYTE
MOST_UNPACKED = 20 * MEGABYTE
BODY = "word/document.xml"
TYPES = "[Content_Types].xml"
READ = re.compile(r"word/(document|header\d*|footer\d*|footnotes)\.xml|docProps/core\.xml")
MACROS = re.compile(r"(^|/)vba(project|data)|(^|/)macros?/", re.IGNORECASE)
CARRIED = re.compile(
    r"(^|/)(embeddings|activex|afchunk|ctrlprops)|\.(exe|zip|docx?|xlsx?|pptx?|html?|js|rtf)$", re.IGNORECASE
)
CARRYING = ("oleobject", "package", "afchunk", "activexcontrol", "attachedtemplate", "subdocument", "control")
FETCHING = re.compile(
    r"\b(DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|IMPORT|LINK|DATABASE|MACROBUTTON|RD)\b|HYPERLINK(?=\s+\"?\w)",
    re.IGNORECASE,
)
PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def parts_of(data: bytes) -> dict[str, etree._Element]:
    """Return the parts a template's words stand in, by name; FaultError with why the file is not taken."""
    if len(data) > MOST_BYTES:
        raise FaultError("too_big", size=f"{len(data) / MEGABYTE:.1f}", most=MOST_BYTES // MEGABYTE)
    if data.startswith(OLE):
        raise FaultError("locked" if "EncryptedPackage".encode("utf-16-le") in data else "old_word")
    if not data.startswith(ZIP):
        raise FaultError("not_word")
    try:
        with unpacked(data) as archive:
            return _looked_through(archive)
    except RefusedError as refused:
        raise FaultError(refused.problem.code) from None


def _looked_through(archive: zipfile.ZipFile) -> dict[str, etree._Element]:
    names = archive.namelist()
    if sum(one.file_size for one in archive.infolist()) > MOST_UNPACKED:
        raise FaultError("packed")
    if any(MACROS.search(name) for name in names):
        raise FaultError("macros")
    if BODY not in names or TYPES not in names:
        raise FaultError("not_word")
    kinds = archive.read(TYPES).decode("utf-8", "replace").lower()
    if "macroenabled" in kinds or "vbaproject" in kinds:
        raise FaultError("macros")
    if "wordprocessingml.document.main+xml" not in kinds:
        raise FaultError("not_word")
    if carried := next((name for name in names if CARRIED.search(name)), None):
        raise FaultError("embedded", file=carried.rpartition("/")[2])
    for name in names:
        if name.endswith(".rels"):
            _check_links(_parsed(archive, name))
    found = {name: _parsed(archive, name) for name in names if name.endswith(".xml") and name != TYPES}
    for root in found.values():
        _check_fields(root)
    return {name: root for name, root in found.items() if READ.fullmatch(name)}


def _parsed(archive: zipfile.ZipFile, name: str) -> etree._Element:
    """Return a part's tree; a part with a document type of its own could name other files or swell."""
    try:
        root = etree.fromstring(archive.read(name), PARSER)
    except etree.XMLSyntaxError:
        raise FaultError("broken", file=name) from None
    if root.getroottree().docinfo.doctype:
        raise FaultError("broken", file=name)
    return root


def _check_links(root: etree._Element) -> None:
    for link in root:
        kind = str(link.get("Type", "")).rpartition("/")[2].lower()
        target = str(link.get("Target", ""))
        if link.get("TargetMode", "").lower() == "external" or re.match(r"[a-z]+:|//|\\\\", target, re.IGNORECASE):
            raise FaultError("external", target=target[:80])
        if kind in CARRYING:
            raise FaultError("embedded", file=target.rpartition("/")[2][:80])


def _check_fields(root: etree._Element) -> None:
    for code in _field_codes(root):
        if fetching := FETCHING.search(code):
            raise FaultError("field", field=fetching[0].upper())


def _field_codes(root: etree._Element) -> Iterator[str]:
    # A code may be cut into runs: whole paragraphs are joined before they are read.
    for line in root.iter(f"{W}p"):
        yield "".join(one.text or "" for one in line.iter(f"{W}instrText"))
    for simple in root.iter(f"{W}fldSimple"):
        yield str(simple.get(f"{W}instr", ""))
