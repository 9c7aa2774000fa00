"""Correcting staff."""

from django.urls import reverse

from taoli.accounts.models import Membership
from tests.world import World


def url(world: World, name: str) -> str:
    return reverse("roster:staff_edit", args=[world.staff[name].pk])


def office_form(world: World, **changes: str) -> dict[str, str]:
    own = {"name": "王敏", "number": "T001", "subject": str(world.staff["王敏"].subject_id), "phone": ""}
    return {**own, "introduction": "", "kind": "teacher", **changes}


def test_the_office_corrects_name_and_number_and_the_account_follows(world: World) -> None:
    answer = world.client("孙悦").post(url(world, "王敏"), office_form(world, name="王慧敏", number="T100"))
    assert (answer.status_code, answer["Location"]) == (302, reverse("roster:staff_list"))
    row = world.staff["王敏"]
    row.refresh_from_db()
    assert (row.name, row.number, row.sort_key) == ("王慧敏", "T100", "wanghuimin whm")
    assert Membership.objects.get(account=world.accounts["王敏"]).name == "王慧敏"


def test_a_number_that_is_taken_gets_a_sentence_and_keeps_what_was_typed(world: World) -> None:
    answer = world.client("孙悦").post(url(world, "王敏"), office_form(world, name="王某", number="T002"))
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "工号 T002 已经是 李慧 的。请换一个。" in page
    assert 'value="王某"' in page
    row = world.staff["王敏"]
    row.refresh_from_db()
    assert row.name == "王敏"


def test_a_mentor_introduces_herself_and_changes_nothing_else(world: World) -> None:
    facts = {"introduction": "教语文，爱走路。", "phone": "13900001111", "name": "别人", "number": "T999"}
    answer = world.client("王敏").post(url(world, "王敏"), facts)
    assert (answer.status_code, answer["Location"]) == (302, reverse("home:me"))
    row = world.staff["王敏"]
    row.refresh_from_db()
    assert (row.introduction, row.phone, row.name, row.number) == ("教语文，爱走路。", "13900001111", "王敏", "T001")


def test_a_mentor_cannot_open_a_colleague(world: World) -> None:
    assert world.client("王敏").get(url(world, "李慧")).status_code == 404


def test_others_are_kept_out(world: World) -> None:
    for person in ("李慧", "赵国栋", "钱程", "郑明", "林子涵"):
        assert world.client(person).get(url(world, "王敏")).status_code == 403


def test_the_form_shows_what_is_known(world: World) -> None:
    page = world.client("孙悦").get(url(world, "王敏")).content.decode()
    assert 'value="T001"' in page
    assert "自我介绍" in page
