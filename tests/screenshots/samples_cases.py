"""Samples of the pages of cases and categories."""

from tests.screenshots.sampling import Sample

OPEN_CASE = "SELECT id FROM care_carecase WHERE state = 'open' AND level = 'class' LIMIT 1"
LED_CASE = (
    "SELECT case_id FROM care_casemeasure JOIN care_carecase ON care_carecase.id = case_id "
    "WHERE care_carecase.state = 'open' LIMIT 1"
)
OWN_CHILD = "SELECT student_id FROM care_carecase WHERE state = 'raised' LIMIT 1"
NOTED = "SELECT student_id FROM roster_studentcategory WHERE reason <> '' LIMIT 1"

SAMPLES: dict[str, Sample] = {
    "care:case_list": Sample("homeroom_teacher"),
    "care:case_raise": Sample("mentor", pk=OWN_CHILD),
    "care:case_show": Sample("principal", pk=LED_CASE),
    "care:case_move": Sample("homeroom_teacher", pk=OPEN_CASE, do="SELECT 'close'"),
    "care:category_list": Sample("moral_office", pk=NOTED),
    "care:category_edit": Sample("moral_office", pk=NOTED),
    "care:category_review": Sample("moral_office"),
    "care:category_settings": Sample("moral_office"),
    "care:measure_plan": Sample("homeroom_teacher", pk=OPEN_CASE),
}
