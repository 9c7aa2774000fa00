"""Cover, what the scheme asks, the students, the plan; each student's term; families, activities, cases, conferences,
summary; one signature a month.
"""

from taoli.documents.official.layout import (
    Box,
    Break,
    Cell,
    Col,
    Each,
    Fields,
    Heading,
    OfficialForm,
    Paragraphs,
    Rows,
    Seal,
    Text,
    Title,
    Unit,
)
from taoli.documents.official.roles import OF_MENTOR

TALK = {"on": "9月14日 周一", "way": "谈话", "said": "9月14日，在校：林子涵 谈话；涉及：学业辅导。"}
SAMPLE = {
    "mentor": "王敏",
    "subject": "语文",
    "count": "1 人",
    "rooms": "高一(1)班",
    "reach": "周一至周四 16:30—17:30，办公楼203",
    "notes": [],
    "duties": [{"no": "1", "text": "每月与每名学生谈话一次。", "ref": "太谷二中2012 · 谈话"}],
    "mentees": [
        {
            "no": "1",
            "student": "林子涵",
            "gender": "女",
            "room": "高一(1)班",
            "group": "朝阳组",
            "since": "2026年9月1日",
        }
    ],
    "students": [
        {"student": "林子涵", "room": "高一(1)班", "group": "朝阳组", "since": "2026年9月1日", "talks": [TALK]}
    ],
    "contacts": [
        {"student": "林子涵", "on": "10月20日 周二", "way": "电话", "said": "10月20日：林子涵 家长 电话联系。"}
    ],
    "visits": [
        {"student": "林子涵", "on": "10月17日 周六", "visited": "入户", "said": "10月17日，在家里：林子涵 家访。"}
    ],
    "activities": [{"on": "9月16日 周三", "theme": "图书角值日", "people": "林子涵"}],
    "cases": [{"on": "10月20日 周二", "student": "林子涵", "said": "10月20日：林子涵 做了个案分析。"}],
    "conferences": [{"on": "9月11日 周五", "title": "班教导会 · 高一(1)班", "place": "会议室"}],
    "months": [{"month": "2026年9月"}, {"month": "2026年10月"}],
}

FORM = OfficialForm(
    key="handbook_full",
    title="导师工作手册",
    unit=Unit.MENTOR,
    roles=OF_MENTOR,
    rules=("WF-20", "K-05", "N-20", "O-07"),
    keys_of_scheme=("handbook", "work_book"),
    parts=(
        Title("{{ title }}", size=36, before=130),
        Text("　", size=30),
        Fields(
            (
                (Cell("导师姓名", "mentor"),),
                (Cell("学科", "subject"),),
                (Cell("受导学生数", "count"),),
                (Cell("所在班级", "rooms"),),
                (Cell("联系时间", "reach"),),
            ),
            pairs=1,
            wide=0.7,
            size=14,
        ),
        Seal(size=14, before=100),
        Break(),
        Rows(
            "duties",
            (Col("序号", "no", 1.2), Col("工作要求", "text", 9.0, "left"), Col("出处", "ref", 4.0, "left")),
            heading="一、导师工作要求",
        ),
        Rows(
            "mentees",
            (
                Col("序号", "no", 1.2),
                Col("学生姓名", "student", 2.6),
                Col("性别", "gender", 1.0),
                Col("班级", "room", 2.4),
                Col("学习小组", "group", 2.4),
                Col("结对日期", "since", 2.8),
            ),
            heading="二、受导学生",
        ),
        Paragraphs("notes"),
        Break(),
        Box("三、工作计划", "", 23.5),
        Break(),
        Heading("四、谈心谈话与指导"),
        Each(
            "students",
            (
                Fields(
                    (
                        (Cell("学生姓名", "student"), Cell("班级", "room")),
                        (Cell("学习小组", "group"), Cell("结对日期", "since")),
                    )
                ),
                Rows(
                    "talks",
                    (Col("日期", "on", 3.0), Col("方式", "way", 2.6), Col("记录", "said", 10.6, "left")),
                    least=2,
                ),
            ),
        ),
        Rows(
            "contacts",
            (
                Col("学生", "student", 2.2),
                Col("日期", "on", 3.0),
                Col("方式", "way", 2.6),
                Col("内容", "said", 8.4, "left"),
            ),
            heading="五、家校联系",
            least=4,
        ),
        Rows(
            "visits",
            (
                Col("学生", "student", 2.2),
                Col("日期", "on", 3.0),
                Col("方式", "visited", 1.8),
                Col("内容", "said", 8.4, "left"),
            ),
            heading="六、家访",
            least=4,
        ),
        Rows(
            "activities",
            (Col("日期", "on", 3.0), Col("活动主题", "theme", 4.4), Col("参加人员", "people", 8.0, "left")),
            heading="七、集体活动",
            least=3,
        ),
        Rows(
            "cases",
            (
                Col("日期", "on", 3.0),
                Col("学生", "student", 2.2),
                Col("记录", "said", 6.0, "left"),
                Col("个案分析", "", 4.2),
            ),
            heading="八、个案分析",
            least=3,
        ),
        Rows(
            "conferences",
            (Col("日期", "on", 3.0), Col("会议", "title", 8.0, "left"), Col("地点", "place", 4.0)),
            heading="九、参加的会议",
            least=3,
        ),
        Box("十、工作总结", "", 7.5),
        Rows(
            "months",
            (Col("月份", "month", 2.4), Col("导师签字", "", 4.0), Col("检查人签字", "", 4.0), Col("日期", "", 3.4)),
            heading="十一、每月签字",
        ),
    ),
    sample=SAMPLE,
)
