"""The addresses of Werkbriefjes controle and of corrections."""

from django.urls import include, path

from werkbrief.portal.views import check, corrections

in_week = [
    path("controle/", check.week, name="check"),
    path("controle/excel/", check.workbook, name="check_excel"),
    path("werkbriefjes/<int:entry>/correctie/", corrections.ask, name="correction"),
    path(
        "correcties/<int:correction>/intrekking/",
        corrections.withdrawal,
        name="correction_withdrawal",
    ),
]
urlpatterns = [
    path("klanten/<slug:client>/controle/", check.start, name="check_start"),
    path("klanten/<slug:client>/weken/<week:week>/", include(in_week)),
]
