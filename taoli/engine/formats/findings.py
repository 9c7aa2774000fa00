"""Findings of both engines in plain words, Chinese and English; a code without words of its own is listed."""

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

WORDS = {
    "seats_short": (
        "{students} 名学生只有 {seats} 个名额，少 {short} 个。",
        "{students} students have {seats} places, {short} too few.",
    ),
    "wish_unknown": (
        "学生 {student} 的志愿 {mentor} 不在导师名单里，已略过。",
        "Student {student} wished for {mentor}, who is no mentor here; left out.",
    ),
    "member_unknown": ("规定里的 {member} 不在名单里。", "The rules name {member}, who is not in the list."),
    "sizes_do_not_add_up": (
        "要分 {groups} 组，名单有 {members} 人，与给出的各组人数（{sizes}）不符。",
        "{groups} groups of {members} members cannot have the sizes {sizes}.",
    ),
    "fixed_nowhere": ("{member} 指定的小组不存在。", "{member} is fixed to a group that is not there."),
    "fixed_over_full": (
        "第 {group} 组（从 0 数）只能有 {size} 人，却指定了 {members} 人。",
        "Group {group} (counted from 0) takes {size}, and {members} are fixed to it.",
    ),
    "together_too_large": (
        "要同组的 {members} 多于一组最多的 {largest} 人。",
        "{members} are to be together, and a group takes {largest} at most.",
    ),
    "together_fixed_apart": (
        "要同组的 {members} 被指定到不同的小组。",
        "{members} are to be together and are fixed to different groups.",
    ),
    "apart_too_many": (
        "{members} 两两要分开，却只有 {groups} 组。",
        "{members} must all be apart, and there are {groups} groups.",
    ),
    "apart_and_together": ("{members} 既要分开又要同组。", "{members} are to be both apart and together."),
    "apart_fixed_together": (
        "要分开的 {members} 被指定到同一组。",
        "{members} are to be apart and are fixed to one group.",
    ),
    "no_arrangement": (
        "试遍了各种安排，没有一种满足全部规定。",
        "Every arrangement was tried, and none keeps all rules.",
    ),
    "no_arrangement_found": (
        "在限定的尝试次数内没有找到满足全部规定的安排。",
        "No arrangement that keeps all rules was found in the tries allowed.",
    ),
    "strata_gave_way": (
        "按层次和性别分得太碎，改为以蛇形分组为起点。",
        "Layers and genders left too little choice; the S-shaped deal was improved instead.",
    ),
    "sizes_uneven": ("各组人数：{sizes}。", "Sizes: {sizes}."),
}


class Said(Protocol):
    """A finding of either engine."""

    @property
    def code(self) -> str: ...
    @property
    def params(self) -> Mapping[str, Any]: ...


def said(findings: Sequence[Said], language: int) -> list[str]:
    """A line for each; language 0 is Chinese, 1 English."""
    return [f"- {_sentence(one.code, one.params, language)}" for one in findings]


def _sentence(code: str, params: Mapping[str, Any], language: int) -> str:
    plain = {name: _plain(value) for name, value in params.items()}
    if code in WORDS:
        return WORDS[code][language].format(**plain)
    return " ".join([code, *(f"{name}={value}" for name, value in plain.items())])


def _plain(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)
