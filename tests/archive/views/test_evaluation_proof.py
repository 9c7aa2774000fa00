import uuid

from taoli.archive.models import EvaluationVoice
from taoli.archive.services import VoiceFacts, proof_evaluation, write_voice
from tests.archive.growing import sent
from tests.archive.speaking import TEXT, newest, speak
from tests.world import World


def url(pk: uuid.UUID) -> str:
    return f"/archive/evaluations/{pk}/proof/"


def test_the_wording_is_mended_and_the_next_one_comes(world: World) -> None:
    voice = speak(world, text="考了第三名")
    said = VoiceFacts(kind="mentor", text="稳重")
    other = write_voice(
        by=world.actor("王敏"), student_id=world.students["周一诺"].pk, term_id=world.term.pk, said=said
    )
    client, address = world.client("李慧"), url(voice.evaluation_id)
    page = client.get(address).content.decode()
    assert "第三名”说的是名次" in page
    assert "第 1 份，共 2 份" in page
    form = sent(edit=voice.evaluation.edit, done="1", **{f"voice-{voice.pk}": TEXT})
    assert client.post(address, form)["Location"] == url(other.evaluation_id)
    voice.refresh_from_db()
    assert voice.text == TEXT
    last = client.post(url(other.evaluation_id), sent(edit=other.evaluation.edit, done="1"))
    assert last["Location"] == f"/archive/evaluations/?term={world.term.pk}"


def test_two_at_once_are_noticed_and_the_losers_text_stays(world: World) -> None:
    voice = speak(world)
    row = newest(world)
    proof_evaluation(by=world.office, pk=row.pk, edit=row.edit, texts={}, done=False)
    form = sent(edit=row.edit, done="1", **{f"voice-{voice.pk}": "后来的改动"})
    page = world.client("李慧").post(url(row.pk), form).content.decode()
    assert "刚才有别人动过" in page
    assert "后来的改动" in page
    assert EvaluationVoice.objects.of(world.school).get().text == TEXT


def test_beyond_reach_it_is_not_found(world: World) -> None:
    speak(world)
    row = newest(world)
    assert world.client("王敏").get(url(row.pk)).status_code == 403
    assert world.client("李慧").get(url(uuid.uuid4())).status_code == 404
