from taoli.handover.models import ReceivedStudent
from tests.handover.sending import Two, form

URL = "/handover/cards/type/"


def test_a_card_is_typed_and_stands_with_the_student(both: Two) -> None:
    office, child = both.world.client("孙悦"), both.world.students["林子涵"]
    said = {"student": str(child.pk), "from_school": "远方小学", "strengths": "爱读书\n有耐心", "contacts": "每周谈心"}
    later = office.post(URL, form(**said, written_on="2030-01-01")).content.decode()
    assert "日期在将来" in later
    answer = office.post(URL, form(**said, written_on="2026-06-30"))
    assert answer["Location"] == f"/handover/students/{child.pk}/received/"
    row = ReceivedStudent.objects.of(both.world.school).get()
    assert (row.strengths, row.from_school, row.entered_by) == (
        ["爱读书", "有耐心"],
        "远方小学",
        both.world.staff["孙悦"].pk,
    )


def test_only_students_within_reach_are_offered(both: Two) -> None:
    page = both.world.client("李慧").get(URL).content.decode()
    assert "孙浩然" in page
    assert "吴桐" not in page
    assert both.world.client("王敏").get(URL).status_code == 403
