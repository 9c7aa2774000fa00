"""Pages of the counsellor and of reports of harm: whose they are in the demo and which row they show."""

from tests.screenshots.sampling import Sample

CARE = "SELECT id FROM care_referral WHERE state = 'care' LIMIT 1"
HELD = "SELECT student_id FROM care_holding LIMIT 1"
REPORT = "SELECT id FROM care_harmreport LIMIT 1"
GLASS = "SELECT id FROM care_glassbreak WHERE ended_at IS NULL LIMIT 1"

SAMPLES: dict[str, Sample] = {
    "care:referral_list": Sample("counsellor"),
    "care:referral_mine": Sample("mentor"),
    "care:referral_new": Sample("mentor"),
    "care:referral_show": Sample("mentor", pk=CARE),
    "care:referral_open": Sample("counsellor", pk=CARE),
    "care:referral_advise": Sample("counsellor", pk=CARE),
    "care:session_new": Sample("counsellor", pk=CARE),
    "care:note_list": Sample("counsellor", pk=HELD),
    "care:note_edit": Sample("counsellor", pk=HELD),
    "care:holding_hand": Sample("moral_office"),
    "care:glass_ask": Sample("principal"),
    "care:glass_list": Sample("principal"),
    "care:glass_show": Sample("principal", pk=GLASS),
    "care:harm_new": Sample("mentor"),
    "care:harm_list": Sample("moral_office"),
    "care:harm_show": Sample("moral_office", pk=REPORT),
    "care:harm_print": Sample("moral_office", pk=REPORT),
    "care:harm_step": Sample("moral_office", pk=REPORT),
    "care:harm_name": Sample("moral_office", pk=REPORT),
    "care:harm_close": Sample("moral_office", pk=REPORT),
    "care:officer_edit": Sample("principal"),
}
