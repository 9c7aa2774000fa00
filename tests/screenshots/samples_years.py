"""Pages of the change of year, of leaving and of graduation: who opens them, and where their rows are."""

from tests.screenshots.sampling import Sample

DRAFT = "SELECT id FROM handover_yearchange WHERE state = 'draft' LIMIT 1"
APPLIED = "SELECT id FROM handover_yearchange WHERE state = 'applied' LIMIT 1"
PAUSED = "SELECT id FROM handover_leaving WHERE reason = 'suspended' AND returned_on IS NULL LIMIT 1"
BACK = "SELECT id FROM handover_leaving WHERE returned_on IS NOT NULL LIMIT 1"
ROOM = (
    "SELECT school_class_id FROM handover_yearclass WHERE way = 'graduates' AND change_id IN "
    "(SELECT id FROM handover_yearchange WHERE state = 'applied') LIMIT 1"
)

SAMPLES: dict[str, Sample] = {
    "handover:year_list": Sample("moral_office"),
    "handover:year_plan": Sample("moral_office", pk=DRAFT),
    "handover:year_except": Sample("moral_office", pk=DRAFT),
    "handover:year_check": Sample("moral_office", pk=DRAFT),
    "handover:year_undo": Sample("moral_office", pk=APPLIED),
    "handover:leaving_list": Sample("moral_office"),
    "handover:leaving_new": Sample("moral_office"),
    "handover:leaving_return": Sample("moral_office", pk=PAUSED),
    "handover:leaving_slip": Sample("moral_office", pk=BACK),
    "handover:graduation_list": Sample("moral_office"),
    "handover:graduation_codes": Sample("moral_office", room=ROOM, day="SELECT '2026-08-31'"),
    "handover:graduation_fetch": Sample(None),
}
