"""The head that most papers about a student share, and the invented student of their samples."""

from taoli.documents.official.layout import Cell, Fields

STUDENT = Fields(
    (
        (Cell("学生姓名", "student"), Cell("班级", "room")),
        (Cell("导师姓名", "mentor"), Cell("学科", "subject")),
    )
)
LIN = {"student": "林子涵", "room": "高一(1)班", "mentor": "王敏", "subject": "语文"}
