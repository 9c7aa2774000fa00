"""A hundred malformed files and twenty bombs: each gets its verdict, and nothing is written."""

from taoli.common.models import School
from taoli.common.policy import system
from taoli.common.state import state_hash
from taoli.roster.phrases import problem_sentence
from taoli.roster.readers.book import Upload
from taoli.roster.services import importing
from tests.roster.corpora.bombs import BOMBS
from tests.roster.corpora.case import Case
from tests.roster.corpora.damaged import DAMAGED
from tests.roster.corpora.faulty import FAULTY


def verdicts(cases: list[Case]) -> dict[str, list[str]]:
    """Return what is said of each file: codes with sheet, row and column where they are known."""
    school = School.objects.create(code="xin", name="新校")
    before, found = state_hash(), {}
    for case in cases:
        row = importing.stage(by=system(school.pk), uploads=[Upload(case.file, case.make())])
        assert (case.name, row.is_stored, row.plan) == (case.name, False, {})
        assert all(problem_sentence(problem) for problem in row.problems)
        found[case.name] = [
            " ".join(str(part) for part in (one["code"], one["sheet"], one["row"], one["column"]) if part)
            for one in row.problems
        ]
        if " " not in case.verdict:
            found[case.name] = sorted({words.partition(" ")[0] for words in found[case.name]})
    assert state_hash() == before
    return found


def expected(cases: list[Case]) -> dict[str, list[str]]:
    return {case.name: [case.verdict] for case in cases}


def test_there_are_a_hundred_malformed_files_and_twenty_bombs_of_different_names() -> None:
    assert (len(DAMAGED) + len(FAULTY), len(BOMBS)) == (100, 20)
    assert len({case.name for case in (*DAMAGED, *FAULTY, *BOMBS)}) == 120


def test_a_file_that_is_damaged_or_no_workbook_gets_its_verdict_and_changes_nothing(db: None) -> None:
    assert verdicts(DAMAGED) == expected(DAMAGED)


def test_a_wrong_cell_is_named_with_sheet_row_and_column_in_every_format(db: None) -> None:
    assert verdicts(FAULTY) == expected(FAULTY)


def test_a_bomb_gets_its_verdict_and_changes_nothing(db: None) -> None:
    assert verdicts(BOMBS) == expected(BOMBS)
