"""A new key for the installation: nobody is locked out, nothing sealed is lost."""

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP
from django.core.management import call_command

from tests.cast import placed
from werkbrief.accounts.sealing import unseal
from werkbrief.exchange.models import Receiver
from werkbrief.staffing.models import PersonalLink, SignOn

OLD, NEW = "oude sleutel " * 4, "nieuwe sleutel " * 4


@pytest.fixture
def sealed(cast, settings, tmp_path):
    """One of each thing that the installation's key protects, made under the old."""
    settings.SECRET_KEY = OLD
    agency = cast.anker.agency
    receiver = Receiver(agency=agency, name="Backoffice")
    sign_on = SignOn(agency=agency, name="Anker", slug="anker")
    sign_on.secret = "van de uitgever"
    receiver.secret = sign_on.sealed_secret
    receiver.save()
    sign_on.save()
    TOTP.activate(cast.anna, "JBSWY3DPEHPK3PXP")
    return receiver, sign_on, RecoveryCodes.activate(cast.anna).generate_codes()


def opened(cast):
    """What can be read of it now."""
    steps = Authenticator.objects.filter(user=cast.anna)
    app = steps.get(type="totp")
    codes = RecoveryCodes(steps.get(type="recovery_codes")).generate_codes()
    receiver, sign_on = Receiver.objects.get(), SignOn.objects.get()
    secrets = unseal(receiver.secret), sign_on.secret, unseal(app.data["secret"])
    return (*secrets, codes)


def test_sealed_anew_everything_opens_without_the_former_key(
    cast, sealed, settings, capsys
):
    before = opened(cast)
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = NEW, [OLD]
    assert opened(cast) == before
    call_command("reseal")
    assert "4 geheimen opnieuw verzegeld, 0 waren het al." in capsys.readouterr().out
    settings.SECRET_KEY_FALLBACKS = []
    assert opened(cast) == before
    call_command("reseal")
    assert "0 geheimen opnieuw verzegeld, 4 waren het al." in capsys.readouterr().out


def test_with_the_former_key_forgotten_it_is_told_and_nothing_is_spoiled(
    cast, sealed, settings, capsys
):
    before = opened(cast)
    settings.SECRET_KEY = NEW
    with pytest.raises(SystemExit):
        call_command("reseal")
    assert "WERKBRIEF_FORMER_KEYS" in capsys.readouterr().out
    settings.SECRET_KEY = OLD
    assert opened(cast) == before


def test_whoever_was_inside_stays_and_a_link_that_was_sent_still_opens(
    cast, settings, client
):
    settings.SECRET_KEY = OLD
    worker = placed(cast.anker, number="k1").worker
    link = PersonalLink.objects.create(
        agency=cast.anker.agency,
        worker=worker,
        made_at="2026-11-01T08:00Z",
        expires_on="2099-01-01",
    )
    sent = f"/mijn/{link.token}/"
    client.force_login(cast.anna)
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = NEW, [OLD]
    assert client.get(sent, follow=True).status_code == 200
    assert client.get("/klanten/anker/").status_code == 200
    settings.SECRET_KEY_FALLBACKS = []
    assert client.get(sent).status_code == 404
