"""A certificate of one's own for a campus network: an authority made once, and a server certificate it vouches for.

The authority can vouch for the names it was made for and no others (name constraints), so that whoever installs it
trusts this one server and not the whole web in the school's hands.
"""

import datetime as dt
import ipaddress
from dataclasses import dataclass
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID
from django.conf import settings
from django.utils.translation import gettext as _

from taoli.common import clock
from taoli.common.errors import TaoliError
from taoli.common.keeping.keys import write_secret

YEARS_OF_AUTHORITY = 10
DAYS_OF_SERVER = 800  # telephones refuse more than 825
NAME = "桃李 Taoli"
WIDEST_NAME = 253


@dataclass(frozen=True)
class Files:
    """Where the authority and the server certificate are."""

    folder: Path

    authority: str = "taoli-ca.crt"
    authority_key: str = "taoli-ca.key"
    server: str = "server.crt"
    server_key: str = "server.key"

    def __getitem__(self, name: str) -> Path:
        return self.folder / str(getattr(self, name))


def files() -> Files:
    """Return the files in the folder of the keys."""
    return Files(Path(settings.KEYS) / "tls")


def make(hosts: list[str], *, anew: bool = False) -> x509.Certificate:
    """Write a server certificate for the hosts, and the authority when there is none or `anew`; returns the authority.

    TaoliError when a host is no name or address, or when the authority there is was not made for it.
    """
    names = [general_name(host) for host in hosts]
    place = files()
    place.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if anew or not place["authority"].exists():
        _write(place["authority_key"], place["authority"], *_authority(names))
    authority = x509.load_pem_x509_certificate(place["authority"].read_bytes())
    if strange := sorted(host for host, name in zip(hosts, names, strict=True) if not _covers(authority, name)):
        raise TaoliError(
            _("The authority here was not made for %(hosts)s. With --anew a new one is made; install it everywhere.")
            % {"hosts": "、".join(strange)}
        )
    signer = serialization.load_pem_private_key(place["authority_key"].read_bytes(), None)
    if not isinstance(signer, ec.EllipticCurvePrivateKey):
        raise TaoliError(_("%(file)s is not the key of this authority.") % {"file": place["authority_key"]})
    key, server = _server(names, authority, signer)
    _write(place["server_key"], place["server"], key, server)
    return authority


def general_name(host: str) -> x509.GeneralName:
    """Return a host as an address or a DNS name; TaoliError when it is neither."""
    try:
        return x509.IPAddress(ipaddress.ip_address(host.strip("[]")))
    except ValueError:
        parts = host.split(".")
        good = all(part and part.replace("-", "").isalnum() and part.isascii() for part in parts)
    if not good or len(host) > WIDEST_NAME:
        raise TaoliError(_("%(host)s is no name or address of a server.") % {"host": host})
    return x509.DNSName(host.lower())


def expires() -> dt.datetime | None:
    """Return until when our own server certificate is valid, None when there is none."""
    file = files()["server"]
    return x509.load_pem_x509_certificate(file.read_bytes()).not_valid_after_utc if file.exists() else None


def fingerprint(certificate: x509.Certificate) -> str:
    """Return SHA-256 in pairs, as telephones and PCs show it."""
    return certificate.fingerprint(hashes.SHA256()).hex(":").upper()


def _authority(names: list[x509.GeneralName]) -> tuple[ec.EllipticCurvePrivateKey, x509.Certificate]:
    key = ec.generate_private_key(ec.SECP256R1())
    who = _who(f"{NAME} CA {clock.today():%Y-%m-%d}")
    permitted = [
        x509.IPAddress(ipaddress.ip_network(name.value)) if isinstance(name, x509.IPAddress) else name for name in names
    ]
    builder = _begun(who, who, key, dt.timedelta(days=365 * YEARS_OF_AUTHORITY))
    builder = builder.add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
    builder = builder.add_extension(_usage(signs=True), critical=True)
    builder = builder.add_extension(x509.NameConstraints(permitted, None), critical=True)
    return key, builder.sign(key, hashes.SHA256())


def _server(
    names: list[x509.GeneralName], authority: x509.Certificate, signer: ec.EllipticCurvePrivateKey
) -> tuple[ec.EllipticCurvePrivateKey, x509.Certificate]:
    key = ec.generate_private_key(ec.SECP256R1())
    builder = _begun(_who(NAME), authority.subject, key, dt.timedelta(days=DAYS_OF_SERVER))
    builder = builder.add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
    builder = builder.add_extension(_usage(signs=False), critical=True)
    builder = builder.add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
    builder = builder.add_extension(x509.SubjectAlternativeName(names), critical=False)
    issuer = x509.AuthorityKeyIdentifier.from_issuer_public_key(signer.public_key())
    return key, builder.add_extension(issuer, critical=False).sign(signer, hashes.SHA256())


def _begun(
    who: x509.Name, by: x509.Name, key: ec.EllipticCurvePrivateKey, life: dt.timedelta
) -> x509.CertificateBuilder:
    begins = clock.now() - dt.timedelta(days=1)  # clocks of telephones may be slow
    builder = x509.CertificateBuilder().subject_name(who).issuer_name(by).public_key(key.public_key())
    builder = builder.serial_number(x509.random_serial_number()).not_valid_before(begins).not_valid_after(begins + life)
    return builder.add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)


def _who(name: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])


def _usage(*, signs: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not signs,
        key_cert_sign=signs,
        crl_sign=signs,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        encipher_only=False,
        decipher_only=False,
    )


def _covers(authority: x509.Certificate, name: x509.GeneralName) -> bool:
    permitted = authority.extensions.get_extension_for_class(x509.NameConstraints).value.permitted_subtrees or []
    if isinstance(name, x509.IPAddress):
        own = ipaddress.ip_network(str(name.value))
        return own in {one.value for one in permitted if isinstance(one, x509.IPAddress)}
    wanted = str(name.value)
    tops = [str(one.value) for one in permitted if isinstance(one, x509.DNSName)]
    return any(wanted == top or wanted.endswith(f".{top}") for top in tops)


def _write(key_file: Path, file: Path, key: ec.EllipticCurvePrivateKey, certificate: x509.Certificate) -> None:
    secret = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    key_file.unlink(missing_ok=True)
    write_secret(key_file, secret.decode())
    file.write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
