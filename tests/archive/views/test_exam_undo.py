from taoli.archive.models import ExamImport, Score
from taoli.archive.services import apply_import
from tests.archive.examining import examine, url
from tests.archive.growing import sent
from tests.archive.services.test_marks import stage
from tests.world import World


def test_an_import_is_taken_back_once(world: World) -> None:
    exam = examine(world)
    row = apply_import(by=world.office, pk=stage(world, exam).pk)
    client, said = world.client("孙悦"), sent()
    for _each in range(2):
        assert client.post(url(exam, f"import/{row.pk}/undo/"), said)["Location"] == url(exam)
    assert ExamImport.objects.of(world.school).get().state == "undone"
    assert not Score.objects.of(world.school).filter(dropped_at=None).exists()
    late = client.post(url(exam, f"import/{row.pk}/undo/"), sent(), follow=True).content.decode()
    assert "不能撤回" in late


def test_others_do_not(world: World) -> None:
    exam = examine(world)
    row = apply_import(by=world.office, pk=stage(world, exam).pk)
    for name in ("王敏", "李慧", "林子涵"):
        assert world.client(name).post(url(exam, f"import/{row.pk}/undo/")).status_code == 403
