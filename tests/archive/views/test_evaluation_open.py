from taoli.archive.models import TermEvaluation
from tests.archive.growing import sent
from tests.world import World

URL = "/archive/evaluations/open/"


def test_a_class_is_opened_and_a_wrong_one_is_said(world: World) -> None:
    client, term = world.client("李慧"), world.term.pk
    form = sent(room=str(world.classes["高一(1)班"].pk), term=str(term))
    for _each in range(2):
        assert client.post(URL, form).status_code == 302
    assert TermEvaluation.objects.of(world.school).count() == 3
    for wrong in ({"room": "x", "term": "y"}, {"room": str(world.classes["高二(1)班"].pk), "term": str(term)}):
        assert (
            "请选择班级" in (page := client.post(URL, sent(**wrong), follow=True).content.decode()) or "不由你" in page
        )
    assert TermEvaluation.objects.of(world.school).count() == 3
