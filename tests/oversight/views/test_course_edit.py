from taoli.oversight.models import Course
from tests.oversight.training import TITLE, course, sent, url
from tests.world import World

URL = url("course_edit")


def form(**said: object) -> dict[str, object]:
    known = {"part": "family", "title": "家访怎样开口", "hours": "3", "aim": "", "offered": "on", "edit": 0}
    return sent(**{**known, **said})


def test_a_course_is_written_once_and_changed(world: World) -> None:
    client, said = world.client("郑岚"), form()
    for _each in range(2):
        assert client.post(URL, said)["Location"] == url("course_list")
    row = Course.objects.of(world.bureaus["district"]).get()
    here = f"{URL}?course={row.pk}"
    assert "家访怎样开口" in client.get(here).content.decode()
    client.post(here, form(aim="先听后说", edit=row.edit))
    row.refresh_from_db()
    assert row.aim == "先听后说"
    assert "刚被别人改过" in client.post(here, form(edit=0)).content.decode()


def test_bad_input_is_a_sentence_and_others_courses_are_not_found(world: World) -> None:
    client, row = world.client("郑岚"), course(world)
    assert "已有同名的课程" in client.post(URL, form(title=TITLE)).content.decode()
    assert client.post(URL, form(hours="0")).context["form"].errors["hours"]
    assert world.client("方远").get(f"{URL}?course={row.pk}").status_code == 404
    assert client.get(f"{URL}?course=nonsense").status_code == 404
