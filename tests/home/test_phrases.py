"""The words of Today."""

from taoli.engine.scheme.vocabulary import Kind
from taoli.home.phrases import kind_words


def test_every_kind_of_act_has_chinese_words() -> None:
    said = {kind.value: kind_words(kind.value) for kind in Kind}
    assert said["talk"] == "谈话"
    assert [key for key, words in said.items() if words.isascii()] == []
