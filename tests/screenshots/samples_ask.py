"""Pages of surveys, prepared and answered."""

from tests.screenshots.sampling import Sample

OFFICE = "moral_office"
DRAFT = "SELECT id FROM evaluation_survey WHERE state = 'draft' LIMIT 1"
OPEN = "SELECT id FROM evaluation_survey WHERE state = 'open' AND source = 'guardian' LIMIT 1"
DRAWN = "SELECT id FROM evaluation_survey WHERE state = 'open' AND sample IS NOT NULL LIMIT 1"
MINE = (
    "SELECT evaluation_ballottoken.id FROM evaluation_ballottoken JOIN accounts_membership ON holder_id = person_id "
    "JOIN accounts_account ON accounts_account.id = account_id WHERE username = 'demo-student' "
    "AND holder_kind = 'student' LIMIT 1"
)

SAMPLES: dict[str, Sample] = {
    "evaluation:survey_list": Sample(OFFICE),
    "evaluation:survey_new": Sample(OFFICE, query="?set=students_about_mentor"),
    "evaluation:survey_show": Sample(OFFICE, pk=OPEN),
    "evaluation:survey_edit": Sample(OFFICE, pk=DRAFT),
    "evaluation:question_edit": Sample(OFFICE, query="?place=0", pk=DRAFT),
    "evaluation:survey_slips": Sample(OFFICE, pk=OPEN),
    "evaluation:survey_draw": Sample(OFFICE, pk=DRAWN),
    "evaluation:ballot_list": Sample("student"),
    "evaluation:ballot_answer": Sample("student", pk=MINE),
    "evaluation:ballot_code": Sample(None),
    "evaluation:ballot_door": Sample(None, code="SELECT 'ABCDEFGHJK'"),
}
