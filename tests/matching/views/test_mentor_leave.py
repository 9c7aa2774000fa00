from tests.matching.year import live
from tests.world import World

URL = "/matching/year/leave/"


def asked(world: World, **more: str) -> dict[str, str]:
    return {"staff": str(world.staff["王敏"].pk), "way": "mentor_left", "starts": "2026-11-23", **more}


def chosen(world: World, **mentors: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for student, mentor in mentors.items():
        pairing = live(world, student)
        found |= {f"mentor_{pairing.student_id}": str(world.staff[mentor].pk)}
        found |= {f"was_{pairing.student_id}": str(pairing.pk)}
    return found


def test_the_dry_run_names_everybody_and_writes_nothing(going: World) -> None:
    page = going.client("孙悦").get(URL, asked(going)).content.decode()
    assert "从 2026-11-23 起，3 名学生换导师" in page
    assert all(name in page for name in ("林子涵", "周一诺", "赵思源"))
    assert live(going, "林子涵").mentor_id == going.staff["王敏"].pk


def test_what_was_chosen_in_place_is_what_is_written(going: World) -> None:
    data = asked(going) | chosen(going, 林子涵="周宁", 周一诺="李慧", 赵思源="陈立")
    answer = going.client("孙悦").post(URL, data)
    assert answer["Location"].startswith("/matching/year/changes/")
    assert live(going, "林子涵").mentor_id == going.staff["周宁"].pk


def test_two_people_at_once_the_second_keeps_the_page_with_a_sentence(going: World) -> None:
    data = asked(going, way="stopped", note="不合适") | chosen(going, 林子涵="周宁", 周一诺="李慧", 赵思源="陈立")
    going.client("孙悦").post(URL, data)
    page = going.client("孙悦").post(URL, data | {"starts": "2026-11-24"}).content.decode()
    assert "请重新看一遍" in page


def test_somebody_stands_in(going: World) -> None:
    more = {"way": "stand_in", "substitute": str(going.staff["李慧"].pk), "ends": "2026-12-04"}
    client = going.client("孙悦")
    assert "3 名学生的导师不变" in client.get(URL, asked(going, **more)).content.decode()
    assert client.post(URL, asked(going, **more)).status_code == 302
    assert live(going, "林子涵").mentor_id == going.staff["王敏"].pk


def test_what_is_missing_is_said(going: World) -> None:
    client = going.client("孙悦")
    assert "请写明由谁代管" in client.get(URL, asked(going, way="stand_in")).content.decode()
    assert "请写明原因" in client.get(URL, asked(going, way="stopped")).content.decode()


def test_a_homeroom_teacher_is_pointed_to_the_handover(going: World) -> None:
    page = going.client("孙悦").get(URL, asked(going, staff=str(going.staff["李慧"].pk))).content.decode()
    assert f"/roster/classes/{going.classes['高一(1)班'].pk}/handover/" in page
