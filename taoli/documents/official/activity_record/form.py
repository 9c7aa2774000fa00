"""Taigu's form 3 and Shandong's fields of an activity: every activity of a mentor with the group."""

from taoli.documents.official.layout import Box, Cell, Each, Fields, OfficialForm, Sign, Title, Unit
from taoli.documents.official.roles import STAFF

SAMPLE = {
    "activities": [
        {
            "mentor": "王敏",
            "on": "9月16日 周三",
            "theme": "图书角值日",
            "place": "图书角",
            "people": "林子涵、周一诺",
            "said": "9月16日，在图书角：林子涵、周一诺 参加活动；主题：图书角值日。",
        }
    ]
}

FORM = OfficialForm(
    key="activity_record",
    title="阶段活动记录表",
    unit=Unit.MENTOR,
    roles=STAFF,
    rules=("TG-26", "N-19", "PS-16"),
    keys_of_scheme=("activity",),
    parts=(
        Each(
            "activities",
            (
                Title("{{ title }}"),
                Fields(
                    (
                        (Cell("导师姓名", "mentor"), Cell("活动时间", "on")),
                        (Cell("活动主题", "theme"), Cell("活动地点", "place")),
                        (Cell("参加人员", "people"),),
                    )
                ),
                Box("活动记录（内容纪要）", "said", 9),
                Box("工作后记", "", 7.5),
                Sign(("记录人",)),
            ),
            paged=True,
        ),
    ),
    sample=SAMPLE,
)
