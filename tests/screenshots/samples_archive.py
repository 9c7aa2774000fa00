"""Pages of the growth archive: whose they are and how their addresses are filled."""

from tests.screenshots.sampling import Sample

STUDENT = (
    "SELECT person_id FROM accounts_membership JOIN accounts_account ON accounts_account.id = account_id "
    "WHERE username = 'demo-student'"
)
OWN_ENTRY = STUDENT.join(
    ("SELECT id FROM archive_growthentry WHERE by_kind = 'student' AND state = 'submitted' AND student_id = (", ")")
)
RELEASED = "SELECT id FROM archive_termevaluation WHERE state = 'released' LIMIT 1"
PROOF = "SELECT id FROM archive_termevaluation WHERE state = 'proof' LIMIT 1"

SAMPLES: dict[str, Sample] = {
    "archive:archive_show": Sample("student", pk=STUDENT),
    "archive:archive_print": Sample("guardian", pk=STUDENT),
    "archive:entry_new": Sample("student", pk=STUDENT),
    "archive:entry_show": Sample("student", pk=OWN_ENTRY),
    "archive:entry_correct": Sample("student", pk=OWN_ENTRY),
    "archive:voice_write": Sample(
        "mentor", pk="SELECT student_id FROM archive_termevaluation WHERE state = 'voices' LIMIT 1"
    ),
    "archive:performance_edit": Sample("homeroom_teacher"),
    "archive:evaluation_show": Sample("guardian", pk=RELEASED),
    "archive:evaluation_print": Sample("homeroom_teacher", pk=RELEASED),
    "archive:evaluation_grid": Sample("homeroom_teacher"),
    "archive:evaluation_proof": Sample("homeroom_teacher", pk=PROOF),
    "archive:evaluation_correct": Sample("homeroom_teacher", pk=RELEASED),
    "archive:archive_settings": Sample("moral_office"),
}
