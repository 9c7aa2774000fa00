"""Pages of printing."""

from tests.screenshots.sampling import Sample

OFFICE = "moral_office"
DONE = "SELECT id FROM documents_printjob WHERE state = 'done' LIMIT 1"
ASKED = "SELECT id FROM documents_printjob WHERE state = 'asked' LIMIT 1"
KEY = "SELECT 'talk_record'"

SAMPLES: dict[str, Sample] = {
    "documents:term_end": Sample(OFFICE),
    "documents:form_list": Sample(OFFICE),
    "documents:form_show": Sample(OFFICE, key=KEY),
    "documents:print_show": Sample(OFFICE, pk=DONE),
    "documents:print_agree": Sample("principal", pk=ASKED),
}
