"""Hints about the wording of an evaluation: never a ban, never a change; the writer decides."""

import re
from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

HINTS: Mapping[str, tuple[re.Pattern[str], object]] = {
    "rank": (
        re.compile(r"第[一二三四五六七八九十百\d]+名|名次|排名|倒数|前[一二三四五六七八九十百\d]+名|\brank"),
        _("“%(word)s” is a rank. A family reads more from what the student has done."),
    ),
    "comparison": (
        re.compile(r"比(?:其他|别的|其它|大多数|同班)\w{0,4}|不如(?:别人|其他|别的|同学)|\bthan (?:others|the others)"),
        _("“%(word)s” compares with others. Perhaps beside the student's own past?"),
    ),
    "label": (
        re.compile(r"差生|后进生|学困生|问题学生|双差|笨|懒惰|懒散|没出息|不可救药|问题家庭|\b(?:lazy|stupid)\b"),
        _("“%(word)s” is a label that stays. What was seen, and when, says more."),
    ),
    "diagnosis": (
        re.compile(r"多动症|抑郁症?|自闭症?|焦虑症|心理有问题|心理疾病|精神病|\b(?:depressed|autistic)\b"),
        _("“%(word)s” is for a doctor to say. It does not belong into an evaluation."),
    ),
    "family": (
        re.compile(r"单亲|离异|离婚|贫困|低保|留守儿童|孤儿"),
        _("“%(word)s” tells of the family. It does not belong into an evaluation."),
    ),
    "always": (
        re.compile(r"从来不|从不|总是|永远|一无是处|\b(?:always|never)\b"),
        _("“%(word)s”: is it really so each time? One example is fairer."),
    ),
}


def hints_on(text: str) -> list[str]:
    """Return a sentence for the first word of each kind that might be said better."""
    found = ((pattern.search(text), words) for pattern, words in HINTS.values())
    return [str(words) % {"word": match.group()} for match, words in found if match]
