import uuid

from taoli.common.models import ViewLog
from taoli.matching import services
from taoli.matching.models import ChoiceRound, Wish, WishImport
from tests.matching.conftest import workbook
from tests.world import World


def staged(world: World, choice: ChoiceRound, mentor: str) -> WishImport:
    data = workbook([["学号", "第一志愿"], ["S001", mentor]])
    return services.stage_wishes(by=world.office, round_id=choice.pk, file_name="志愿.xlsx", data=data)


def test_preview_is_logged_and_writes_nothing_until_confirmed(world: World, choice_round: ChoiceRound) -> None:
    row = staged(world, choice_round, "王敏")
    client, url = world.client("孙悦"), f"/matching/wish-imports/{row.pk}/"
    page = client.get(url).content.decode()
    assert "导入 1 名学生的志愿" in page
    assert ViewLog.objects.of(world.school).filter(page="matching:wishes_confirm").count() == 1
    assert Wish.objects.of(world.school).count() == 0
    op = str(uuid.uuid4())
    client.post(url, {"op": op})
    client.post(url, {"op": op})
    assert Wish.objects.of(world.school).count() == 1


def test_problems_are_listed_instead(world: World, choice_round: ChoiceRound) -> None:
    row = staged(world, choice_round, "无名氏")
    client, url = world.client("孙悦"), f"/matching/wish-imports/{row.pk}/"
    page = client.get(url).content.decode()
    assert "有 1 处要再看一看，什么都没有写入" in page
    assert "志愿 第 2 行 第一志愿：“无名氏”不是这一轮的导师。请按名单填写姓名或工号。" in page
    assert "这个工作簿有问题。请改好后重新上传。" in client.post(url, follow=True).content.decode()
    assert Wish.objects.of(world.school).count() == 0


def test_unknown_import_is_not_found(world: World) -> None:
    assert world.client("孙悦").get(f"/matching/wish-imports/{uuid.uuid4()}/").status_code == 404
