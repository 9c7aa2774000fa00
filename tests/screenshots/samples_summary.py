"""Pages of the weekly summary, the bureau's schools and its people."""

from tests.screenshots.sampling import Sample

OFFICE, OFFICER = "moral_office", "officer"
HANDED_IN = (
    "SELECT id FROM oversight_sentsummary WHERE school_id = "
    "(SELECT id FROM common_school WHERE code = 'taoli-demo') ORDER BY seq DESC LIMIT 1"
)
MEMBER = "SELECT id FROM oversight_member WHERE code = 'qingxi-demo' LIMIT 1"

SAMPLES: dict[str, Sample] = {
    "oversight:handed_in_list": Sample(OFFICE),
    "oversight:handed_in_show": Sample(OFFICE, pk=HANDED_IN),
    "oversight:bureau_edit": Sample(OFFICE),
    "oversight:member_list": Sample(OFFICER),
    "oversight:member_join": Sample(OFFICER),
    "oversight:member_edit": Sample(OFFICER, pk=MEMBER),
    "oversight:member_leave": Sample(OFFICER, pk=MEMBER),
    "oversight:people_list": Sample(OFFICER),
    "oversight:person_add": Sample(OFFICER),
    "oversight:summary_list": Sample(OFFICER),
    "oversight:summary_upload": Sample(OFFICER),
}
