"""The scheme as a document (实施方案): its own sentences in the order such papers have, each with its clause."""

import datetime as dt
import uuid
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.http import Http404

from taoli.common.policy import Actor
from taoli.engine.scheme import LOCAL_RULE, Scheme
from taoli.engine.scheme.vocabulary import TextKind
from taoli.schemes.models import SchemeVersion
from taoli.schemes.queries import get_version, published, rules
from taoli.schemes.queries.lines import Line, lines

OWN = "校本补充"
# Chapters of a published 实施方案, in their usual order, and which parts of the scheme each holds.
CHAPTERS: Mapping[str, tuple[str, ...]] = {
    "指导思想与目标": ("aims",),
    "组织": ("bodies",),
    "导师与受导学生": ("coverage", "capacity", "guidances"),
    "结对步骤": ("steps",),
    "工作要求": ("cycle", "talk", "family", "home_visit", "group", "duties"),
    "会议": ("conferences",),
    "档案与表格": ("archive", "forms"),
    "考核": ("appraisal",),
    "表彰与津贴": ("honours", "allowance"),
    "培训": ("training",),
    "其他": ("texts", "rest"),
}
DIGITS = "零一二三四五六七八九十"


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """One numbered sentence with where it stands in the published text; `own`: the school says it itself, `mark`: and
    its place does not say so already.
    """

    no: int
    text: str
    ref: str
    own: bool
    mark: bool


@dataclass(frozen=True, slots=True)
class Chapter:
    """One chapter with its number in Chinese."""

    title: str
    lines: tuple[PrintedLine, ...]


@dataclass(frozen=True, slots=True)
class SchemePaper:
    """What stands on the paper."""

    title: str
    sources: str
    version: int
    state: str
    checksum: str
    in_force: str
    chapters: tuple[Chapter, ...]
    own: int


def scheme_paper(actor: Actor, pk: uuid.UUID | None) -> SchemePaper:
    """Return the paper of a version the actor may read (else of the one last published); 404 for anything else."""
    version = get_version(actor, pk) if pk else published(actor.school_id)
    if version is None:
        raise Http404
    return paper_of(version)


def paper_of(version: SchemeVersion) -> SchemePaper:
    """Return the paper of a version."""
    scheme = rules(version)
    chapters = tuple(_chapters(scheme))
    return SchemePaper(
        title=version.title,
        sources="；".join(f"{source.title}{source.number}" for source in scheme.sources),
        version=version.version,
        state="" if version.in_force_from else "草稿，尚未发布",
        checksum=version.checksum,
        in_force=_day(version.in_force_from) if version.in_force_from else "",
        chapters=chapters,
        own=sum(line.own for chapter in chapters for line in chapter.lines),
    )


def _chapters(scheme: Scheme) -> Iterator[Chapter]:
    said = _by_part(scheme)
    place = 0
    for title, parts in CHAPTERS.items():
        found = [line for part in parts for line in said.get(part, ())]
        if found:
            place += 1
            rows = tuple(_printed(no, line) for no, line in enumerate(found, 1))
            yield Chapter(f"{_number(place)}、{title}", rows)


def _by_part(scheme: Scheme) -> dict[str, list[Line]]:
    """Aims stand at the front, the other texts at the end."""
    said = lines(scheme)
    aims = {f"texts.{text.key}" for text in scheme.texts if text.kind in {TextKind.AIM, TextKind.ROLE}}
    texts = said.pop("texts", [])
    said["aims"] = [line for line in texts if line.path in aims]
    said["texts"] = [line for line in texts if line.path not in aims]
    return said


def sentence_of(line: Line) -> str:
    """Return one sentence as other papers print it: with where it stands, marked where the school says it itself."""
    row = _printed(0, line)
    return f"{row.text}{f'〔{row.ref}〕' if row.ref else ''}{f'〔{OWN}〕' if row.mark else ''}"


def _printed(no: int, line: Line) -> PrintedLine:
    own = line.own
    # What the software does or leaves out is no sentence of the scheme: its own words are.
    text = line.clause.quote or line.sentence if line.part == "rest" else line.text
    text = line.sentence if line.part == "texts" else text
    ref = line.clause.ref if line.clause.rule != LOCAL_RULE or line.clause.ref != OWN else ""
    return PrintedLine(
        no, text if text.endswith(("。", "）", "！")) else f"{text}。", ref, own, own and not ref.startswith(OWN)
    )


def _number(place: int) -> str:
    ten = len(DIGITS) - 1
    return DIGITS[place] if place <= ten else f"十{DIGITS[place - ten]}"


def _day(day: dt.date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
