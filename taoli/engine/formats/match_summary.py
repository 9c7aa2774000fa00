"""A matching in plain words, Chinese and English: counts, what is promised, what was recounted."""

from dataclasses import asdict

from taoli.engine.formats.findings import said
from taoli.engine.matching import Infeasible, Matching, Outcome

PROMISES = {
    "stable": (
        "没有一名学生与一位导师都更愿意彼此结对（稳定）。",
        "No student and mentor would both rather have each other than what they have (stable).",
    ),
    "no_justified_envy": (
        "没有学生因别人而落选；只有为了满足各项规定而空着的名额。",
        "Nobody lost a place to somebody with less claim to it; only empty places that the rules keep are wished for.",
    ),
    "rules_kept": ("各项规定都已满足。", "Every rule is kept."),
    "balanced": ("没有填报志愿，按人数均衡分配。", "Nobody chose; the loads are balanced."),
    "minimum_rank": ("志愿名次的总和已不能再小。", "The sum of wish ranks cannot be smaller."),
    "least_cost": ("按各项权重计算，没有更好的安排。", "By the weights no arrangement is better."),
    "near_least_cost": (
        "按各项权重计算，最多只差所列的数值。",
        "By the weights no arrangement is better by more than stated.",
    ),
}


def summary(outcome: Outcome) -> str:
    """The summary as text."""
    lines = _impossible(outcome) if isinstance(outcome, Infeasible) else _made(outcome)
    return "\n".join(lines).rstrip() + "\n"


MADE = (
    """\
学生 {students} 人，导师 {mentors} 人；每位导师 {load_min} 至 {load_max} 人。
第一志愿 {first} 人，前三志愿 {top3} 人，志愿之内 {ranked} 人，志愿之外 {unranked} 人（其中未填志愿 {no_wishes} 人）。
事先指定 {pinned} 人；为满足规定调整 {moved} 人。
已重新清点：违反规定 {broken_rules} 处，有理由的不满 {justified_envy} 处，愿去空名额 {empty_seat_claims} 处。
抽签号 {seed}。
""",
    """\
{students} students, {mentors} mentors with {load_min} to {load_max} each.
First wish {first}, one of the first three {top3}, one of the wishes {ranked}, none {unranked} (no wishes: {no_wishes}).
Pinned beforehand {pinned}; moved so that rules are kept {moved}.
Recounted: {broken_rules} rules broken, {justified_envy} justified envies, {empty_seat_claims} claims to empty places. \
Lottery number {seed}.
""",
)
TRUTHFUL = {
    True: ("如实填报对每名学生最有利。", "Nobody gains by wishing untruly."),
    False: ("本结果不保证如实填报总是最有利。", "That nobody gains by wishing untruly is not promised."),
}


def _made(matching: Matching) -> list[str]:
    sure = matching.certificate
    figures = {**asdict(matching.stats), **asdict(sure)}
    promise = PROMISES.get(sure.promise, (sure.promise, sure.promise))
    return [
        line
        for language in (0, 1)
        for line in (
            MADE[language].format(**figures).rstrip(),
            promise[language],
            TRUTHFUL[sure.truthful][language],
            *said(sure.notes, language),
            "",
        )
    ]


def _impossible(outcome: Infeasible) -> list[str]:
    return [
        "这些规定不能同时满足：",
        *said(outcome.findings, 0),
        "",
        "These rules cannot all be kept:",
        *said(outcome.findings, 1),
    ]
