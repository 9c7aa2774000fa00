"""Pages of draws and of packs for visitors."""

from tests.screenshots.sampling import Sample

OFFICER, OFFICE = "officer", "moral_office"
CALLING = "SELECT id FROM oversight_draw WHERE whom = 'mentors' LIMIT 1"
OVER = "SELECT draw_id FROM oversight_calllist WHERE whom = 'families' LIMIT 1"
PACK = "SELECT id FROM oversight_inspectionpack LIMIT 1"

SAMPLES: dict[str, Sample] = {
    "oversight:draw_list": Sample(OFFICER),
    "oversight:draw_new": Sample(OFFICER),
    "oversight:draw_show": Sample(OFFICER, pk=CALLING),
    "oversight:draw_answer": Sample(OFFICER, pk=CALLING),
    "oversight:call_list": Sample(OFFICE),
    "oversight:call_show": Sample(OFFICE, pk=CALLING),
    "oversight:call_slips": Sample(OFFICE, pk=CALLING),
    "oversight:call_result": Sample(OFFICE, pk=OVER),
    "oversight:call_code": Sample(None),
    "oversight:call_door": Sample(None, code="SELECT 'DEMQ2DEMQ3DEMQ4'"),
    "oversight:inspection_list": Sample(OFFICE),
    "oversight:inspection_new": Sample(OFFICE),
    "oversight:inspection_show": Sample(OFFICE, pk=PACK),
    "oversight:inspection_door": Sample(None, code="SELECT 'ABCDEFGHJK'"),
}
