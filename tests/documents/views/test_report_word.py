from tests.archive.speaking import TEXT, newest, proof, release, speak
from tests.documents.reading import lines, word
from tests.world import World


def test_the_terms_voices_stand_on_it(world: World) -> None:
    row = release(world)
    texts = lines(word(world.client("林母"), f"/documents/reports/{row.pk}.docx"))
    assert "学生成长报告" in texts
    assert TEXT in texts


def test_before_its_release_the_family_does_not_get_it(world: World) -> None:
    speak(world)
    proof(world)
    address = f"/documents/reports/{newest(world).pk}.docx"
    assert world.client("林母").get(address).status_code == 404
    assert world.client("李慧").get(address).status_code == 200
