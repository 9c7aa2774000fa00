"""Proposes how names leave a free text; a person has the last word."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

NAME, PHONE, ROOM = "[名字]", "[电话]", "[班级]"
WHOLE = 3  # characters of a name whose last two are used alone
TELEPHONE = re.compile(r"(?<!\d)(?:1[3-9]\d[- ]?\d{4}[- ]?\d{4}|0\d{2,3}-?\d{7,8})(?!\d)")
DIGIT = "[0-9０-９一二三四五六七八九十]"
CLASS = re.compile(rf"(?:[初高][一二三123]|{DIGIT}{{1,2}}年级|{DIGIT}年)?[（(]?{DIGIT}{{1,3}}[)）]?班")
TITLED = re.compile(r"[\u4e00-\u9fff](?=老师|导师|主任|校长)")
SURNAMES = frozenset(
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗方俞任袁柳"
    "鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋庞"
    "熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯管卢莫经房解应宗丁宣邓郁单杭"
    "洪包诸左石崔吉龚程嵇邢裴陆荣翁荀羊甄家封芮储靳段焦巴牧谷车侯全班仰秋仲伊宫宁仇甘武符刘景龙叶司黎白蒲卓池乔阳闻党"
    "翟谭申冉桑桂牛边燕尚温庄晏柴瞿阎连习艾鱼容向古易廖耿满匡文关聂曾沙丰"
)


@dataclass(frozen=True, slots=True)
class Proposal:
    """A text with what was taken out in square brackets, and how many places that were."""

    text: str
    places: int


def cleaner(names: Iterable[str]) -> Callable[[str], Proposal]:
    """Return what proposes a cleaned text: without these people's names (whole, or the given name of two characters
    alone), surnames before a title, telephone numbers and names of classes. Longer names go first.
    """
    known = {name.strip() for name in names if len(name.strip()) > 1}
    short = {name[1:] for name in known if len(name) == WHOLE}
    words = sorted(known | short, key=lambda one: (-len(one), one))
    people = re.compile("|".join(map(re.escape, words))) if words else None

    def propose(text: str) -> Proposal:
        found, places = TELEPHONE.subn(PHONE, text)
        found, rooms = CLASS.subn(ROOM, found)
        named = 0
        if people is not None:
            found, named = people.subn(NAME, found)
        titled = [one for one in TITLED.finditer(found) if one[0] in SURNAMES]
        for one in reversed(titled):
            found = found[: one.start()] + NAME + found[one.end() :]
        return Proposal(found, places + rooms + named + len(titled))

    return propose
