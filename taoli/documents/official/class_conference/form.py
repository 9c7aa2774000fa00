"""Agenda and minutes of a conference of a class: the five sides of the class first, then the students one by one."""

from taoli.documents.official.layout import Col, Rows
from taoli.documents.official.minutes import form_of

TOPICS = [{"topic": one} for one in ("品德", "心理", "学习", "纪律", "活动")]

FORM = form_of(
    "class_conference",
    "班教导会记录",
    ("WF-25", "WF-26", "PS-21"),
    {"title": "班教导会 · 高一(1)班", "topics": TOPICS},
    Rows(
        "topics",
        (Col("方面", "topic", 2.0), Col("全班情况", "", 7.4), Col("对策", "", 7.3)),
        heading="班级情况",
    ),
)
