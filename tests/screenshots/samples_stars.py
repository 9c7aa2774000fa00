"""Pages of star mentors: whose they are and how addresses are filled."""

from tests.screenshots.sampling import Sample

ROUND = "SELECT id FROM oversight_starround WHERE state = '{}' LIMIT 1"
ENTRY = "SELECT e.id FROM oversight_starentry e JOIN oversight_starround r ON r.id = e.round_id WHERE r.state = '{}' LIMIT 1"
TITLE = "SELECT id FROM oversight_startitle LIMIT 1"

SAMPLES: dict[str, Sample] = {
    "oversight:star_round_list": Sample("officer"),
    "oversight:star_round_edit": Sample("officer"),
    "oversight:star_round_show": Sample("officer", pk=ROUND.format("review")),
    "oversight:star_entry_show": Sample("officer", pk=ENTRY.format("notice")),
    "oversight:star_remark_list": Sample("officer", pk=ROUND.format("notice")),
    "oversight:star_tie_list": Sample("officer"),
    "oversight:star_condition": Sample("officer"),
    "oversight:my_reviews": Sample("reviewer"),
    "oversight:star_review_edit": Sample("reviewer", pk=ENTRY.format("review")),
    "oversight:my_stars": Sample("mentor"),
    "oversight:star_apply": Sample("mentor", pk=ROUND.format("open")),
    "oversight:candidacy_list": Sample("moral_office"),
    "oversight:candidacy_endorse": Sample(
        "moral_office", pk="SELECT id FROM oversight_starcandidacy WHERE state = 'sent' LIMIT 1"
    ),
    "oversight:star_certificate": Sample("mentor", pk=TITLE),
    "oversight:star_notice": Sample(
        None,
        bureau="SELECT school_id FROM oversight_starround WHERE state = 'notice' LIMIT 1",
        pk=ROUND.format("notice"),
    ),
    "oversight:star_verify": Sample(None),
}
