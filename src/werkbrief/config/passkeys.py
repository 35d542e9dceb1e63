"""Taking a passkey away: allauth asks nobody whether it may go."""

from allauth.mfa.adapter import get_adapter
from allauth.mfa.webauthn.views import RemoveWebAuthnView
from django.forms import Form
from django.http import HttpResponse
from django.urls import reverse_lazy


class RemovePasskey(RemoveWebAuthnView):
    """The last step of somebody who must have one stays."""

    success_url = reverse_lazy("mfa_index")

    def form_valid(self, form: Form) -> HttpResponse:
        adapter = get_adapter()
        if not adapter.can_delete_authenticator(self.get_object()):
            form.add_error(
                None, adapter.validation_error("cannot_delete_authenticator")
            )
            return self.form_invalid(form)
        return super().form_valid(form)
