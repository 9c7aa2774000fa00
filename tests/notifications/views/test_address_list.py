import uuid

import pytest

from taoli.common.models import ViewLog
from taoli.notifications.models import NoticeAddress
from tests.world import World

URL = "/notices/addresses/mail/"


def kept(world: World) -> dict[str, str]:
    names = {one.pk: one.name for one in world.staff.values()}
    return {names[row.person_id]: row.value for row in NoticeAddress.objects.of(world.school)}


def paste(world: World, text: str, url: str = URL) -> str:
    answer = world.client("孙悦").post(url, {"lines": text, "op": str(uuid.uuid4())}, follow=True)
    return answer.content.decode()


def test_two_columns_are_pasted_by_number_or_name(world: World) -> None:
    page = paste(world, "T001\twang@school.test\n李慧，li@school.test\n\n")
    assert kept(world) == {"王敏": "wang@school.test", "李慧": "li@school.test"}
    assert "wang@school.test" in page
    paste(world, "T001\tother@school.test\nT002")
    assert kept(world) == {"王敏": "other@school.test"}


def test_lines_that_cannot_be_read_come_back_with_the_reason(world: World) -> None:
    page = paste(world, "T001\twang@school.test\nT999\tx@school.test\nT002\tno address\nT003\ta@b.c\\nd")
    assert kept(world) == {"王敏": "wang@school.test"}
    assert page.count("这不是这一类地址。") == 2
    assert "没有这个工号的教职工" in page


@pytest.mark.parametrize("value", ["WangMin", "wang.min-1@corp"])
def test_a_wecom_account_is_no_mail_address(world: World, value: str) -> None:
    paste(world, f"T001\t{value}", "/notices/addresses/wecom/")
    assert kept(world) == {"王敏": value}


def test_reading_telephones_is_logged(world: World) -> None:
    paste(world, "T001\t13800000001", "/notices/addresses/sms/")
    rows = ViewLog.objects.of(world.school).filter(noun="notifications.address")
    assert str(world.staff["王敏"].pk) in str(list(rows.values()))


def test_a_kind_there_is_not(world: World) -> None:
    assert world.client("孙悦").get("/notices/addresses/pigeon/").status_code == 404
