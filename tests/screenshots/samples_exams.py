"""Exams and signals: who opens each page in the demo."""

from tests.screenshots.sampling import Sample

STUDENT = (
    "SELECT person_id FROM accounts_membership JOIN accounts_account ON accounts_account.id = account_id "
    "WHERE username = 'demo-student'"
)
ROOM = STUDENT.join(("SELECT school_class_id FROM roster_student WHERE id = (", ")"))
GRADE = ROOM.join(("SELECT grade_id FROM roster_schoolclass WHERE id = (", ")"))
EXAM = f"SELECT id FROM archive_exam WHERE name = '期中考试' AND grade_id = ({GRADE})"  # noqa: S608 our own words
QUIZ = f"SELECT id FROM archive_exam WHERE kind = 'quiz' AND grade_id = ({GRADE})"  # noqa: S608 our own words
WAITING = f"SELECT id FROM archive_examimport WHERE state = 'waiting' AND exam_id = ({QUIZ})"  # noqa: S608 our own words

SAMPLES: dict[str, Sample] = {
    "archive:exam_list": Sample("moral_office"),
    "archive:exam_edit": Sample("moral_office"),
    "archive:exam_show": Sample("moral_office", pk=EXAM),
    "archive:exam_import": Sample("moral_office", pk=QUIZ),
    "archive:exam_preview": Sample("moral_office", pk=QUIZ, batch=WAITING),
    "archive:exam_mark": Sample("homeroom_teacher", pk=EXAM),
    "archive:exam_mentor": Sample("mentor", pk=EXAM),
    "archive:score_list": Sample("student", pk=STUDENT),
    "care:signal_list": Sample("homeroom_teacher"),
    "care:signal_rules": Sample("moral_office"),
    "care:signal_settings": Sample("moral_office"),
}
