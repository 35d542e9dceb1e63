"""A page travels small, in the coding that the browser takes."""

import gzip

import brotli
import pytest
from django.http import HttpResponse, StreamingHttpResponse

from werkbrief.config.compression import CompressionMiddleware

PAGE = "<p>maandag 16 november 07:30–16:00</p>" * 200


def _answer(rf, accepts, response):
    request = rf.get("/", headers={"Accept-Encoding": accepts} if accepts else {})
    return CompressionMiddleware(lambda _: response)(request)


@pytest.mark.parametrize(
    ("accepts", "coding", "unpack"),
    [
        ("gzip, deflate, br, zstd", "br", brotli.decompress),
        ("gzip, deflate", "gzip", gzip.decompress),
        ("br;q=0, gzip", "gzip", gzip.decompress),
    ],
)
def test_the_packed_page_unpacks_to_itself(rf, accepts, coding, unpack):
    answer = _answer(rf, accepts, HttpResponse(PAGE))
    assert answer["Content-Encoding"] == coding
    assert unpack(answer.content).decode() == PAGE
    assert int(answer["Content-Length"]) == len(answer.content) < len(PAGE) / 10


@pytest.mark.parametrize("accepts", ["", "identity", "br;q=0"])
def test_who_takes_no_coding_gets_the_plain_page(rf, accepts):
    answer = _answer(rf, accepts, HttpResponse(PAGE))
    assert "Content-Encoding" not in answer
    assert answer.content.decode() == PAGE


@pytest.mark.parametrize("accepts", ["br", "gzip", ""])
def test_a_cache_keeps_the_codings_apart(rf, accepts):
    response = HttpResponse(PAGE, headers={"Vary": "Cookie"})
    assert _answer(rf, accepts, response)["Vary"] == "Cookie, Accept-Encoding"


def test_a_strong_etag_becomes_weak_when_packed(rf):
    packed = _answer(rf, "br", HttpResponse(PAGE, headers={"ETag": '"v1"'}))
    assert packed["ETag"] == 'W/"v1"'
    plain = _answer(rf, "", HttpResponse(PAGE, headers={"ETag": '"v1"'}))
    assert plain["ETag"] == '"v1"'


WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@pytest.mark.parametrize(
    "response",
    [
        HttpResponse("kort"),
        HttpResponse(PAGE, content_type=WORKBOOK),
        HttpResponse(PAGE, headers={"Content-Encoding": "zstd"}),
        StreamingHttpResponse([PAGE.encode()], content_type="text/csv"),
    ],
    ids=["short", "workbook", "packed", "streaming"],
)
def test_what_gains_nothing_is_left_alone(rf, response):
    before = response.get("Content-Encoding")
    assert _answer(rf, "br, gzip", response).get("Content-Encoding") == before
