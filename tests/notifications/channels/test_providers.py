from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from taoli.notifications.channels import RefusedError, Trouble
from tests.notifications.channels.outgoing import PROVIDERS, TOKENS, WHAT, Line, line


@pytest.fixture(autouse=True)
def loopback(settings: Any) -> None:
    settings.OUTGOING_HOSTS = ["127.0.0.1"]


@pytest.fixture
def to(request: pytest.FixtureRequest) -> Iterator[Line]:
    with line(request.param) as made:
        yield made


def trouble(to: Line, **more: Any) -> tuple[Trouble, str]:
    with pytest.raises(RefusedError) as refusal:
        to.send(**more)
    return refusal.value.trouble, refusal.value.code


each = pytest.mark.parametrize("to", list(PROVIDERS), indirect=True)
with_tokens = pytest.mark.parametrize("to", TOKENS, indirect=True)


@each
def test_the_provider_takes_a_message_and_gives_it_a_number(to: Line) -> None:
    assert to.send()
    assert len(to.provider.taken) == 1


@pytest.mark.parametrize("to", ["wecom", "dingtalk", "feishu"], indirect=True)
def test_words_and_link_arrive(to: Line) -> None:
    to.send()
    said = to.provider.asked[-1].body.decode()
    assert all(part in said for part in (WHAT.title, WHAT.text, WHAT.link))


@pytest.mark.parametrize("to", ["mail"], indirect=True)
def test_a_mail_has_subject_text_link_and_a_number_that_stays(to: Line) -> None:
    to.send()
    (mail,) = to.provider.taken
    assert (mail["Subject"], mail["From"]) == (WHAT.title, "notice@school.test")
    assert mail["Message-ID"] == f"<{WHAT.id}.taoli@school.test>"
    assert mail["Auto-Submitted"] == "auto-generated"
    assert WHAT.link in mail.get_content()


@pytest.mark.parametrize("to", ["sms_aliyun", "sms_tencent"], indirect=True)
def test_a_text_message_carries_the_number_only_and_a_template_of_its_own_for_safety(to: Line) -> None:
    to.send()
    to.send(replace(WHAT, safety=True))
    usual, urgent = to.provider.taken
    key, places = ("TemplateCode", "TemplateParam") if to.code == "sms_aliyun" else ("TemplateId", "TemplateParamSet")
    assert (usual[key][-1], urgent[key][-1]) == ("1", "9")
    assert usual[places] in ({"count": "3"}, ["3"])


@with_tokens
def test_a_token_is_asked_for_once_and_anew_when_it_has_expired(to: Line) -> None:
    to.send()
    to.send()
    assert to.tokens.fetched == 1
    to.provider.expire()
    assert to.send()
    assert to.tokens.fetched == 2


@with_tokens
def test_a_token_that_never_becomes_good_is_no_endless_loop(to: Line) -> None:
    bad = {"wecom": (200, {"errcode": 42001}), "dingtalk": (200, {"errcode": 88, "sub_code": "42001"})}
    to.provider.next = [bad.get(to.code, (400, {"code": 99991663}))] * 5
    assert trouble(to) == (Trouble.SETUP, "token")
    assert len(to.provider.next) == 4


@with_tokens
def test_the_provider_drops_a_repeat_and_takes_the_next_message(to: Line) -> None:
    for _each in range(2):
        to.send()
    assert (len(to.provider.taken), to.provider.dropped) == (1, 1)
    to.send(replace(WHAT, id=type(WHAT.id)(int=8), text="汇总（11月23日 17:30）"))
    assert len(to.provider.taken) == 2


@each
def test_a_wrong_secret_is_a_matter_of_the_settings(to: Line) -> None:
    to.secret = "wrong"
    assert trouble(to)[0] is Trouble.SETUP
    assert not to.provider.taken


@each
def test_an_unknown_person_is_not_tried_again(to: Line) -> None:
    unknown = {"mail": "nobody@school.test"}.get(to.code, "unknown")
    assert trouble(to, address=unknown)[0] is Trouble.PERSON


