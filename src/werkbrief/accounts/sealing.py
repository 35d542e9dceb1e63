"""Secrets of other systems and of people: sealed in the database, opened when used.

Sealed with the installation's key; former keys still open until all is sealed anew.
"""

import base64

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
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


def seal_anew(sealed: str) -> str:
    """The same secret under the present key. Raises Refusal, as `unseal` does."""
    return seal(unseal(sealed))


def is_sealed_by_present_key(sealed: str) -> bool:
    try:
        _fernet(settings.SECRET_KEY).decrypt(sealed.encode())
    except InvalidToken:
        return not sealed
    return True


def _box() -> MultiFernet:
    keys = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    return MultiFernet([_fernet(key) for key in keys])


def _fernet(key: str) -> Fernet:
    derived = HKDF(SHA256(), length=32, salt=None, info=b"werkbrief.exchange")
    return Fernet(base64.urlsafe_b64encode(derived.derive(key.encode())))
