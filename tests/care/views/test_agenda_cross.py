from taoli.care.models import AgendaNote
from taoli.care.services.agenda import note_for_agenda
from tests.world import World


def test_crossed_off_it_is_gone_and_may_be_noted_again(settled: World) -> None:
    ids = [settled.students["林子涵"].pk]
    note_for_agenda(by=settled.actor("李慧"), student_ids=ids)
    row, client = AgendaNote.objects.of(settled.school).get(), settled.client("李慧")
    for _twice in range(2):
        assert client.post(f"/care/agenda/{row.pk}/cross-off/")["Location"] == "/care/agenda/"
    assert "林子涵" not in client.get("/care/agenda/").content.decode()
    assert note_for_agenda(by=settled.actor("李慧"), student_ids=ids) == 1


def test_nobody_crosses_off_anothers_list(settled: World) -> None:
    note_for_agenda(by=settled.actor("李慧"), student_ids=[settled.students["林子涵"].pk])
    row = AgendaNote.objects.of(settled.school).get()
    assert settled.client("赵国栋").post(f"/care/agenda/{row.pk}/cross-off/").status_code == 404
    assert settled.client("李慧").get(f"/care/agenda/{row.pk}/cross-off/").status_code == 405