CODES = [
    ("wecom", (200, {"errcode": 45009}), Trouble.RATE),
    ("wecom", (200, {"errcode": -1}), Trouble.TEMPORARY),
    ("wecom", (200, {"errcode": 60020}), Trouble.SETUP),
    ("wecom", (200, {"errcode": 0, "invaliduser": "WangMin"}), Trouble.PERSON),
    ("wecom", (200, {"errcode": 123456}), Trouble.TEMPORARY),
    ("dingtalk", (200, {"errcode": 88, "sub_code": "isp.system-error"}), Trouble.TEMPORARY),
    ("dingtalk", (200, {"errcode": 88, "sub_code": "90018"}), Trouble.RATE),
    ("dingtalk", (200, {"errcode": 88}), Trouble.SETUP),
    ("feishu", (400, {"code": 99991400}), Trouble.RATE),
    ("feishu", (400, {"code": 99991672}), Trouble.SETUP),
    ("feishu", (429, {"code": 1}), Trouble.RATE),
    ("sms_aliyun", (200, {"Code": "isv.BUSINESS_LIMIT_CONTROL"}), Trouble.RATE),
    ("sms_aliyun", (200, {"Code": "isp.SYSTEM_ERROR"}), Trouble.TEMPORARY),
    ("sms_aliyun", (200, {"Code": "isv.AMOUNT_NOT_ENOUGH"}), Trouble.SETUP),
    ("sms_tencent", (200, {"Response": {"Error": {"Code": "LimitExceeded.DeliveryFrequencyLimit"}}}), Trouble.RATE),
    ("sms_tencent", (200, {"Response": {"Error": {"Code": "InternalError.Timeout"}}}), Trouble.TEMPORARY),
    ("wecom", (503, {"errcode": 0, "html": "x" * 70_000}), Trouble.TEMPORARY),
    ("sms_tencent", (502, {"Response": {}, "html": "x" * 70_000}), Trouble.UNCLEAR),
    ("wecom", "redirect", Trouble.SETUP),
    ("sms_aliyun", "redirect", Trouble.SETUP),
]


@pytest.mark.parametrize(("to", "reply", "expected"), CODES, indirect=["to"])
def test_each_refusal_has_its_consequence(to: Line, reply: object, expected: Trouble) -> None:
    to.provider.next = [reply]
    assert trouble(to)[0] is expected


MAIL = [
    ({"RCPT": "451 4.7.1 try later"}, Trouble.TEMPORARY),
    ({"MAIL": "553 5.7.1 not your address"}, Trouble.SETUP),
    ({"DATA": "452 4.3.1 full"}, Trouble.TEMPORARY),
    ({"DATA": "554 5.7.1 refused"}, Trouble.PERSON),
    ({"AUTH": "454 4.7.0 later"}, Trouble.TEMPORARY),
]


@pytest.mark.parametrize("to", ["mail"], indirect=True)
@pytest.mark.parametrize(("told", "expected"), MAIL)
def test_a_mail_servers_refusals(to: Line, told: dict[str, str], expected: Trouble) -> None:
    to.provider.next = told
    assert trouble(to)[0] is expected
    assert not to.provider.taken


@each
def test_a_break_after_sending_is_unclear(to: Line) -> None:
    to.provider.next = {"DATA": "hang_up"} if to.code == "mail" else ["hang_up"]
    assert trouble(to)[0] is Trouble.UNCLEAR
    assert len(to.provider.taken) == 1


@each
def test_a_server_that_is_not_there_is_tried_again(to: Line) -> None:
    gone = {"port": "9"} if to.code == "mail" else {"base": "http://127.0.0.1:9"}
    assert trouble_with(to, gone)[0] is Trouble.TEMPORARY


def trouble_with(to: Line, values: dict[str, str]) -> tuple[Trouble, str]:
    with pytest.raises(RefusedError) as refusal:
        to.send(**values)  # type: ignore[arg-type]
    return refusal.value.trouble, refusal.value.code


@each
def test_only_listed_hosts_are_called_and_private_ones_only_by_the_keepers_word(to: Line, settings: Any) -> None:
    settings.OUTGOING_HOSTS = []
    assert trouble(to) == (Trouble.SETUP, "host")
    other = {"host": "127.0.0.1", "security": "ssl", "port": "465"} if to.code == "mail" else {}
    if other:
        assert trouble_with(to, other) == (Trouble.SETUP, "private")
    else:
        assert trouble_with(to, {"base": "https://evil.example"}) == (Trouble.SETUP, "host")
