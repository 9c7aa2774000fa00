"""Pages of honours, stars, pay, career files, stories and training: whose they are and how addresses are filled."""

from tests.screenshots.sampling import Sample

MENTOR = (
    "SELECT person_id FROM accounts_membership JOIN accounts_account ON accounts_account.id = account_id "
    "WHERE username = 'demo-mentor'"
)
PUBLISHED = "SELECT id FROM evaluation_appraisalrun WHERE state = 'published' LIMIT 1"
DECIDED = "SELECT id FROM evaluation_honournotice WHERE state = 'result' LIMIT 1"
POSTED = "SELECT id FROM evaluation_honournotice WHERE state IN ('posted', 'result') ORDER BY state LIMIT 1"

SAMPLES: dict[str, Sample] = {
    "evaluation:notice_list": Sample("moral_office"),
    "evaluation:notice_edit": Sample("moral_office", pk=PUBLISHED, key="SELECT 'excellent'"),
    "evaluation:notice_show": Sample("mentor", pk=POSTED),
    "evaluation:notice_remark": Sample("moral_office", pk=POSTED),
    "evaluation:notice_result": Sample("moral_office", pk=DECIDED),
    "evaluation:star_list": Sample("mentor"),
    "evaluation:star_apply": Sample("mentor"),
    "evaluation:star_review": Sample("moral_office", pk="SELECT id FROM evaluation_starapplication LIMIT 1"),
    "evaluation:star_settings": Sample("moral_office"),
    "evaluation:allowance_show": Sample("moral_office"),
    "evaluation:my_career": Sample("mentor"),
    "evaluation:career_list": Sample("moral_office"),
    "evaluation:career_show": Sample("moral_office", pk=MENTOR),
    "evaluation:career_print": Sample("mentor", pk=MENTOR),
    "evaluation:story_list": Sample("mentor"),
    "evaluation:story_edit": Sample("mentor"),
    "evaluation:story_show": Sample("mentor", pk="SELECT id FROM evaluation_story WHERE state = 'accepted' LIMIT 1"),
    "evaluation:story_review": Sample(
        "moral_office", pk="SELECT id FROM evaluation_story WHERE state = 'submitted' LIMIT 1"
    ),
    "evaluation:story_booklet": Sample("mentor"),
    "evaluation:training_list": Sample("moral_office"),
    "evaluation:training_edit": Sample("moral_office"),
    "evaluation:my_training": Sample("mentor"),
}
