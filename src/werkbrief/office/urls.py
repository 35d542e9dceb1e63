"""The addresses of the agency's screens."""

from django.urls import URLPattern, path

from werkbrief.office.views import (
    board,
    corrections,
    importing,
    journal,
    links,
    manual,
    messages,
    proofs,
    sign_ons,
    weeks,
)

urlpatterns: list[URLPattern] = [
    path("", board.today, name="office"),
    path("logboek/", journal.search_page, name="office_journal"),
    path("weken/<week:week>/", board.week, name="office_week"),
    path("weken/<week:week>/<slug:client>/", weeks.week, name="office_week_client"),
    path(
        "weken/<week:week>/<slug:client>/werkbriefjes/<int:entry>/",
        weeks.entry,
        name="office_week_entry",
    ),
    path(
        "weken/<week:week>/<slug:client>/werkbriefjes/<int:entry>/heropening/",
        weeks.reopening,
        name="office_week_reopen",
    ),
    path(
        "weken/<week:week>/<slug:client>/werkbriefjes/<int:entry>/bewijs.json",
        proofs.as_json,
        name="office_week_proof_json",
    ),
    path(
        "weken/<week:week>/<slug:client>/werkbriefjes/<int:entry>/bewijs.pdf",
        proofs.as_pdf,
        name="office_week_proof_pdf",
    ),
    path(
        "weken/<week:week>/<slug:client>/toen/",
        proofs.moment,
        name="office_week_moment",
    ),
    path(
        "weken/<week:week>/<slug:client>/meekijken/",
        weeks.looking,
        name="office_week_look",
    ),
    path("meekijken/einde/", weeks.looking_end, name="office_looking_end"),
    path(
        "weken/<week:week>/<slug:client>/herinneringen/",
        board.reminders,
        name="office_week_remind",
    ),
    path("correcties/", corrections.queue, name="office_corrections"),
    path(
        "correcties/<int:correction>/overname/",
        corrections.acceptance,
        name="office_corrections_accept",
    ),
    path(
        "correcties/<int:correction>/afwijzing/",
        corrections.refusal,
        name="office_corrections_decline",
    ),
    path(
        "bezwaren/<int:objection>/antwoord/",
        corrections.answer,
        name="office_corrections_answer",
    ),
    path("handmatig/", manual.queue, name="office_manual"),
    path(
        "handmatig/<int:manual>/omzetting/",
        manual.conversion,
        name="office_manual_convert",
    ),
    path(
        "handmatig/<int:manual>/afwijzing/",
        manual.refusal,
        name="office_manual_decline",
    ),
    path("meldingen/", messages.queue, name="office_messages"),
    path(
        "meldingen/<int:message>/aanname/",
        messages.acceptance,
        name="office_messages_accept",
    ),
    path(
        "meldingen/<int:message>/afwijzing/",
        messages.refusal,
        name="office_messages_decline",
    ),
    path(
        "aanvragen/<int:order>/bevestiging/",
        messages.confirmation,
        name="office_messages_confirm",
    ),
    path(
        "aanvragen/<int:order>/afwijzing/",
        messages.rejection,
        name="office_messages_reject",
    ),
    path(
        "aanvragen/<int:order>/invulling/",
        messages.filling,
        name="office_messages_fill",
    ),
    path("links/", links.links, name="office_links"),
    path("links/<int:worker>/gift/", links.gift, name="office_links_gift"),
    path(
        "links/<int:worker>/intrekking/", links.withdrawal, name="office_links_withdraw"
    ),
    path("aanmelding/", sign_ons.sign_ons, name="office_sign_ons"),
    path(
        "aanmelding/<int:sign_on>/einde/",
        sign_ons.ending,
        name="office_sign_ons_end",
    ),
    path(
        "inlezen/<int:found>/ongedaan/",
        importing.undoing,
        name="office_import_undo",
    ),
    path("inlezen/", importing.arrivals, name="office_import"),
    path("inlezen/voorbeeld.xlsx", importing.example, name="office_import_example"),
]
