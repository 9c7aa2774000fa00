from taoli.engine.scheme import dump, parse_scheme
from taoli.engine.scheme.vocabulary import Survey
from taoli.evaluation.queries.answers import in_use
from taoli.evaluation.queries.sources import SURVEYS, Source, scales_of, surveys_of
from tests.duties.school import taigu
from tests.engine.examples import appraisal_with
from tests.evaluation.work import judged_by
from tests.world import World


def test_every_survey_of_the_vocabulary_has_a_source() -> None:
    assert set(SURVEYS) == {source.value for source in Source}
    assert set(SURVEYS.values()) == set(Survey)


def test_the_scheme_says_whose_answers_and_on_which_scale(world: World) -> None:
    judged_by(
        world,
        {"method": "rank_scaled", "source": "peers", "best": 10},
        {"method": "survey_mean", "source": "self", "max_answer": 100},
        {"method": "sources_weighted", "sources": [{"source": "self", "weight": 1, "max_answer": 10}]},
    )
    assert scales_of(world.school.pk, world.term) == {"peer": 5, "self": 100}
    assert in_use(world.school.pk, world.term) == [("同事", 0), ("导师本人", 0)]


def test_before_any_scheme_students_and_parents_are_asked(world: World) -> None:
    assert scales_of(world.school.pk, world.term) == {"student": 5, "guardian": 5}
    assert scales_of(world.school.pk, None) == {"student": 5, "guardian": 5}


def test_a_scheme_without_appraisal_asks_nobody() -> None:
    assert surveys_of(parse_scheme({**dump(taigu()), "appraisal": None})) == {}
    done = parse_scheme({**dump(taigu()), "appraisal": appraisal_with({"method": "done_once"})})
    assert surveys_of(done) == {}
