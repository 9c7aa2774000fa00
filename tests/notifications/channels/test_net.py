import socket
from typing import Any

import pytest

from taoli.notifications.channels import RefusedError, Trouble, net


@pytest.mark.parametrize("address", ["127.0.0.1", "10.1.2.3", "169.254.169.254", "::1", "fd00::1"])
def test_a_providers_name_that_leads_into_a_private_network_is_refused(
    address: str, monkeypatch: pytest.MonkeyPatch, settings: Any
) -> None:
    settings.OUTGOING_HOSTS = []
    found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("8.8.8.8", 443)), (0, 0, 0, "", (address, 443))]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_args, **_more: found)
    with pytest.raises(RefusedError) as refusal:
        net.get("https://qyapi.weixin.qq.com/cgi-bin/gettoken", {}, hosts=("qyapi.weixin.qq.com",))
    assert (refusal.value.trouble, refusal.value.code) == (Trouble.SETUP, "private")


def test_the_address_that_was_looked_at_is_the_one_that_is_called(
    monkeypatch: pytest.MonkeyPatch, settings: Any
) -> None:
    settings.OUTGOING_HOSTS = ["mail.school"]
    called: list[object] = []

    def refuse(address: object, **_more: object) -> socket.socket:
        called.append(address)
        raise ConnectionRefusedError

    monkeypatch.setattr(socket, "getaddrinfo", lambda *_a, **_m: [(0, 0, 0, "", ("10.0.0.5", 80))])
    monkeypatch.setattr(socket, "create_connection", refuse)
    with pytest.raises(RefusedError):
        net.get("http://mail.school/", {}, hosts=())
    assert called == [("10.0.0.5", 80)]


def test_an_unsealed_call_to_a_provider_is_refused() -> None:
    with pytest.raises(RefusedError) as refusal:
        net.get("http://qyapi.weixin.qq.com/", {}, hosts=("qyapi.weixin.qq.com",))
    assert refusal.value.code == "host"
