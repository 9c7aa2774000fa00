"""Samples of the pages of conferences."""

from tests.screenshots.sampling import Sample

# The class conference planned for today, with its agenda; the one held last week; one the mentor is expected at.
PLANNED = "SELECT id FROM care_conference WHERE kind = 'class' AND state = 'planned' LIMIT 1"
HELD = "SELECT id FROM care_conference WHERE kind = 'class' AND state = 'held' LIMIT 1"
HOMEROOM = "homeroom_teacher"

SAMPLES: dict[str, Sample] = {
    "care:agenda": Sample(HOMEROOM),
    "care:conference_list": Sample(HOMEROOM),
    "care:conference_edit": Sample("moral_office"),
    "care:conference_show": Sample(HOMEROOM, pk=PLANNED),
    "care:conference_run": Sample(HOMEROOM, pk=PLANNED),
    "care:attendance_edit": Sample(HOMEROOM, pk=PLANNED),
    "care:absence_send": Sample("mentor", pk=PLANNED),
    "care:conference_print": Sample(HOMEROOM, pk=PLANNED),
    "care:minutes_print": Sample(HOMEROOM, pk=HELD),
    "care:conference_type": Sample(HOMEROOM, pk=PLANNED),
    "care:action_list": Sample("mentor"),
}
