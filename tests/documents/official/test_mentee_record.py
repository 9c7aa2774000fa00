from taoli.common.models import ViewLog
from tests.documents.official.people import data
from tests.world import World


def test_what_the_student_wrote_stands_beside_the_talk(worked: World) -> None:
    first, second = data(worked, "mentee_record")["guided"]
    assert (first["on"], first["gain"]) == ("9月14日 周一", "背书分三天；先背难的")
    assert (second["gain"], "图书角值日" in second["said"]) == ("", True)
    assert not ViewLog.objects.of(worked.school).exists()


def test_the_office_gets_it_without_the_students_words(worked: World) -> None:
    assert [row["gain"] for row in data(worked, "mentee_record", "孙悦")["guided"]] == ["", ""]


def test_a_homeroom_teacher_reads_them_and_that_is_logged(worked: World) -> None:
    assert data(worked, "mentee_record", "李慧")["guided"][0]["gain"]
    assert [row.noun for row in ViewLog.objects.of(worked.school)] == ["guidance.paper"]
