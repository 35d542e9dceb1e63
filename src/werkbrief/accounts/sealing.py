"""Secrets of other systems and of people: sealed in the database, opened when used."""

import base64

from cryptography.fernet import Fernet, InvalidToken
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

from werkbrief.words.refusals import Refusal


def seal(secret: str) -> str:
    return _box().encrypt(secret.encode()).decode() if secret else ""


def unseal(sealed: str) -> str:
    """Raises Refusal when the installation's key is another one now."""
    if not sealed:
        return ""
    try:
        return _box().decrypt(sealed.encode()).decode()
    except InvalidToken as broken:
        raise Refusal(
            "Dit wachtwoord is niet meer te lezen: de sleutel van het portaal is een "
            "andere. Vul het opnieuw in."
        ) from broken


def _box() -> Fernet:
    material = settings.SECRET_KEY.encode()
    derived = HKDF(SHA256(), length=32, salt=None, info=b"werkbrief.exchange")
    return Fernet(base64.urlsafe_b64encode(derived.derive(material)))
