"""One sheet: the eight documents of the scheme in force, what the scheme does not say left for the pen."""

import uuid
from collections.abc import Collection, Iterable, Iterator

from django.utils import translation

from taoli.common.policy import Actor
from taoli.documents.official.layout import Sheet
from taoli.documents.official.reading import scheme_of
from taoli.documents.queries.scheme import sentence_of
from taoli.engine.scheme import Scheme
from taoli.engine.scheme.appraisal import AppraisalItem
from taoli.engine.scheme.vocabulary import BodyKind, ConferenceKind, TextKind
from taoli.roster.models import Term
from taoli.schemes.phrases import role_word
from taoli.schemes.queries import rules
from taoli.schemes.queries.lines import Line, lines

DUTIES = ("talk", "family", "home_visit", "group", "duties")
OF_CLASS = {ConferenceKind.CLASS_WEEKLY, ConferenceKind.DAILY_HUDDLE, ConferenceKind.CLASS_MEETING}
SURVEYED = {"survey_mean", "thirds", "rank_scaled", "sources_weighted"}
DIGITS = "一二三四五六七八"
PEN = "（方案没有写，由学校补充）________________________________"
UNTRACED = "问卷不记名；答卷不足 5 份的，不给出结果。"
POST = "{who}：________________"


@translation.override("zh-hans")
def sheets(actor: Actor, term: Term, ids: Collection[uuid.UUID]) -> list[Sheet]:  # noqa: ARG001 one school, one sheet
    """Return the one sheet; none before a scheme is published."""
    version = scheme_of(actor, term)
    if version is None:
        return []
    found = [
        {"title": f"{DIGITS[place]}、{title}", "lines": said or [PEN]}
        for place, (title, said) in enumerate(_documents(rules(version)))
    ]
    return [Sheet(None, "全员育人八项制度", {"scheme": version.title, "documents": found})]


def _documents(scheme: Scheme) -> Iterator[tuple[str, list[str]]]:
    said = lines(scheme)
    duties = [line for part in DUTIES for line in said.get(part, ())]
    roles = {f"texts.{text.key}" for text in scheme.texts if text.kind == TextKind.ROLE}
    meetings = {f"conferences.{one.key}": one.kind for one in scheme.conferences}
    asked = {f"appraisal.items.{one.key}" for one in _surveyed(scheme)}
    appraisal = said.get("appraisal", [])
    yield "领导小组", _body(scheme, {BodyKind.LEADING_GROUP})
    yield "工作小组", _body(scheme, set(BodyKind) - {BodyKind.LEADING_GROUP})
    texts = [line for line in said.get("texts", ()) if line.path in roles]
    yield f"{role_word(scheme, 'mentor')}职责及要求", _numbered([*texts, *duties])
    held = said.get("conferences", [])
    yield "班教导会制度", _numbered(line for line in held if meetings.get(line.path) in OF_CLASS)
    yield "家访制度", _numbered([*said.get("home_visit", ()), *said.get("family", ())])
    yield "汇报交流制度", _numbered(line for line in held if meetings.get(line.path) not in OF_CLASS)
    yield "满意度测评制度", [*_numbered(line for line in appraisal if line.path in asked), UNTRACED]
    yield "工作考核", _numbered([*appraisal, *said.get("honours", ()), *said.get("allowance", ())])


def _surveyed(scheme: Scheme) -> list[AppraisalItem]:
    items = scheme.appraisal.items if scheme.appraisal else ()
    return [one for one in items if one.method_in_force.method in SURVEYED]


def _body(scheme: Scheme, kinds: Collection[BodyKind]) -> list[str]:
    """Return a line a post, to write the names on: the machine names nobody."""
    found: list[str] = []
    for body in (one for one in scheme.bodies if one.kind in kinds):
        found += [f"{body.label}〔{body.clause.ref}〕"]
        found += [POST.format(who=role_word(scheme, member.value)) for member in body.members]
    return found


def _numbered(found: Iterable[Line]) -> list[str]:
    return [f"{no}．{sentence_of(line)}" for no, line in enumerate(found, 1)]
