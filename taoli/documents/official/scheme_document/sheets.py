"""One sheet: the scheme in force in the term, if the reader may read it."""

import uuid
from collections.abc import Collection

from django.utils import translation

from taoli.common.policy import Actor
from taoli.documents.official.layout import Sheet
from taoli.documents.official.reading import scheme_of
from taoli.documents.queries.scheme import Chapter, PrintedLine, SchemePaper, paper_of
from taoli.roster.models import Term
from taoli.schemes.permissions import SCHEME


@translation.override("zh-hans")
def sheets(actor: Actor, term: Term, ids: Collection[uuid.UUID]) -> list[Sheet]:  # noqa: ARG001 one school, one sheet
    """Return the one sheet; none before a scheme is published."""
    version = scheme_of(actor, term) if SCHEME.may(actor, "view") else None
    return [sheet_of(paper_of(version))] if version else []


def sheet_of(paper: SchemePaper) -> Sheet:
    """Return the paper of one version."""
    data = {
        "title": paper.title,
        "version": str(paper.version),
        "force": f"自 {paper.in_force} 起执行" if paper.in_force else paper.state,
        "sources": [f"依据：{paper.sources}"] if paper.sources else [],
        "chapters": [_chapter(one) for one in paper.chapters],
        "own": str(paper.own),
        "checksum": paper.checksum,
    }
    return Sheet(None, f"{paper.title} 第{paper.version}版", data)


def _chapter(one: Chapter) -> dict[str, object]:
    return {"title": one.title, "lines": [_line(line) for line in one.lines]}


def _line(line: PrintedLine) -> str:
    ref, mark = f"〔{line.ref}〕" if line.ref else "", "〔校本补充〕" if line.mark else ""
    return f"{line.no}．{line.text}{ref}{mark}"
