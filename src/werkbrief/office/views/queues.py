"""What every queue does alike: answer one case and go on, or say there why not."""

from collections.abc import Callable
from dataclasses import dataclass

from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from werkbrief.office.access import AgencyRequest
from werkbrief.ui.answers import status_of
from werkbrief.words.refusals import Refusal

LATELY = 20


@dataclass(frozen=True, slots=True)
class Queue:
    """A queue by the name of its address, its page, and what stands on it now.

    A case is named as its anchor on the page: "m12".
    """

    name: str
    template: str
    lines: Callable[[AgencyRequest], dict[str, object]]

    def page(
        self, request: AgencyRequest, refused: Refusal | None = None, case: str = ""
    ) -> HttpResponse:
        """What was typed stays, at the case that it was about."""
        context = {"refusal": refused, "refused": case, "typed": request.POST}
        return render(
            request,
            self.template,
            self.lines(request) | context,
            status=status_of(refused),
        )

    def answered(
        self, request: AgencyRequest, case: str, deed: Callable[[], object]
    ) -> HttpResponse:
        """Do it, and back to what waits; a case of somebody else does not exist."""
        try:
            deed()
        except ObjectDoesNotExist:
            raise Http404 from None
        except Refusal as refused:
            return self.page(request, refused, case)
        return redirect(self.name)
