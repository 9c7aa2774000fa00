"""Names of invented people, drawn from our own lists of common, rare and long names."""

from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random

COMMON = (
    "王李张刘陈杨黄赵周吴徐孙朱马胡郭林何高梁郑罗宋谢唐韩曹许邓萧冯曾程蔡彭潘袁于董余苏叶吕魏蒋田杜丁沈姜"
    "范江傅钟卢汪戴崔任陆廖姚方金邱夏谭韦贾邹石熊孟秦阎薛侯雷白龙段郝孔邵史毛常万顾赖武康贺严尹钱施牛洪龚"
)
RARE = ("欧阳", "司徒", "上官", "尉迟", "令狐", "谌", "郗", "缑", "仝", "乜", "逄", "璩")
GIRL = "雨欣子涵诗婷梦瑶佳怡思琪语晨可馨雅静若溪芷珊一诺晓彤欣妍悦宁安然紫萱沐依书瑜清心念初知夏以柠听澜采薇"
BOY = "浩宇子轩俊杰博文天佑明哲志远睿泽家豪宇航思源一鸣承泽嘉树云帆皓然景行梓晨启航修远立诚伟铭国栋昊天逸飞"
SINGLE_GIRL = "婧媛琳妍珺祎婳彤蕾颖"
SINGLE_BOY = "鑫磊昊翀彧喆旻燚锐骁"
TEACHER_GIRL = "敏慧丽娟芳玲霞萍红梅秀英淑华雪燕洁莉云琴兰青"
TEACHER_BOY = "建国志强卫东立军海波文斌永刚德明学义春生继林少华长青玉山成栋"
# Surname and given name do not come apart here; the long ones try every narrow column.
ETHNIC_GIRL = ("阿依努尔·艾尔肯", "古丽米热·图尔荪", "迪丽努尔·麦麦提", "乌日娜", "卓玛央金", "阿呷木")
ETHNIC_PARENTS = {"父亲": ("艾合买提·吐尔逊", "那日苏", "索南才让"), "母亲": ("阿娜尔·买买提", "其其格", "德吉央宗")}
ETHNIC_BOY = ("巴图尔·库尔班", "叶尔兰·巴合提别克", "阿卜杜热合曼·麦麦提依明", "苏和巴特尔", "扎西顿珠", "吉木阿支")

RARE_SHARE = 0.02
ETHNIC_SHARE = 0.015
SINGLE_SHARE = 0.1
PAIR_SHARE = 0.7  # most given names are the pairs people know


@dataclass
class Namer:
    """Draws names and keeps them apart: no name twice in one circle (a grade, the staff)."""

    random: Random
    used: dict[str, set[str]] = field(default_factory=dict)
    long: set[str] = field(default_factory=set)

    def student(self, gender: str, circle: str) -> str:
        """Return a student's name for "f" or "m", new in its circle."""
        return self._fresh(circle, lambda: self._student(gender))

    def teacher(self, gender: str) -> str:
        """Return a teacher's name, new among the staff."""
        pool = TEACHER_GIRL if gender == "f" else TEACHER_BOY
        return self._fresh("staff", lambda: self._surname() + self._given(pool, 0.35))

    def guardian(self, student: str, relation: str) -> str:
        """Return a parent's name: the father shares the surname, the mother usually has her own."""
        if student in ETHNIC_GIRL + ETHNIC_BOY:
            return self.random.choice(ETHNIC_PARENTS["母亲" if relation == "母亲" else "父亲"])
        pool = TEACHER_GIRL if relation == "母亲" else TEACHER_BOY
        shared = relation != "母亲"
        surname = student[:2] if shared and student[:2] in RARE else student[:1]
        return (surname if shared else self._surname()) + self._given(pool, 0.3)

    def _fresh(self, circle: str, draw: Callable[[], str]) -> str:
        known = self.used.setdefault(circle, set())
        while True:
            name = draw()
            if name not in known:
                known.add(name)
                return name

    def _student(self, gender: str) -> str:
        if self.random.random() < ETHNIC_SHARE:
            pool = [name for name in (ETHNIC_GIRL if gender == "f" else ETHNIC_BOY) if name not in self.long]
            if pool:
                self.long.add(name := self.random.choice(pool))
                return name
        if self.random.random() < SINGLE_SHARE:
            return self._surname() + self.random.choice(SINGLE_GIRL if gender == "f" else SINGLE_BOY)
        return self._surname() + self._given(GIRL if gender == "f" else BOY, 0.0)

    def _surname(self) -> str:
        if self.random.random() < RARE_SHARE:
            return self.random.choice(RARE)
        # Earlier surnames are the commoner ones: about a third of all draws fall on the first ten.
        return COMMON[int(len(COMMON) * self.random.random() ** 2)]

    def _given(self, pool: str, single: float) -> str:
        if self.random.random() < single:
            return self.random.choice(pool)
        place = self.random.randrange(0, len(pool) - 1, 2)
        if self.random.random() < PAIR_SHARE:
            return pool[place : place + 2]
        return self.random.choice(pool) + self.random.choice(pool)
