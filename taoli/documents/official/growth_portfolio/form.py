"""A cover, then: family, person, activities and results, school, home and school; goals and months with the fourth."""

from taoli.documents.official.layout import (
    Break,
    Cell,
    Col,
    Fields,
    Heading,
    Holds,
    OfficialForm,
    Paragraphs,
    Part,
    Rows,
    Text,
    Title,
    Unit,
)
from taoli.documents.official.roles import STAFF

KEPT = (Col("日期", "on", 3.2), Col("类别", "label", 3.0), Col("内容", "text", 7.4, "left"), Col("谁写的", "by", 1.8))
SAMPLE = {
    "student": "林子涵",
    "number": "S001",
    "gender": "女",
    "room": "高一(1)班",
    "mentor": "王敏",
    "family": [{"on": "2026年9月3日", "label": "家庭与关系", "text": "与外婆同住，周末回父母家。", "by": "林母"}],
    "person": [{"on": "2026年9月10日", "label": "兴趣特长", "text": "喜欢画画，每周三参加社团。", "by": "林子涵"}],
    "activities": [{"on": "2026年10月16日", "label": "荣誉", "text": "校运会接力跑第三棒。", "by": "王敏"}],
    "school": [{"on": "2026年11月2日", "label": "在校表现", "text": "主动整理图书角。", "by": "李慧"}],
    "months": [{"month": "2026年9月", "said": "学业辅导 · 作业按时交了"}],
    "exams": [{"exam": "期中考试", "on": "11月16日 周一", "marks": "语文 92；数学 78", "change": "与以往相近"}],
    "aims": ["每天读半小时书（进行中）"],
    "voices": ["导师 王敏：这学期你敢于开口了。"],
    "contacts": [{"on": "10月20日 周二", "way": "电话", "said": "10月20日：林子涵 家长 电话联系。"}],
}


def _cover() -> tuple[Part, ...]:
    return (
        Title("{{ title }}", size=36, before=130),
        Text("　", size=30),
        Fields(
            (
                (Cell("姓名", "student"),),
                (Cell("学号", "number"),),
                (Cell("性别", "gender"),),
                (Cell("班级", "room"),),
                (Cell("导师", "mentor"),),
            ),
            pairs=1,
            wide=0.7,
            size=14,
        ),
        Break(),
    )


FORM = OfficialForm(
    key="growth_portfolio",
    title="学生成长档案",
    unit=Unit.STUDENT,
    roles=STAFF,
    rules=("WF-10", "WF-11", "WF-12", "WF-13", "WF-14", "WF-15"),
    keys_of_scheme=("archive",),
    holds=Holds.SENSITIVE,
    parts=(
        *_cover(),
        Rows("family", KEPT, heading="一、家庭及社会关系", least=2),
        Rows("person", KEPT, heading="二、个性、习惯与健康", least=2),
        Rows("activities", KEPT, heading="三、活动过程和主要标志性成果", least=2),
        Rows("school", KEPT, heading="四、在校表现", least=2),
        Rows("months", (Col("月份", "month", 2.4), Col("表现", "said", 12.4, "left")), least=2),
        Rows(
            "exams",
            (
                Col("考试", "exam", 2.8),
                Col("日期", "on", 3.0),
                Col("成绩", "marks", 6.4, "left"),
                Col("与自己以往相比", "change", 3.2),
            ),
            least=2,
        ),
        Heading("目标与评价"),
        Paragraphs("aims"),
        Paragraphs("voices"),
        Rows(
            "contacts",
            (Col("日期", "on", 3.0), Col("方式", "way", 2.6), Col("内容", "said", 10.4, "left")),
            heading="五、家校沟通",
            least=2,
        ),
    ),
    sample=SAMPLE,
)
