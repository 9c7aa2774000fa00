from taoli.engine.survey import draw, population_hash
from taoli.evaluation.models import BallotToken
from taoli.roster.models import Student
from tests.evaluation.asking import put
from tests.world import World


def test_the_list_gives_the_same_draw_again(settled: World) -> None:
    survey = put(settled, sample=3, seed="777")
    answer = settled.client("孙悦").get(f"/evaluation/surveys/{survey.pk}/draw/list/")
    numbers = answer.content.decode().splitlines()
    assert population_hash(numbers) == survey.population_hash
    ids = BallotToken.objects.of(settled.school).values("holder_id")
    asked = Student.objects.of(settled.school).filter(pk__in=ids).values_list("number", flat=True)
    assert set(draw(numbers, 3, "777")) == set(asked)
    assert "林子涵" not in answer.content.decode()
