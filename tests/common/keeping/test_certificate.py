"""A certificate that a strict client accepts for its names and for no others."""

import datetime as dt
import socket
import ssl
import threading
from pathlib import Path

import pytest
import time_machine
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from django.core.management import CommandError, call_command

from taoli.common.errors import TaoliError
from taoli.common.keeping.certificate import expires, files, fingerprint, make
from tests.conftest import NOW

HOSTS = ["taoli.school.lan", "127.0.0.1"]


@pytest.fixture(autouse=True)
def own_folder(folders: Path) -> None:
    """Keys go into a folder of the test."""


def handshake(host: str) -> str:
    """Return the version two sides agree on over a socket pair; SSLError when the client does not believe."""
    serving = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    serving.load_cert_chain(files()["server"], files()["server_key"])
    asking = ssl.create_default_context(cafile=files()["authority"])
    here, there = socket.socketpair()

    def serve() -> None:
        try:
            serving.wrap_socket(there, server_side=True).close()
        except OSError:
            there.close()

    thread = threading.Thread(target=serve)
    thread.start()
    try:
        with asking.wrap_socket(here, server_hostname=host) as talk:
            return str(talk.version())
    finally:
        here.close()
        thread.join(10)


@pytest.mark.parametrize("host", HOSTS)
def test_a_client_with_the_authority_believes_the_server(host: str) -> None:
    make(HOSTS)
    assert handshake(host).startswith("TLSv1.")


def test_a_client_does_not_believe_it_for_another_name() -> None:
    make(HOSTS)
    with pytest.raises(ssl.SSLCertVerificationError):
        handshake("bank.example")


def test_keys_are_for_their_owner_only_and_the_authority_stays() -> None:
    first = make(HOSTS)
    second = make(["mirror.taoli.school.lan", "127.0.0.1"])
    assert fingerprint(first) == fingerprint(second)
    modes = {files()[name].stat().st_mode & 0o777 for name in ("authority_key", "server_key")}
    assert modes == {0o600}


def test_the_authority_vouches_for_its_own_names_only() -> None:
    first = make(HOSTS)
    for host in ("bank.example", "10.0.0.1", "xtaoli.school.lan"):
        with pytest.raises(TaoliError, match=host):
            make([host])
    assert fingerprint(make(["bank.example"], anew=True)) != fingerprint(first)


@pytest.mark.parametrize("host", ["", "two words", "桃李.cn", "a..b", "x" * 300, "http://x/"])
def test_what_is_no_host_is_refused(host: str) -> None:
    with pytest.raises(TaoliError, match="不是服务器的域名或地址"):
        make([host])
    assert not files()["authority"].exists()


def test_telephones_accept_its_length_and_it_can_be_renewed() -> None:
    assert expires() is None
    make(HOSTS)
    first = expires()
    assert first is not None
    assert dt.timedelta(days=700) < first - NOW < dt.timedelta(days=825)
    with time_machine.travel(NOW + dt.timedelta(days=400)):
        make(HOSTS)
    second = expires()
    assert second is not None
    assert second - first == dt.timedelta(days=400)


def test_a_key_of_another_kind_is_refused() -> None:
    make(HOSTS)
    other = rsa.generate_private_key(65537, 2048)
    files()["authority_key"].write_bytes(other.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    with pytest.raises(TaoliError, match=r"taoli-ca\.key"):
        make(HOSTS)


def test_the_command_writes_a_guide_to_print(folders: Path, capsys: pytest.CaptureFixture[str]) -> None:
    call_command("make_certificate", "--host", HOSTS[0], "--host", HOSTS[1])
    guide = (folders / "keys" / "tls" / "install-guide.html").read_text()
    for words in (
        "安装学校证书",
        "https://taoli.school.lan/",
        "证书信任设置",
        "受信任的根证书颁发机构",
        fingerprint(make(HOSTS)),
    ):
        assert words in guide
    said = capsys.readouterr().out
    assert ("2029-01-30" in said, "server.crt" in said, "taoli-ca.key" in said) == (True, True, False)
    with pytest.raises(CommandError, match=r"bank\.example"):
        call_command("make_certificate", "--host", "bank.example")
