"""The addresses of handing over hours: batches, receivers, the payroll file."""

from django.urls import URLPattern, path

from werkbrief.office.views import comparing, delivery, jobs, receiving, tokens

urlpatterns: list[URLPattern] = [
    path("vergelijken/", comparing.comparisons, name="office_comparing"),
    path("koppelingen/", tokens.tokens, name="office_tokens"),
    path(
        "koppelingen/<int:token>/vernieuwing/",
        tokens.rotations,
        name="office_tokens_rotate",
    ),
    path(
        "koppelingen/<int:token>/intrekking/",
        tokens.revocations,
        name="office_tokens_revoke",
    ),
    path("taken/", jobs.jobs, name="office_jobs"),
    path("taken/<int:job>/", jobs.job, name="office_jobs_job"),
    path("taken/<int:job>/bestand/", jobs.file, name="office_jobs_file"),
    path("taken/<int:job>/pogingen/", jobs.attempts, name="office_jobs_again"),
    path("taken/<int:job>/inlezen/", jobs.going, name="office_jobs_go"),
    path("leveren/", delivery.delivery, name="office_delivery"),
    path(
        "leveren/ontvangers/<int:receiver>/leveringen/",
        delivery.batches,
        name="office_delivery_batches",
    ),
    path("leveren/<int:batch>/", delivery.batch, name="office_delivery_batch"),
    path(
        "leveren/<int:batch>/urenstaten.zip",
        delivery.batch_file,
        name="office_delivery_file",
    ),
    path(
        "leveren/berichten/<int:delivery>/",
        delivery.message,
        name="office_delivery_message",
    ),
    path(
        "leveren/berichten/<int:delivery>/pogingen/",
        delivery.attempts,
        name="office_delivery_attempts",
    ),
    path(
        "leveren/ontvangers/nieuw/",
        receiving.receiver,
        name="office_delivery_receiver_new",
    ),
    path(
        "leveren/ontvangers/<int:receiver>/",
        receiving.receiver,
        name="office_delivery_receiver",
    ),
    path(
        "leveren/indelingen/nieuw/",
        receiving.layout,
        name="office_delivery_layout_new",
    ),
    path(
        "leveren/indelingen/<int:layout>/",
        receiving.layout,
        name="office_delivery_layout",
    ),
    path(
        "leveren/loonbestand/", receiving.payroll_file, name="office_delivery_payroll"
    ),
]
