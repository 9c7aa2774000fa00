"""Samples of the pages of conferences."""

from tests.screenshots.sampling import Sample

# The class conference planned for today, with its agenda; the one held last week; one the mentor is expected at.
ACCOUNT = (
    "(SELECT person_id FROM accounts_membership JOIN accounts_account ON accounts_account.id = account_id "
    "WHERE username = 'demo-"
)
CHAIR = "homeroom_teacher') LIMIT 1"
PLANNED = ACCOUNT.join(("SELECT id FROM care_conference WHERE state = 'planned' AND chair_id = ", CHAIR))
HELD = ACCOUNT.join(("SELECT id FROM care_conference WHERE state = 'held' AND chair_id = ", CHAIR))
EXPECTED = ACCOUNT.join(("SELECT conference_id FROM care_absentline WHERE staff_id = ", "mentor') LIMIT 1"))
HOMEROOM = "homeroom_teacher"

SAMPLES: dict[str, Sample] = {
    "care:agenda": Sample(HOMEROOM),
    "care:conference_list": Sample(HOMEROOM),
    "care:conference_edit": Sample("moral_office"),
    "care:conference_show": Sample(HOMEROOM, pk=PLANNED),
    "care:conference_run": Sample(HOMEROOM, pk=PLANNED),
    "care:attendance_edit": Sample(HOMEROOM, pk=PLANNED),
    "care:absence_send": Sample("mentor", pk=EXPECTED),
    "care:conference_print": Sample(HOMEROOM, pk=PLANNED),
    "care:minutes_print": Sample(HOMEROOM, pk=HELD),
    "care:conference_type": Sample(HOMEROOM, pk=PLANNED),
    "care:action_list": Sample("mentor"),
}
