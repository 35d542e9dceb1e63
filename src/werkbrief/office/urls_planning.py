"""The addresses of the office's planning."""

from django.urls import URLPattern, path

from werkbrief.office.views import planning, planning_deeds

CLIENT = "planning/<week:week>/<slug:client>/"

urlpatterns: list[URLPattern] = [
    path("planning/", planning.today, name="office_planning"),
    path("planning/<week:week>/", planning.clients, name="office_planning_week"),
    path(CLIENT, planning.week, name="office_planning_client"),
    path(f"{CLIENT}cel/", planning.cell, name="office_planning_cell"),
    path(
        f"{CLIENT}waarschuwingen/", planning.warnings, name="office_planning_warnings"
    ),
    path(f"{CLIENT}diensten/", planning_deeds.shifts, name="office_planning_shifts"),
    path(
        f"{CLIENT}verplaatsingen/", planning_deeds.moves, name="office_planning_moves"
    ),
    path(
        f"{CLIENT}afwezigheid/",
        planning_deeds.absences,
        name="office_planning_absences",
    ),
    path(f"{CLIENT}ongedaan/", planning_deeds.undoings, name="office_planning_undo"),
]
