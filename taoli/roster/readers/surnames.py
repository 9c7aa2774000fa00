"""Family name and given name apart, as exchange formats want them, and together again as the roster keeps them."""

import re

HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U0002ffff〇]")
# Compound surnames in use today (复姓); 2-character names keep one character for each part.
TWO = (
    "欧阳司马上官诸葛夏侯东方皇甫尉迟公孙慕容令狐司徒司空长孙宇文轩辕端木独孤南宫西门东郭百里呼延万俟闻人申屠太史赫连澹台"
    "公冶宗政濮阳淳于单于太叔仲孙钟离鲜于闾丘司寇亓官子车颛孙巫马公西漆雕乐正壤驷公良拓跋夹谷宰父谷梁段干东门南门第五左丘"
    "梁丘羊舌微生纳兰完颜叶赫那拉富察爱新"
)
COMPOUND = frozenset(TWO[place : place + 2] for place in range(0, len(TWO), 2))
DOT = "·"
DOTS = re.compile(r"[·•・‧．]")


def split_name(name: str) -> tuple[str, str]:
    """Return (family name, given name), neither empty: 欧阳晓 is 欧阳 and 晓; of 甲·乙 甲 is given.

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
