"""One agreement a mentor, with the sentences of the scheme in force."""

import uuid
from collections.abc import Collection, Iterable, Mapping, Sequence

from django.utils import translation

from taoli.common.policy import Actor
from taoli.documents.official.layout import Sheet
from taoli.documents.official.reading import by_class, chinese_day, mentors, pairs_of, scheme_of, subject_of
from taoli.documents.queries.scheme import sentence_of
from taoli.matching.models import Pairing
from taoli.roster.models import Staff, Term
from taoli.schemes.queries import rules
from taoli.schemes.queries.lines import Line, lines

DUTIES = ("talk", "family", "home_visit", "group", "duties")
SUPPORT = ("training", "honours", "allowance")
NO_DUTY = "按学校的实施方案执行。"
NO_SUPPORT = "甲方给乙方安排必要的时间和培训。"


@translation.override("zh-hans")
def sheets(actor: Actor, term: Term, ids: Collection[uuid.UUID]) -> list[Sheet]:
    """Return the agreement of each of the mentors within reach."""
    pairs, version = pairs_of(actor, term, ids), scheme_of(actor, term)
    said = lines(rules(version)) if version else {}
    duties = _numbered((line for part in DUTIES for line in said.get(part, ())), NO_DUTY)
    support = _numbered((line for part in SUPPORT for line in said.get(part, ())), NO_SUPPORT)
    frame = {"starts": chinese_day(term.starts), "duties": duties, "support": support}
    return [_sheet(one, pairs.get(one.pk, []), frame) for one in mentors(actor, ids)]


def _sheet(mentor: Staff, own: Sequence[Pairing], frame: Mapping[str, object]) -> Sheet:
    students = f"共 {len(own)} 名：{by_class(own)}。" if own else "签订时还没有确定，以公布的结对名单为准。"
    data = {**frame, "mentor": mentor.name, "subject": subject_of(mentor), "students": students}
    return Sheet(mentor.pk, f"{mentor.number} {mentor.name}", data)


def _numbered(found: Iterable[Line], otherwise: str) -> list[str]:
    return [f"{no}．{sentence_of(line)}" for no, line in enumerate(found, 1)] or [otherwise]
