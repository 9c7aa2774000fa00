"""Pages of a bureau's overview: whose they are and how their addresses are filled."""

from tests.screenshots.sampling import Sample

SCHOOL = """SELECT m.id FROM oversight_member m JOIN common_school s ON s.id = m.school_id
WHERE s.code = 'chunhe-demo' AND m.code = 'fz104'"""
MEASURE = "SELECT 'without_mentor'"
SEPTEMBER = "?week=2026-09-07"

SAMPLES: dict[str, Sample] = {
    "oversight:overview_show": Sample("officer", query=SEPTEMBER),
    "oversight:overview_table": Sample("officer"),
    "oversight:overview_measure": Sample("officer", query=SEPTEMBER, measure=MEASURE),
    "oversight:overview_school": Sample("officer", pk=SCHOOL),
    "oversight:overview_help": Sample("officer"),
    "oversight:month_show": Sample("officer", query=SEPTEMBER),
    "oversight:indicator_plan": Sample("officer", query="?schools=3&seed=2026-11-20"),
}
