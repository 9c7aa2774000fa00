"""Pages of packages, partner schools and cards."""

from tests.screenshots.sampling import Sample

OFFICE = "moral_office"
DRAFTED = "SELECT id FROM handover_package WHERE state = 'drafted' LIMIT 1"
IN_IT = (
    "SELECT student_id FROM handover_packagestudent WHERE package_id = "
    "(SELECT id FROM handover_package WHERE state = 'drafted' LIMIT 1)"
)
SENT = "SELECT id FROM handover_package WHERE state = 'sent' LIMIT 1"
WAITING = "SELECT id FROM handover_arrival WHERE state = 'waiting' LIMIT 1"
NAMED = "SELECT id FROM handover_arrival WHERE named_id IS NOT NULL LIMIT 1"
CAME = "SELECT student_id FROM handover_receivedstudent LIMIT 1"

SAMPLES: dict[str, Sample] = {
    "handover:partner_list": Sample(OFFICE),
    "handover:partner_edit": Sample(OFFICE),
    "handover:partner_compare": Sample(OFFICE, pk="SELECT id FROM handover_partner LIMIT 1"),
    "handover:package_list": Sample(OFFICE),
    "handover:package_new": Sample(OFFICE),
    "handover:package_show": Sample(OFFICE, pk=SENT),
    "handover:package_student": Sample(OFFICE, pk=DRAFTED, student=IN_IT),
    "handover:package_send": Sample(OFFICE, pk=DRAFTED),
    "handover:package_code": Sample(OFFICE, pk=SENT),
    "handover:package_lacking": Sample(OFFICE),
    "handover:package_receive": Sample(OFFICE),
    "handover:package_preview": Sample(OFFICE, pk=WAITING),
    "handover:package_accept": Sample(OFFICE, pk=WAITING),
    "handover:restricted_open": Sample("mentor", pk=NAMED),
    "handover:farewell_write": Sample("mentor"),
    "handover:received_list": Sample("mentor", pk=CAME),
    "handover:card_print": Sample(OFFICE, pk=CAME),
    "handover:card_type": Sample(OFFICE),
    "handover:receipt_type": Sample(OFFICE),
}
