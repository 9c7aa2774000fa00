"""The schools of the demo, and one of any size for measuring."""

import math

from taoli.rehearsal.services.made import Spec

SEED = 20260901
PER_CLASS = 45
BIG_GRADES = ("高一", "高二", "高三")
# Subject and how many classes one teacher of it takes.
LOADS = (
    ("语文", 2),
    ("数学", 2),
    ("英语", 2),
    ("物理", 3),
    ("化学", 3),
    ("生物", 3),
    ("政治", 3),
    ("历史", 3),
    ("地理", 4),
    ("体育", 6),
    ("音乐", 12),
    ("美术", 12),
)


def big(students: int = 540, seed: int = SEED) -> Spec:
    """Return a senior school of about so many students: 45 a class, three grades, a teacher for 12 of them."""
    per_grade = max(1, round(students / PER_CLASS / len(BIG_GRADES)))
    classes = per_grade * len(BIG_GRADES)
    return Spec(
        code="taoli-demo",
        name="桃李中学",
        seed=seed,
        grades=BIG_GRADES,
        classes_per_grade=per_grade,
        class_size=PER_CLASS,
        teachers=tuple((subject, math.ceil(classes / load)) for subject, load in LOADS),
        birth_year=2010,
    )


def small(seed: int = SEED) -> Spec:
    """Return the second school of the story: 120 students, 14 teachers, wishes instead of assignment."""
    return Spec(
        code="xiaoman-demo",
        name="小满中学",
        seed=seed + 1,
        grades=("初一", "初二"),
        classes_per_grade=2,
        class_size=30,
        teachers=(
            ("语文", 2),
            ("数学", 2),
            ("英语", 2),
            ("物理", 1),
            ("生物", 1),
            ("政治", 1),
            ("历史", 1),
            ("地理", 1),
            ("体育", 1),
            ("音乐", 1),
            ("美术", 1),
        ),
        birth_year=2013,
        groups_per_class=5,
        boarding_share=0.2,
    )
