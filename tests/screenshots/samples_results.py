"""Pages of closed surveys and of sheets on paper: whose they are and how their addresses are filled."""

from tests.screenshots.sampling import Sample

CLOSED = "SELECT id FROM evaluation_survey WHERE state = 'closed' LIMIT 1"
OPEN = "SELECT id FROM evaluation_survey WHERE state = 'open' LIMIT 1"

SAMPLES: dict[str, Sample] = {
    "evaluation:survey_close": Sample("moral_office", pk=OPEN),
    "evaluation:survey_results": Sample("principal", pk=CLOSED),
    "evaluation:my_results": Sample("mentor"),
    "evaluation:comment_list": Sample("moral_office"),
    "evaluation:comment_review": Sample("moral_office", pk=CLOSED),
    "evaluation:indicator_list": Sample("principal"),
    "evaluation:paper_print": Sample("moral_office", pk=OPEN),
    "evaluation:paper_type": Sample("moral_office", pk=OPEN),
    "evaluation:paper_import": Sample("moral_office", pk=OPEN),
}
