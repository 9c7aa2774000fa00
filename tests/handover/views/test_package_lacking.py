import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from taoli.handover.services.answers import take_receipt
from taoli.handover.services.cards import issue_card, type_receipt
from taoli.roster.services.students import leave_school
from tests.handover.sending import Two, accepted, arrived, sent
from tests.world import TODAY

URL = "/handover/packages/lacking/"


def test_who_left_stands_there_until_the_receipt_is_there(both: Two) -> None:
    office = both.world.client("孙悦")
    assert "没有学生缺档案包" in office.get(URL).content.decode()
    leave_school(by=both.here, student_id=both.world.students["吴桐"].pk, last=TODAY)
    package = sent(both)
    page = office.get(URL).content.decode()
    assert "吴桐" in page
    assert "还没有发出" in page
    assert "已发送，回执未到" in page
    take_receipt(by=both.here, line=accepted(both, arrived(both, package)).receipt)
    page = office.get(URL).content.decode()
    assert "林子涵" not in page


def test_the_stub_of_a_card_counts_as_a_receipt(both: Two) -> None:
    student = both.world.students["吴桐"]
    leave_school(by=both.here, student_id=student.pk, last=TODAY)
    card = issue_card(by=both.here, student_id=student.pk, to_school="远方中学")
    office = both.world.client("孙悦")
    assert "卡已打印，回执未到" in office.get(URL).content.decode()
    type_receipt(by=both.here, code=card.code, received_on=TODAY, received_by="丁老师")
    assert "吴桐" not in office.get(URL).content.decode()


@pytest.mark.parametrize(("name", "code"), [("钱程", 200), ("王敏", 403), ("赵国栋", 403), ("吴考", 403)])
def test_the_principal_reads_it_too(both: Two, name: str, code: int) -> None:
    assert both.world.client(name).get(URL).status_code == code


def test_it_takes_as_many_queries_for_three_students_as_for_one(both: Two) -> None:
    client, counts = both.world.client("孙悦"), []
    for names in (("吴桐",), ("钱多多", "孙浩然")):
        for name in names:
            leave_school(by=both.here, student_id=both.world.students[name].pk, last=TODAY)
        with CaptureQueriesContext(connection) as caught:
            client.get(URL)
        counts.append(len(caught))
    assert counts[0] == counts[1]
