"""Slips with activation codes."""

import io
import uuid

from django.urls import reverse
from openpyxl import load_workbook

from taoli.accounts.models import ActivationCode
from taoli.accounts.services import activate
from taoli.common.models import AuditEntry
from taoli.roster.services.people import open_accounts
from tests.world import CAST, PASSWORD, World

URL = reverse("roster:account_slips")


def cells(data: bytes) -> list[tuple[str, ...]]:
    sheet = load_workbook(io.BytesIO(data)).active
    assert sheet is not None
    return [tuple(str(cell) for cell in row) for row in sheet.iter_rows(min_row=2, max_col=4, values_only=True)]


def test_staff_get_a_working_code_each_and_issuing_is_audited(world: World) -> None:
    open_accounts(by=world.office)
    answer = world.client("孙悦").post(URL, {"audience": "staff", "op": str(uuid.uuid4())})
    rows = cells(answer.content)
    assert [row[0] for row in rows] == [
        "王敏",
        "李慧",
        "陈立",
        "赵国栋",
        "孙悦",
        "钱程",
        "吴考",
        "郑明",
        "周宁",
        "何静",
        "老秦",
    ]
    name, place, username, code = rows[2]
    assert (name, place, username) == ("陈立", "语文", "taoli-T003")
    assert activate(username=username, code=code, password=PASSWORD).username == "taoli-T003"
    actions = AuditEntry.objects.of(world.school).values_list("action", flat=True)
    assert {"account.print_slips", "account.issue_codes"} <= set(actions)


def test_a_class_gets_slips_for_students_and_for_families(world: World) -> None:
    open_accounts(by=world.office)
    client, room = world.client("孙悦"), str(world.classes["高一(1)班"].pk)
    students = cells(client.post(URL, {"audience": "students", "room": room}).content)
    assert [row[:3] for row in students][1:] == [
        ("周一诺", "高一(1)班", "taoli-S002"),
        ("孙浩然", "高一(1)班", "taoli-S003"),
    ]
    families = cells(client.post(URL, {"audience": "guardians", "room": room}).content)
    assert [row[:3] for row in families] == [("林母", "高一(1)班 林子涵", "林母")]


def test_those_who_have_activated_theirs_are_left_out_unless_asked_for(world: World) -> None:
    for account in world.accounts.values():
        account.set_password(PASSWORD)
        account.save()
    client = world.client("孙悦")
    page = client.post(URL, {"audience": "staff"}).content.decode()
    assert "这里的人都已激活，或还没有账号。" in page
    assert len(cells(client.post(URL, {"audience": "staff", "again": "on"}).content)) == 9


def test_a_repeat_issues_no_second_code(world: World) -> None:
    client, op = world.client("孙悦"), str(uuid.uuid4())
    client.post(URL, {"audience": "staff", "op": op})
    before = ActivationCode.objects.count()
    answer = client.post(URL, {"audience": "staff", "op": op})
    assert (answer.status_code, answer["Location"]) == (302, URL)
    assert "这些激活码已经发过。" in client.get(URL).content.decode()
    assert ActivationCode.objects.count() == before


def test_a_class_must_be_chosen_for_students(world: World) -> None:
    page = world.client("孙悦").post(URL, {"audience": "students"}).content.decode()
    assert "请选择班级。" in page


def test_a_class_of_another_school_is_no_choice(world: World) -> None:
    assert world.stranger is not None
    room = str(world.stranger.school_class_id)
    answer = world.client("孙悦").post(URL, {"audience": "students", "room": room})
    assert answer.status_code == 200
    assert "room" in answer.context["form"].errors


def test_the_page_counts_accounts(world: World) -> None:
    rows = world.client("郑明").get(URL).context["rows"]
    counts = {str(row["name"]): (row["count"].people, row["count"].accounts, row["count"].active) for row in rows}
    assert counts == {"教职工": (11, 9, 0), "学生": (6, 1, 0), "家长": (1, 1, 0)}


def test_only_office_and_admin_may(world: World) -> None:
    answers = {role.value: world.client(name).get(URL).status_code for role, name in CAST.items()}
    assert answers == {**dict.fromkeys(answers, 403), "moral_office": 200, "admin": 200}
