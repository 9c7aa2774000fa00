"""Pages of training, research and exchange: whose they are and how addresses are filled."""

from tests.screenshots.sampling import Sample

COURSE = "SELECT id FROM oversight_course ORDER BY title LIMIT 1"
HELD = "SELECT id FROM oversight_coursesession WHERE state = 'held' LIMIT 1"
OPEN = "SELECT id FROM oversight_coursesession WHERE state = 'open' ORDER BY day, starts LIMIT 1"
PROOF = (
    "SELECT b.id FROM oversight_coursebooking b JOIN accounts_membership m ON m.person_id = b.staff_id "
    "JOIN accounts_account a ON a.id = m.account_id WHERE a.username = 'demo-mentor' AND b.code <> '' LIMIT 1"
)

SAMPLES: dict[str, Sample] = {
    "oversight:course_list": Sample("officer"),
    "oversight:course_edit": Sample("officer"),
    "oversight:training_figures": Sample("officer"),
    "oversight:session_edit": Sample("officer", pk=COURSE),
    "oversight:session_show": Sample("officer", pk=HELD),
    "oversight:session_code": Sample("officer", pk=HELD),
    "oversight:attendance_print": Sample("officer", pk=HELD),
    "oversight:attendance_import": Sample("officer", pk=HELD),
    "oversight:course_offer_list": Sample("mentor"),
    "oversight:course_book": Sample("moral_office", pk=OPEN),
    "oversight:check_in": Sample("mentor", pk=HELD),
    "oversight:certificate_print": Sample("mentor", pk=PROOF),
    "oversight:certificate_verify": Sample(None, place="SELECT 'chunhe-demo'"),
    "oversight:topic_list": Sample("moral_office"),
    "oversight:topic_edit": Sample("moral_office"),
    "oversight:topic_show": Sample("moral_office", pk="SELECT id FROM oversight_topic ORDER BY title LIMIT 1"),
    "oversight:filed_topic_list": Sample("officer"),
    "oversight:filed_topic_show": Sample(
        "officer", pk="SELECT id FROM oversight_filedtopic WHERE filing = 'filed' LIMIT 1"
    ),
    "oversight:exchange_list": Sample("mentor"),
    "oversight:exchange_show": Sample(
        "mentor", pk="SELECT id FROM oversight_sharedstory WHERE state = 'published' LIMIT 1"
    ),
    "oversight:exchange_offer": Sample(
        "moral_office", pk="SELECT id FROM oversight_storyoffer WHERE state = 'agreed' LIMIT 1"
    ),
    "oversight:shared_list": Sample("officer"),
    "oversight:shared_review": Sample(
        "officer", pk="SELECT id FROM oversight_sharedstory WHERE state = 'offered' LIMIT 1"
    ),
    "oversight:event_edit": Sample("officer"),
}
