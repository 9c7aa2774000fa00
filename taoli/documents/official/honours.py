"""What 公示, 表彰决定 and certificates have in common: the names of each honour of a published appraisal."""

from collections.abc import Sequence
from typing import Any

from taoli.common.policy import Actor, Role
from taoli.evaluation.permissions import APPRAISAL
from taoli.evaluation.queries.printing import HonourList, decided_lists
from taoli.evaluation.queries.sheets import current_run
from taoli.roster.models import Term

LINE = 30  # letters of 14 points on a line
ROLES = (Role.MORAL_OFFICE, Role.PRINCIPAL)
NOBODY = "本学期的考核结果还没有公布，名单由学校填写：________________________________"
SAMPLE = {
    "honours": [
        {"label": "优秀导师（2 人）", "names": ["王敏　　李慧"]},
        {"label": "星级导师（1 人）", "names": ["陈立（一星）"]},
    ]
}


def lists_of(actor: Actor, term: Term) -> list[HonourList]:
    """Return the honours of the term's appraisal that stand, for who may see appraisals."""
    if not APPRAISAL.may(actor, "view"):
        return []
    return [one for one in decided_lists(current_run(actor.school_id, term)) if one.people]


def printed(found: list[HonourList]) -> list[dict[str, Any]]:
    """Return each honour with its names, or one line for the pen."""
    rows = [{"label": f"{one.label}（{len(one.people)} 人）", "names": in_lines(_names(one))} for one in found]
    return rows or [{"label": "名单", "names": [NOBODY]}]


def in_lines(names: Sequence[str]) -> list[str]:
    """Return names in columns, as many a line as the page holds: no name is cut at the end of a line."""
    width = max(map(len, names), default=0) + 2
    each = max(LINE // width, 1)
    rows = [names[at : at + each] for at in range(0, len(names), each)]
    return ["".join(name.ljust(width, "　") for name in row).rstrip("　") for row in rows]


def _names(one: HonourList) -> list[str]:
    return [f"{row.name}（{row.level}）" if row.level else row.name for row in one.people]
