"""Study groups in plain words, Chinese and English: before and after against the S-shaped deal."""

from collections.abc import Sequence

from taoli.engine.formats.findings import said
from taoli.engine.formats.group_words import WORDS
from taoli.engine.grouping import Finding, Impossible, Outcome

MADE = (
    """\
分成 {count} 组，每组 {least} 至 {most} 人；同一层次、同一性别的人数，各组最多相差 {gap}。
各组之间的差异（0 为完全一样）：{after:.4f}；按蛇形分组：{before:.4f}。
""",
    """\
{count} groups of {least} to {most}; of one layer and gender, groups differ by at most {gap}.
How unlike the groups are (0 is not at all): {after:.4f}; by the S-shaped deal: {before:.4f}.
""",
)
OPTIMAL = {
    True: ("任意交换两人（不违反规定）都不会更好。", "No exchange of two that keeps the rules would help."),
    False: ("人数较多，没有逐一核对每一种交换。", "With so many members not every exchange was looked at."),
}
BALANCE = (
    "- {attribute}：平均 {means:.4f}（蛇形 {before_means:.4f}），离散 {spreads:.4f}（蛇形 {before_spreads:.4f}）",
    "- {attribute}: means {means:.4f} (S-shaped {before_means:.4f}), spreads {spreads:.4f} ({before_spreads:.4f})",
)
KEPT = "已重新清点：各项规定都已满足。", "Recounted: every rule is kept."
BROKEN = "重新清点时发现：", "Recounted, and found:"
CANNOT = "这些规定不能同时满足：", "These rules cannot all be kept:"


def summary(outcome: Outcome, found: Sequence[Finding]) -> str:
    """The summary as text; `found` is what the checker found."""
    return "\n".join(line for language in (0, 1) for line in (*_lines(outcome, found, language), "")).rstrip() + "\n"


def _lines(outcome: Outcome, found: Sequence[Finding], language: int) -> list[str]:
    if isinstance(outcome, Impossible):
        return [CANNOT[language], *said(outcome.findings, WORDS, language)]
    sizes = [len(group) for group in outcome.groups]
    figures = {
        "count": len(sizes),
        "least": min(sizes),
        "most": max(sizes),
        "gap": outcome.strata_gap,
        "after": outcome.unlike,
        "before": outcome.serpentine,
    }
    return [
        MADE[language].format(**figures).rstrip(),
        *(
            BALANCE[language].format(
                attribute=one.attribute,
                means=one.means,
                before_means=one.serpentine_means,
                spreads=one.spreads,
                before_spreads=one.serpentine_spreads,
            )
            for one in outcome.balances
        ),
        OPTIMAL[outcome.swap_optimal][language],
        *([BROKEN[language], *said(found, WORDS, language)] if found else [KEPT[language]]),
        *said(outcome.notes, WORDS, language),
    ]


def summary_of_diverse(groups: Sequence[Sequence[str]], value: float) -> str:
    """The summary for groups made from distances."""
    chinese = f"分成 {len(groups)} 组，组内距离之和 {value:.4f}。"
    return f"{chinese}\n\n{len(groups)} groups, sum of distances inside {value:.4f}.\n"
