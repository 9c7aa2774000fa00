"""messy.xlsx: every planted fault is found, nothing else, and nothing is written."""

from taoli.common.models import School
from taoli.common.state import state_hash
from taoli.roster.readers.book import Upload
from taoli.roster.services import importing
from tests.roster.corpora.messy import clean, expected, messy


def found(data: bytes) -> list[tuple[str, int, str, str]]:
    school = School.objects.create(code="xin", name="新校")
    before = state_hash()
    seen = importing.preview(school_id=school.pk, uploads=[Upload("messy.xlsx", data)])
    assert state_hash() == before
    assert seen.open_questions == 0
    return [(one["sheet"], one["row"], one["column"], one["code"]) for one in seen.problems]


def test_every_planted_fault_is_found_once_and_no_other(db: None) -> None:
    wanted = expected()
    assert len(wanted) >= 40
    seen = found(messy())
    assert sorted(set(seen) - wanted) == []
    assert sorted(wanted - set(seen)) == []
    assert len(seen) == len(wanted)


def test_the_clean_twin_has_none(db: None) -> None:
    assert found(clean()) == []
