import uuid

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from taoli.matching.models import ChoiceRound, Grouping
from tests.matching.conftest import workbook
from tests.world import World


def url(world: World, choice: ChoiceRound, room: str = "高一(1)班") -> str:
    return f"/matching/rounds/{choice.pk}/groups/{world.classes[room].pk}/"


def test_the_scheme_fills_the_ratio_and_a_draft_is_made(world: World, group_round: ChoiceRound) -> None:
    client = world.client("李慧")
    assert 'value="3:5:2"' in client.get(url(world, group_round)).content.decode()
    answer = client.post(url(world, group_round), {"count": "2", "balance": ["gender"]})
    row = Grouping.objects.of(world.school).get()
    assert answer["Location"] == f"/matching/groupings/{row.pk}/"
    assert sorted(len(one["students"]) for one in row.groups) == [1, 2]
    client.post(url(world, group_round), {"size": "3"})
    assert sorted(Grouping.objects.of(world.school).values_list("state", flat=True)) == ["draft", "dropped"]


def test_what_is_sent_twice_makes_one_draft(world: World, group_round: ChoiceRound) -> None:
    client, sent = world.client("李慧"), {"count": "2", "op": str(uuid.uuid4())}
    first = client.post(url(world, group_round), sent)
    assert client.post(url(world, group_round), sent)["Location"] == first["Location"]
    assert Grouping.objects.of(world.school).count() == 1


def test_scores_of_a_workbook_make_layers_and_stay_in_the_draft(world: World, group_round: ChoiceRound) -> None:
    rows: list[list[object]] = [["学号", "成绩"], ["S001", 90], ["S002", 70], ["S003", "缺考"], ["S999", 50]]
    file = SimpleUploadedFile("成绩.xlsx", workbook(rows, sheet="期中"))
    sent = {"count": "1", "balance": ["layer"], "ratio": "3：5：2", "file": file}
    world.client("李慧").post(url(world, group_round), sent)
    row = Grouping.objects.of(world.school).get()
    lin, zhou = str(world.students["林子涵"].pk), str(world.students["周一诺"].pk)
    assert row.values == {lin: {"score": 1.0, "layer": "1"}, zhou: {"score": -1.0, "layer": "2"}}


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ({"balance": "gender"}, "请填写分成几组，或每组几人。"),
        ({"count": "9"}, "3 名学生分不成 9 组，请减少组数。"),
        ({"count": "2", "ratio": "三五二"}, "请写成 3:5:2 这样。"),
    ],
)
def test_what_does_not_fit_is_a_sentence(
    world: World, group_round: ChoiceRound, sent: dict[str, str], sentence: str
) -> None:
    assert sentence in world.client("李慧").post(url(world, group_round), sent).content.decode()
    assert not Grouping.objects.of(world.school).exists()


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ([["学号", "成绩"], ["S999", 90]], "表格里的学号没有一个在这里的学生名单中"),
        ([["学号", "小组"], ["S999", "一组"]], "表格里的学号没有一个在这里的学生名单中"),
        ([["姓名", "成绩"], ["林子涵", 90]], "表格里要有“学号”一列，还要有“成绩”或“小组”一列。"),
    ],
)
def test_a_workbook_of_others_is_told(
    world: World, group_round: ChoiceRound, rows: list[list[object]], sentence: str
) -> None:
    sent = {"count": "1", "file": SimpleUploadedFile("成绩.xlsx", workbook(rows))}
    assert sentence in world.client("李慧").post(url(world, group_round), sent).content.decode()


def test_what_is_no_workbook_is_told(world: World, group_round: ChoiceRound) -> None:
    sent = {"count": "1", "file": SimpleUploadedFile("成绩.xlsx", b"nothing")}
    answer = world.client("李慧").post(url(world, group_round), sent)
    assert answer.status_code == 200
    assert not Grouping.objects.of(world.school).exists()


def test_another_class_and_another_schools_round_are_not_found(
    world: World, group_round: ChoiceRound, next_door: ChoiceRound
) -> None:
    client = world.client("李慧")
    assert client.get(url(world, group_round, "高一(2)班")).status_code == 404
    assert client.post(url(world, group_round, "高一(2)班"), {"count": "1"}).status_code == 404
    assert client.get(url(world, next_door)).status_code == 404
