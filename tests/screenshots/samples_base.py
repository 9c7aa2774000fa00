"""Pages of a bureau's base scheme: whose they are and how addresses are filled."""

from tests.screenshots.sampling import Sample

FIRST = "SELECT id FROM schemes_basescheme ORDER BY version LIMIT 1"
NEWEST = "SELECT id FROM schemes_basescheme ORDER BY version DESC LIMIT 1"
DRAFT = "SELECT id FROM oversight_basedraft LIMIT 1"

SAMPLES: dict[str, Sample] = {
    "oversight:base_list": Sample("officer"),
    "oversight:base_start": Sample("officer"),
    "oversight:base_edit": Sample("officer", pk=DRAFT),
    "oversight:base_publish": Sample("officer", pk=DRAFT),
    "oversight:base_show": Sample("officer", pk=FIRST),
    "oversight:base_compare": Sample("moral_office", pk=NEWEST),
    "oversight:base_decline": Sample("moral_office", pk=NEWEST),
}
