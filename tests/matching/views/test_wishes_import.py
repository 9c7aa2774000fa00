from django.core.files.uploadedfile import SimpleUploadedFile

from taoli.matching.models import ChoiceRound, WishImport
from tests.matching.conftest import workbook
from tests.world import World


def test_workbook_is_read_and_led_on_to_its_preview(world: World, choice_round: ChoiceRound) -> None:
    file = SimpleUploadedFile("志愿.xlsx", workbook([["学号", "第一志愿"], ["S001", "王敏"]]))
    answer = world.client("孙悦").post(f"/matching/rounds/{choice_round.pk}/wishes/", {"file": file})
    row = WishImport.objects.of(world.school).get()
    assert (row.state, row.file_name) == ("ready", "志愿.xlsx")
    assert answer["Location"] == f"/matching/wish-imports/{row.pk}/"


def test_page_asks_for_a_file(world: World, choice_round: ChoiceRound) -> None:
    url = f"/matching/rounds/{choice_round.pk}/wishes/"
    client = world.client("孙悦")
    assert "每名学生一行：学号和最多 3 个志愿" in client.get(url).content.decode()
    assert client.post(url, {}).status_code == 200
    assert WishImport.objects.of(world.school).count() == 0


def test_round_without_choice_says_so(world: World, assigned_round: ChoiceRound) -> None:
    page = world.client("孙悦").get(f"/matching/rounds/{assigned_round.pk}/wishes/").content.decode()
    assert "这一轮的方案由学校分配，没有志愿。" in page
