from django.test import Client

from taoli.common.models import School
from taoli.guidance.services.talk_codes import issue_slips
from taoli.roster.models import SchoolNumbers
from tests.guidance.talking import body
from tests.world import World

PAGE = "/guidance/talk/"


def test_a_right_code_opens_ones_page_and_a_wrong_one_names_nobody(world: World) -> None:
    slip = issue_slips(by=world.office, room_id=world.classes["高一(1)班"].pk)[0]
    client = Client()
    wrong = client.post(PAGE, {"code": "ABCDE-FGHJK"}).content.decode()
    assert "这个码不对" in wrong
    assert slip.student.name not in wrong
    assert client.post(PAGE, {"code": slip.keep.lower()})["Location"] == "/guidance/talk/me/"
    assert slip.student.name in body(client, "/guidance/talk/me/")
    for half in (slip.drop, slip.keep[:5], "", "x" * 400):
        assert Client().post(PAGE, {"code": half}).status_code == 200


def test_a_code_rests_after_ten_wrong_tries(world: World) -> None:
    slip = issue_slips(by=world.office, room_id=world.classes["高一(1)班"].pk)[0]
    client = Client()
    for _each in range(10):
        client.post(PAGE, {"code": slip.keep[:6] + "AAAAA"})
    assert client.post(PAGE, {"code": slip.keep}).status_code == 200


def test_the_numbers_stand_there_before_anybody_is_known(world: World) -> None:
    SchoolNumbers.objects.create(school=world.school, duty_phone="0535-110119")
    page = body(Client(), PAGE)
    assert "12356" in page
    assert "0535-110119" not in page  # two schools on this server: nobody knows whose
    assert School.objects.count() > 1
