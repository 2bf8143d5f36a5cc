"""Signs PDF files the way an office's signing tool would, with keys thrown away after the test."""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache

from asn1crypto import keys, x509
from cryptography import x509 as pyca
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.x509.oid import NameOID
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import signers
from pyhanko.sign.timestamps import DummyTimeStamper
from pyhanko_certvalidator.registry import SimpleCertificateStore

MADE = datetime(2024, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Key:
    """A key and its certificate, both as DER."""

    private: bytes
    certificate: bytes


@cache
def key(name: str = "Sekar Arum, S.Sos.", issuer: str = "", days: int = 3_650, *, stamps: bool = False) -> Key:
    """A key of somebody made up; without an `issuer` its certificate is self-signed.

    One that `stamps` is of RSA, as time stamping asks for.
    """
    private = rsa.generate_private_key(65_537, 2_048) if stamps else ec.generate_private_key(ec.SECP256R1())
    subject = _name(name, "Bakorwil Contoh")
    signing: ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey = (
        ec.generate_private_key(ec.SECP256R1()) if issuer else private
    )
    certificate = (
        pyca.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(_name(issuer, "Penerbit Contoh") if issuer else subject)
        .public_key(private.public_key())
        .serial_number(0xABC123)
        .not_valid_before(MADE)
        .not_valid_after(MADE + timedelta(days=days))
        .sign(signing, hashes.SHA256())
    )
    form = serialization.PrivateFormat.PKCS8
    der = private.private_bytes(serialization.Encoding.DER, form, serialization.NoEncryption())
    return Key(der, certificate.public_bytes(serialization.Encoding.DER))


def signed(
    pdf: bytes,
    field: str = "Pimpinan_Rapat",
    by: Key | None = None,
    *,
    stamped: datetime | None = None,
    **meta: object,
) -> bytes:
    """The file with one signature more, in a field it has or in a new one of that name."""
    used = by or key()
    store = SimpleCertificateStore()
    certificate, private = x509.Certificate.load(used.certificate), keys.PrivateKeyInfo.load(used.private)
    stamper = _stamper(stamped) if stamped else None
    signer = signers.SimpleSigner(
        signing_cert=certificate,
        signing_key=private,
        cert_registry=store,
    )
    about = signers.PdfSignatureMetadata(field_name=field, **meta)  # type: ignore[arg-type]
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf), strict=False)
    made = signers.sign_pdf(writer, about, signer=signer, timestamper=stamper)
    return bytes(made.getvalue())


def _stamper(moment: datetime) -> DummyTimeStamper:
    used = key("Penstempel Contoh", stamps=True)
    certificate, private = x509.Certificate.load(used.certificate), keys.PrivateKeyInfo.load(used.private)
    return DummyTimeStamper(certificate, private, fixed_dt=moment)


def _name(common: str, organisation: str) -> pyca.Name:
    parts = (
        (NameOID.COUNTRY_NAME, "ID"),
        (NameOID.ORGANIZATION_NAME, organisation),
        (NameOID.COMMON_NAME, common),
    )
    return pyca.Name([pyca.NameAttribute(kind, value) for kind, value in parts])
