from taoli.evaluation.models import SurveyBatch
from taoli.oversight.models import Member, ReceivedSummary, ReleasedFigure, WeekRelease
from taoli.oversight.queries.figures import figures_of
from taoli.rehearsal.services.city import hand_in_own, load_city
from taoli.rehearsal.services.city_weeks import INDICATORS, TERM_WEEKS, weeks
from taoli.rehearsal.services.overview import load_overview
from tests.oversight.queries.test_figures import survey
from tests.world import World


def test_the_demo_bureaus_are_told_of_every_week_once(world: World) -> None:
    city, district = world.bureaus["city"], world.bureaus["district"]
    load_city(city, district, schools=3)
    made = load_overview(city, district)
    assert made == 2 * WeekRelease.objects.of(district).count() > 20
    assert load_overview(city, district) == 0
    last = WeekRelease.objects.of(city).order_by("-week").first()
    assert last is not None
    newest = ReceivedSummary.objects.of(city).order_by("-week").first()
    assert newest is not None
    assert (last.week, last.term) == (newest.week, newest.document["term"])


def test_a_survey_of_the_city_and_of_a_school_that_is_really_kept_are_one_figure(world: World) -> None:
    city = world.bureaus["city"]
    survey(world)
    load_city(city, world.bureaus["district"], schools=3)
    hand_in_own((world.school,))
    load_overview(city)
    own = Member.objects.of(city).get(hosted=world.school)
    made = Member.objects.of(city).filter(hosted=None)
    last = ReleasedFigure.objects.of(city).filter(release__week=weeks()[-1].monday)
    told = last.get(measure="survey.student.knows_mentor.answers", level=ReleasedFigure.Level.SCHOOL)
    assert told.rows.keys() == {str(own.pk), *(str(one.pk) for one in made)}
    sources = {one.source for one in figures_of(world.school.pk, weeks()[-1].monday).indicators}
    assert sources <= {source for _key, source, _share in INDICATORS} <= set(SurveyBatch.Source)


def test_the_indicators_stand_by_term_as_the_surveys_were_closed(world: World) -> None:
    city = world.bureaus["city"]
    load_city(city, world.bureaus["district"], schools=3)
    load_overview(city)
    told = WeekRelease.objects.of(city).exclude(survey_term="").order_by("week")
    assert list(dict.fromkeys(told.values_list("survey_term", flat=True))) == [
        "2025-2026学年第一学期",
        "2025-2026学年第二学期",
        "2026-2027学年第一学期",
    ]
    taught = {one.monday for one in weeks() if one.number and one.number < TERM_WEEKS}
    assert not taught & set(told.values_list("week", flat=True))
