import pytest

from taoli.archive.models import EntryFile, EvaluationVoice, GrowthEntry, MonthlyPerformance, TermEvaluation
from taoli.common.models import School
from taoli.roster.models import Student

pytestmark = pytest.mark.django_db


def test_a_class_has_archives_one_of_two_years_and_evaluations_in_all_states(loaded: list[str]) -> None:
    school = School.objects.order_by("pk").first()
    assert school is not None
    rows = GrowthEntry.objects.of(school)
    by_student = [rows.filter(student=one).count() for one in Student.objects.of(school)]
    assert max(by_student) >= 19
    assert min(count for count in by_student if count) >= 3
    assert rows.earliest("happened_on").happened_on.year == 2024
    states = set(TermEvaluation.objects.of(school).values_list("state", flat=True))
    assert states == {"draft", "voices", "proof", "released"}
    assert EvaluationVoice.objects.of(school).count() >= 5
    assert MonthlyPerformance.objects.of(school).exists()
    assert EntryFile.objects.of(school).exists()


def test_nothing_is_loaded_twice(loaded: list[str]) -> None:
    school = School.objects.order_by("pk").first()
    assert GrowthEntry.objects.of(school).filter(text__startswith="剪纸").count() == 1
