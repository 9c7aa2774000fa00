"""A matching in plain words, Chinese and English: counts, what is promised, what was recounted."""

from collections.abc import Sequence
from dataclasses import asdict

from taoli.engine.formats.findings import said, sentence
from taoli.engine.formats.round_words import CHANGES, REASONS
from taoli.engine.matching import Infeasible, Matching, Outcome, Relaxation, Step

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
    "fewest_moves": ("换导师的人数已不能再少。", "No arrangement moves fewer students."),
    "least_rank_for_moves": (
        "换这么多人，志愿名次的总和已不能再小。",
        "With so many moves the sum of wish ranks cannot be smaller.",
    ),
}


def summary(outcome: Outcome, ways: Sequence[Relaxation] = (), dial: Sequence[Step] = ()) -> str:
    """The summary as text; `ways` out of an impossible round, `dial` of a re-match."""
    lines = [
        line
        for language in (0, 1)
        for line in (
            *(
                _impossible(outcome, ways, language)
                if isinstance(outcome, Infeasible)
                else _made(outcome, dial, language)
            ),
            "",
        )
    ]
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


STEP = (
    "- 多换 {extra_moves} 人（共 {moves} 人），志愿名次的总和减少 {ranks_gained}，为 {total_rank}。",
    "- {extra_moves} more moves ({moves} in all) make the sum of wish ranks {total_rank}, {ranks_gained} less.",
)
CANNOT = ("这些规定不能同时满足：", "These rules cannot all be kept:")
WAYS = ("代价最小的几种办法（已逐一试算，可行）：", "The cheapest ways out, each tried:")
NO_WAY = ("没有找到放宽规定的办法。", "No way out was found by loosening rules.")


def _made(matching: Matching, dial: Sequence[Step], language: int) -> list[str]:
    sure = matching.certificate
    figures = {**asdict(matching.stats), **asdict(sure)}
    return [
        MADE[language].format(**figures).rstrip(),
        PROMISES[sure.promise][language],
        TRUTHFUL[sure.truthful][language],
        *said(sure.notes, REASONS, language),
        *(STEP[language].format(**asdict(step)) for step in dial),
    ]


def _impossible(outcome: Infeasible, ways: Sequence[Relaxation], language: int) -> list[str]:
    lines = [CANNOT[language], *said(outcome.findings, REASONS, language)]
    lines.append(WAYS[language] if ways else NO_WAY[language])
    for number, way in enumerate(ways, start=1):
        changes = (sentence(change, CHANGES, language) for change in way.changes)
        lines.append(f"{number}. {('；', '; ')[language].join(changes)}{'。.'[language]}")
    return lines
