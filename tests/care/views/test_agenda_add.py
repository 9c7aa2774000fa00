import re
import uuid

from taoli.care.models import AgendaNote
from tests.guidance.writing import write
from tests.world import World


def test_one_button_of_the_class_map_notes_those_without_a_record(settled: World) -> None:
    write(settled, "王敏", "林子涵")
    client = settled.client("李慧")
    page = client.get("/class-map/").content.decode()
    assert "把这 2 人记到下次班教导会" in page
    form = page.split('action="/care/agenda/add/"')[1].split("</form>")[0]
    ids = re.findall(r'name="students" value="([^"]+)"', form)
    op = str(uuid.uuid4())
    for _twice in range(2):
        assert client.post("/care/agenda/add/", {"students": ids, "op": op})["Location"] == "/care/agenda/"
    names = AgendaNote.objects.of(settled.school).values_list("student__name", flat=True)
    assert sorted(names) == ["周一诺", "孙浩然"]


def test_noting_somebody_again_changes_nothing(settled: World) -> None:
    client, pk = settled.client("李慧"), str(settled.students["林子涵"].pk)
    client.post("/care/agenda/add/", {"students": [pk]})
    client.post("/care/agenda/add/", {"students": [pk, "nonsense"]})
    assert AgendaNote.objects.of(settled.school).count() == 1


def test_mentors_have_no_such_list(settled: World) -> None:
    assert settled.client("王敏").post("/care/agenda/add/", {}).status_code == 403
