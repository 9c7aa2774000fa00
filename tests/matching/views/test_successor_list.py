from taoli.engine.scheme import apply_changes
from taoli.roster.models import TeachingAssignment
from tests.duties.school import put_in_force, taigu
from tests.matching.year import live
from tests.world import START, World

URL = "/matching/year/successors/"


def test_who_no_longer_teaches_the_class_is_followed_by_who_does(going: World) -> None:
    client = going.client("孙悦")
    assert "没有涉及的学生" in client.get(URL).content.decode()
    put_in_force(going, apply_changes(taigu(), {"eligibility.rule": "teaches_class"}))
    rows = TeachingAssignment.objects.of(going.school).filter(staff=going.staff["王敏"])
    rows.filter(school_class=going.classes["高一(2)班"]).update(ends=START)
    page = client.get(URL).content.decode()
    assert "赵思源" in page
    assert "林子涵" not in page
    pairing = live(going, "赵思源")
    data = {f"mentor_{pairing.student_id}": str(going.staff["陈立"].pk), f"was_{pairing.student_id}": str(pairing.pk)}
    assert client.post(URL, {"starts": "2026-11-23", **data}).status_code == 302
    assert live(going, "赵思源").mentor_id == going.staff["陈立"].pk
    pairing.refresh_from_db()
    assert pairing.end_reason == "mentor_changed"
