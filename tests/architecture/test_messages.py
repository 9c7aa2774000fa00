from taoli.config import messages


def test_every_message_has_complete_chinese_with_the_same_named_placeholders() -> None:
    assert messages.missing() == []


def test_no_message_is_translated_in_two_ways() -> None:
    assert len(messages.merge()) > 100


def test_every_app_with_messages_has_its_own_catalogue() -> None:
    homes = {use.place.split("/")[1] for use in messages.uses()}
    catalogues = {file.stem for file in (messages.ROOT / "locale" / messages.LANGUAGE).glob("*.po")}
    assert homes - catalogues == set()
