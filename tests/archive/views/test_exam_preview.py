from taoli.archive.models import ExamImport, Score
from tests.archive.examining import examine, url
from tests.archive.growing import sent
from tests.archive.services.test_marks import stage
from tests.world import World


def test_it_says_what_will_happen(world: World) -> None:
    exam = examine(world, {"林子涵": ("88", "70")})
    row = stage(world, exam, [["学号", "语文", "数学", "总分"], ["S001", 88, 90, 178], ["S002", "缺考", "补78", ""]])
    page = world.client("孙悦").get(url(exam, f"import/{row.pk}/")).content.decode()
    for words in ("2 名学生的 4 个成绩", "1 个成绩会替换原来的", "1 个成绩已经有了", "有 3 名学生不在表里", "总分"):
        assert words in page


def test_it_is_taken_in_once(world: World) -> None:
    exam = examine(world)
    row, client, said = stage(world, exam), world.client("孙悦"), sent(do="apply")
    for _each in range(2):
        assert client.post(url(exam, f"import/{row.pk}/"), said)["Location"] == url(exam)
    assert Score.objects.of(world.school).count() == 6
    again = client.post(url(exam, f"import/{row.pk}/"), sent(do="apply"), follow=True).content.decode()
    assert "已经处理过了" in again


def test_it_can_be_forgotten(world: World) -> None:
    exam = examine(world)
    row = stage(world, exam)
    world.client("孙悦").post(url(exam, f"import/{row.pk}/"), sent(do="drop"))
    assert ExamImport.objects.of(world.school).get().state == "dropped"
    assert not Score.objects.of(world.school).exists()


def test_an_import_of_another_exam_is_not_found(world: World) -> None:
    row = stage(world, examine(world))
    other = examine(world, name="另一次")
    assert world.client("孙悦").get(url(other, f"import/{row.pk}/")).status_code == 404
    assert world.client("王敏").get(url(other, f"import/{row.pk}/")).status_code == 403
