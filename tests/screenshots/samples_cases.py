"""Samples of the pages of cases and categories."""

from tests.screenshots.sampling import Sample

HOMEROOM = (
    "(SELECT person_id FROM accounts_membership JOIN accounts_account ON accounts_account.id = account_id "
    "WHERE username = 'demo-homeroom_teacher')"
)
OPEN_CASE = "SELECT id FROM care_carecase WHERE state = 'open' AND level = 'class' LIMIT 1"
LED_CASE = (
    "SELECT case_id FROM care_casemeasure JOIN care_carecase ON care_carecase.id = case_id "
    "WHERE care_carecase.state = 'open' LIMIT 1"
)
OWN_CHILD = HOMEROOM.join(("SELECT id FROM roster_student WHERE mentor_id = ", " LIMIT 1"))

SAMPLES: dict[str, Sample] = {
    "care:case_list": Sample("homeroom_teacher"),
    "care:case_raise": Sample("homeroom_teacher", pk=OWN_CHILD),
    "care:case_show": Sample("principal", pk=LED_CASE),
    "care:case_move": Sample("homeroom_teacher", pk=OPEN_CASE, do="SELECT 'close'"),
    "care:measure_plan": Sample("homeroom_teacher", pk=OPEN_CASE),
}
