"""The addresses of the Werkbriefjes screen; a verb is a noun that one creates."""

from django.urls import include, path

from werkbrief.portal.views import (
    deeds,
    filling,
    fitting,
    news,
    pasting,
    pay_lines,
    timesheets,
)

in_week = [
    path("werkbriefjes/", timesheets.week, name="timesheets"),
    path("werkbriefjes/excel/", timesheets.workbook, name="timesheets_excel"),
    path("werkbriefjes/<int:entry>/", timesheets.entry, name="entry"),
    path("werkbriefjes/<int:entry>/loonregels/", pay_lines.by_hand, name="pay_by_hand"),
    path(
        "werkbriefjes/<int:entry>/loonregels/<int:override>/terug/",
        pay_lines.back,
        name="pay_computed",
    ),
    path("werkbriefjes/<int:entry>/voorbeeld/", timesheets.preview, name="preview"),
    path("kloppend/", fitting.preview, name="fitting"),
    path("waarschuwingen/", fitting.warnings, name="warnings"),
    path("nieuws/", news.since, name="news"),
    path("wijzigingen/", deeds.changes, name="changes"),
    path("plakvoorbeelden/", pasting.preview, name="pasting"),
    path("invullingen/", filling.fillings, name="fillings"),
    path("gelijkstellingen/", filling.likenings, name="likenings"),
    path("goedkeuringen/", deeds.approvals, name="approvals"),
    path("afkeuringen/", deeds.rejections, name="rejections"),
    path("opmerkingen/", deeds.comments, name="comments"),
    path("ongedaan/", deeds.undoings, name="undoings"),
]
urlpatterns = [
    path(
        "klanten/<slug:client>/werkbriefjes/", timesheets.start, name="timesheets_start"
    ),
    path("klanten/<slug:client>/weken/<week:week>/", include(in_week)),
]
