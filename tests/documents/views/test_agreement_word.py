from taoli.common.models import AuditEntry
from taoli.matching import services
from tests.documents.reading import lines, word
from tests.matching.published import published_round
from tests.world import World


def test_one_sheet_a_pairing_with_the_rounds_words_and_a_line_a_side(world: World) -> None:
    choice = published_round(world)
    services.set_agreement_text(by=world.office, round_id=choice.pk, text="一、按时见面。\n\n二、互相尊重。")
    texts = lines(word(world.client("孙悦"), f"/documents/agreements/{choice.pk}.docx"))
    assert texts.count("师生协议") == 6
    assert texts.count("二、互相尊重。") == 6
    assert sum(text.startswith(("导师（签字）", "学生（签字）", "家长（签字）")) for text in texts) == 18
    assert AuditEntry.objects.of(world.school).filter(action="form.download").count() == 1


def test_one_class_and_no_further_than_the_reader(world: World) -> None:
    choice = published_round(world)
    url, room = f"/documents/agreements/{choice.pk}.docx", world.classes["高一(2)班"].pk
    assert lines(word(world.client("孙悦"), f"{url}?class={room}")).count("师生协议") == 2
    assert lines(word(world.client("李慧"), url)).count("师生协议") == 3
    assert world.client("李慧").get(f"{url}?class={room}")["Location"] == "/documents/"
    assert world.client("王敏").get(url).status_code == 403
