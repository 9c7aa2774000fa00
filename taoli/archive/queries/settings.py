"""How the school keeps its archive: sections in order, what families read and write."""

from dataclasses import dataclass

from taoli.archive.models import ArchiveSettings, GrowthEntry
from taoli.common import clock
from taoli.schemes.queries import published, rules

Section = GrowthEntry.Section


@dataclass(frozen=True, slots=True)
class Kept:
    """The sections that are on, in their order, as (key, words); what families may; `edit`: 0 without a row."""

    sections: tuple[tuple[str, str], ...]
    family_reads: bool
    family_writes: bool
    edit: int

    @property
    def keys(self) -> list[str]:
        """Return the sections' keys in their order."""
        return [key for key, _words in self.sections]


def settings_of(school_id: int) -> Kept:
    """Return how a school keeps its archive: as it has said, else everything in the usual order; one query."""
    row = ArchiveSettings.objects.of(school_id).first()
    if row is None:
        return Kept(_words(list(Section)), family_reads=True, family_writes=True, edit=0)
    return Kept(
        sections=_words([Section(key) for key in row.sections if key in Section.values] or list(Section)),
        family_reads=row.family_reads,
        family_writes=row.family_writes,
        edit=row.edit,
    )


def _words(sections: list[Section]) -> tuple[tuple[str, str], ...]:
    return tuple((one.value, str(one.label)) for one in sections)


def all_sections() -> tuple[tuple[str, str], ...]:
    """Return every section there is, in the usual order."""
    return _words(list(Section))


def scheme_sections(school_id: int) -> list[str]:
    """Return the sections that the scheme in force names, in its words; none without a scheme."""
    version = published(school_id, clock.today()) or published(school_id)
    return [section.label for section in rules(version).archive_sections] if version else []
