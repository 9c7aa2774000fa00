"""Pages of the growth archive: whose they are and how their addresses are filled."""

from tests.screenshots.sampling import Sample

STUDENT = (
    "SELECT person_id FROM accounts_membership JOIN accounts_account ON accounts_account.id = account_id "
    "WHERE username = 'demo-student'"
)
OWN_ENTRY = STUDENT.join(
    ("SELECT id FROM archive_growthentry WHERE by_kind = 'student' AND state = 'submitted' AND student_id = (", ")")
)
LED = (
    "SELECT roster_schoolclass.id FROM roster_schoolclass JOIN accounts_membership ON person_id = homeroom_teacher_id "
    "JOIN accounts_account ON accounts_account.id = account_id WHERE username = 'demo-homeroom_teacher'"
)
LED_EVALUATION = LED.join(("SELECT id FROM archive_termevaluation WHERE school_class_id IN (", ") AND state = "))
OWN_RELEASED = STUDENT.join(("SELECT id FROM archive_termevaluation WHERE state = 'released' AND student_id = (", ")"))

SAMPLES: dict[str, Sample] = {
    "archive:archive_show": Sample("student", pk=STUDENT),
    "archive:archive_print": Sample("guardian", pk=STUDENT),
    "archive:entry_new": Sample("student", pk=STUDENT),
    "archive:entry_show": Sample("student", pk=OWN_ENTRY),
    "archive:entry_correct": Sample("student", pk=OWN_ENTRY),
    "archive:voice_write": Sample(
        "mentor",
        pk="SELECT roster_student.id FROM roster_student JOIN accounts_membership ON person_id = mentor_id JOIN "
        "accounts_account ON accounts_account.id = account_id WHERE username = 'demo-mentor' ORDER BY seat DESC",
    ),
    "archive:performance_edit": Sample("homeroom_teacher"),
    "archive:evaluation_show": Sample("guardian", pk=OWN_RELEASED),
    "archive:evaluation_print": Sample("homeroom_teacher", pk=f"{LED_EVALUATION}'released'"),
    "archive:evaluation_grid": Sample("homeroom_teacher"),
    "archive:evaluation_proof": Sample("homeroom_teacher", pk=f"{LED_EVALUATION}'proof'"),
    "archive:evaluation_correct": Sample("homeroom_teacher", pk=f"{LED_EVALUATION}'released'"),
    "archive:archive_settings": Sample("moral_office"),
}
