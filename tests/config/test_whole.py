"""Whoever hangs up in the middle of a question has asked nothing."""

import io

import pytest
from django.core.handlers.wsgi import WSGIRequest
from django.http import UnreadablePostError

from werkbrief.config.whole import CutOff, WholeBody, WholeRequests

FORM = b"gezien=12%3A1&pauze=45"
FILE = (
    b'--grens\r\nContent-Disposition: form-data; name="bestand"; filename="p.csv"\r\n'
    b"Content-Type: text/csv\r\n\r\nAnker;Inpak;00234\r\n--grens--\r\n"
)
KINDS = {
    "application/x-www-form-urlencoded": FORM,
    "multipart/form-data; boundary=grens": FILE,
}


class Piecemeal(io.BytesIO):
    """As a network does: a few bytes at a time."""

    def read(self, size=-1):
        return super().read(min(size, 5) if size > 0 else size)


def asked(kind, content, length):
    """The request as the door hands it on."""
    environ = {
        "REQUEST_METHOD": "POST",
        "SERVER_NAME": "localhost",
        "SERVER_PORT": "80",
        "CONTENT_TYPE": kind,
        "CONTENT_LENGTH": str(length),
        "wsgi.input": WholeBody(Piecemeal(content), length),
    }
    return WSGIRequest(environ)


@pytest.mark.parametrize(("kind", "content"), KINDS.items())
def test_a_whole_question_is_read_in_pieces_of_any_size(kind, content):
    request = asked(kind, content, len(content))
    assert len(request.POST) + len(request.FILES) > 0


@pytest.mark.parametrize(("kind", "content"), KINDS.items())
@pytest.mark.parametrize("lost", [1, 9, 20])
def test_a_question_that_was_cut_off_is_none(kind, content, lost):
    request = asked(kind, content[:-lost], len(content))
    with pytest.raises((UnreadablePostError, CutOff)):
        _ = request.POST


@pytest.mark.django_db
def test_the_door_changes_nothing_for_half_a_deed(cast, open_line):
    """Half of `pauze=45` is not `pauze=4`."""
    answered = []
    environ = {
        "REQUEST_METHOD": "POST",
        "PATH_INFO": "/inloggen/",
        "SERVER_NAME": "localhost",
        "SERVER_PORT": "80",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "HTTP_HOST": "localhost",
        "CONTENT_TYPE": "application/x-www-form-urlencoded",
        "CONTENT_LENGTH": "40",
        "wsgi.input": io.BytesIO(b"login=anna"),
        "wsgi.errors": io.StringIO(),
        "wsgi.url_scheme": "http",
    }
    WholeRequests()(environ, lambda status, _headers: answered.append(status))
    assert answered[0][:3] in {"400", "403", "500"}
