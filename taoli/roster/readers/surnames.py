"""Family name and given name apart, as exchange formats want them, and together again as the roster keeps them."""

import re

HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U0002ffff〇]")
# Compound surnames in use today (复姓); 2-character names keep one character for each part.
COMPOUND = frozenset(
    [
        "欧阳",
        "司马",
        "上官",
        "诸葛",
        "夏侯",
        "东方",
        "皇甫",
        "尉迟",
        "公孙",
        "慕容",
        "令狐",
        "司徒",
        "司空",
        "长孙",
        "宇文",
        "轩辕",
        "端木",
        "独孤",
        "南宫",
        "西门",
        "东郭",
        "百里",
        "呼延",
        "万俟",
        "闻人",
        "申屠",
        "太史",
        "赫连",
        "澹台",
        "公冶",
        "宗政",
        "濮阳",
        "淳于",
        "单于",
        "太叔",
        "仲孙",
        "钟离",
        "鲜于",
        "闾丘",
        "司寇",
        "亓官",
        "子车",
        "颛孙",
        "巫马",
        "公西",
        "漆雕",
        "乐正",
        "壤驷",
        "公良",
        "拓跋",
        "夹谷",
        "宰父",
        "谷梁",
        "段干",
        "东门",
        "南门",
        "第五",
        "左丘",
        "梁丘",
        "羊舌",
        "微生",
        "纳兰",
        "完颜",
        "叶赫",
        "那拉",
        "富察",
        "爱新",
    ]
)
DOT = "·"
DOTS = re.compile(r"[·•・‧．]")


def split_name(name: str) -> tuple[str, str]:
    """Return (family name, given name), neither empty: 欧阳晓 is 欧阳 and 晓; of 甲·乙 the part before the dot is given.

    A name of one part stands in both places, and `join_name` makes one of it again.
    """
    whole = " ".join(name.split())
    if DOT in whole:
        given, _dot, family = whole.partition(DOT)
        return (family or whole), (given or whole)
    if HAN.match(whole):
        size = 2 if len(whole) > 2 and whole[:2] in COMPOUND else 1  # noqa: PLR2004 two characters
        return whole[:size], whole[size:] or whole
    given, _space, family = whole.rpartition(" ")
    return family, given or family


def join_name(family: str, given: str, middle: str = "", known: str = "") -> str:
    """Return the name as people write it; `known` is a whole name sent along, used while it has the same letters."""
    family, given, middle, known = (" ".join(part.split()) for part in (family, given, middle, known))
    if known and _letters(known) in {_letters(family + given), _letters(given + family), _letters(family)}:
        return known
    if family == given:
        return family
    if HAN.match(family) and HAN.match(given):
        return family + middle + given
    return " ".join(part for part in (given, middle, family) if part)


def _letters(text: str) -> str:
    return DOTS.sub("", text).replace(" ", "")
