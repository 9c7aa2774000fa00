"""`python -m taoli.engine score FILE…`: the appraisal sheets of a term, from a JSON file, with no database.
The file holds what `comply` reads and also `mentors` [{mentor_id, grade_id, …}], `ticks` [{mentor_id, item, given}],
`survey` and (of the term before) `survey_before` [{source, mentor_id, answers}], `register_done` {mentor id: true or
false}. The cells are reckoned from it; with `as_of` only what was due by that day counts. Prints {term, as_of, sheets}.
A malformed file gets a sentence and exit code 2.
"""

from typing import Any

from taoli.engine.compliance import cells
from taoli.engine.formats.term_file import TermFile, answer_files
from taoli.engine.scheme import Scheme
from taoli.engine.scoring import ScoringFacts, score


def run(paths: list[str]) -> int:
    """Print the sheets of each file; 0, or 2 when a file is malformed."""
    return answer_files(paths, _score)


def _score(scheme: Scheme, facts: TermFile) -> dict[str, Any]:
    sheets = score(scheme, scoring_facts(scheme, facts))
    term = facts.chosen_term()
    return {"term": term.key, "as_of": facts.as_of or term.ends, "sheets": sheets}


def scoring_facts(scheme: Scheme, facts: TermFile) -> ScoringFacts:
    """The facts of a file as scoring wants them, cells reckoned."""
    term, calendar = facts.chosen_term(), facts.calendar()
    as_of = facts.as_of or term.ends
    return ScoringFacts(
        term=term,
        calendar=calendar,
        mentors=facts.mentors,
        pairings=facts.pairings,
        acts=facts.acts,
        cells=cells(scheme, calendar, term, facts.pairings, facts.acts, as_of, facts.marks, facts.leaves),
        ticks={(tick.mentor_id, tick.item): tick.given for tick in facts.ticks},
        survey={(answers.source, answers.mentor_id): answers.answers for answers in facts.survey},
        earlier={(answers.source, answers.mentor_id): answers.answers for answers in facts.survey_before},
        register_done=facts.register_done,
        as_of=facts.as_of,
    )
