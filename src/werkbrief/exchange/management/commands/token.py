"""`werkbrief token make|rotate|revoke|list`: what integrations sign in with."""

import argparse
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from werkbrief.accounts.models import User
from werkbrief.exchange.actions import (
    TokenWish,
    issue_token,
    revoke_token,
    rotate_token,
)
from werkbrief.exchange.models import ApiToken, Scope
from werkbrief.staffing.models import Client


class Command(BaseCommand):
    help = "Make, rotate, revoke and list the tokens of integrations."

    def add_arguments(self, parser: CommandParser) -> None:
        deeds = parser.add_subparsers(dest="deed", required=True)
        make: argparse.ArgumentParser = deeds.add_parser("make")
        make.add_argument("name", help="what it is for")
        make.add_argument("--as", dest="user", required=True, help="acts as this user")
        make.add_argument(
            "--scope", action="append", required=True, choices=Scope.values
        )
        make.add_argument("--client", action="append", help="only these, by short name")
        for deed in ("rotate", "revoke"):
            deeds.add_parser(deed).add_argument("number", type=int)
        deeds.add_parser("list")

    def handle(self, **options: Any) -> None:  # noqa: ANN401
        getattr(self, f"_{options['deed']}")(**options)

    def _make(self, **options: Any) -> None:  # noqa: ANN401
        user = _found(
            User.objects.filter(username=options["user"].lower()), "gebruiker"
        )
        role = _found(user.agency_roles.select_related("agency"), "rol bij een bureau")
        clients = None
        if slugs := options["client"]:
            clients = list(Client.objects.filter(agency=role.agency, slug__in=slugs))
            if len(clients) != len(set(slugs)):
                raise CommandError("Een van deze opdrachtgevers bestaat niet.")
        wish = TokenWish(role.agency, options["name"], options["scope"], clients)
        self._tell(*issue_token(wish, by=user, at=timezone.now()))

    def _rotate(self, *, number: int, **_options: object) -> None:
        token = _found(ApiToken.objects.filter(pk=number, revoked=None), "token")
        self._tell(*rotate_token(token, by=token.acts_as, at=timezone.now()))
        self.stdout.write("Het oude token werkt nog 24 uur.")

    def _revoke(self, *, number: int, **_options: object) -> None:
        token = _found(ApiToken.objects.filter(pk=number), "token")
        revoke_token(token, by=token.acts_as, at=timezone.now())
        self.stdout.write(f"{token} opent niets meer.")

    def _list(self, **_options: object) -> None:
        for token in ApiToken.objects.select_related("agency").order_by("pk"):
            state = "ingetrokken" if token.revoked else ", ".join(token.scopes)
            self.stdout.write(f"{token.pk}  {token.agency}  {token}  {state}")

    def _tell(self, token: ApiToken, secret: str) -> None:
        self.stdout.write(f"Token {token.pk}, voor {token.agency}: {token.name}.")
        self.stdout.write(f"Dit is de enige keer dat het te zien is:\n{secret}")


def _found(rows: Any, what: str) -> Any:  # noqa: ANN401
    found = rows.first()
    if found is None:
        raise CommandError(f"Deze {what} bestaat niet.")
    return found
