"""Pages of Word templates."""

from tests.screenshots.sampling import Sample

SAMPLES: dict[str, Sample] = {
    "documents:template_list": Sample("moral_office"),
    "documents:template_show": Sample("moral_office", key="SELECT form FROM documents_formtemplate LIMIT 1"),
}
