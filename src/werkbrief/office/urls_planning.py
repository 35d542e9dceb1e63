"""The addresses of the office's planning."""

from django.urls import URLPattern, path

from werkbrief.office.views import (
    lessons,
    planning,
    planning_deeds,
    planning_filling,
    planning_news,
    usual,
)

CLIENT = "planning/<week:week>/<slug:client>/"

urlpatterns: list[URLPattern] = [
    path("grondplannen/", usual.usual, name="office_usual"),
    path("grondplannen/<int:assignment>/", usual.editor, name="office_usual_editor"),
    path(
        "grondplannen/<int:assignment>/voorbeeld/",
        usual.preview,
        name="office_usual_preview",
    ),
    path(
        "grondplannen/<int:assignment>/overname/",
        lessons.acceptance,
        name="office_usual_take",
    ),
    path(
        "grondplannen/<int:assignment>/afwijzing/",
        lessons.refusal,
        name="office_usual_decline",
    ),
    path("planning/", planning.today, name="office_planning"),
    path("planning/<week:week>/", planning.clients, name="office_planning_week"),
    path(CLIENT, planning.week, name="office_planning_client"),
    path(f"{CLIENT}cel/", planning.cell, name="office_planning_cell"),
    path(
        f"{CLIENT}waarschuwingen/", planning.warnings, name="office_planning_warnings"
    ),
    path(f"{CLIENT}nieuws/", planning_news.since, name="office_planning_news"),
    path(f"{CLIENT}diensten/", planning_deeds.shifts, name="office_planning_shifts"),
    path(f"{CLIENT}cellen/", planning_deeds.cells, name="office_planning_cells"),
    path(
        f"{CLIENT}verplaatsingen/", planning_deeds.moves, name="office_planning_moves"
    ),
    path(
        f"{CLIENT}afwezigheid/",
        planning_deeds.absences,
        name="office_planning_absences",
    ),
    path(
        f"{CLIENT}overnemen/", planning_filling.copying, name="office_planning_copying"
    ),
    path(f"{CLIENT}overname/", planning_filling.copies, name="office_planning_copies"),
    path(f"{CLIENT}grondplan/", planning_filling.usual, name="office_planning_usual"),
    path(
        f"{CLIENT}vulling/", planning_filling.fillings, name="office_planning_fillings"
    ),
    path(
        f"{CLIENT}aanvragen/<int:order>/",
        planning_filling.need,
        name="office_planning_need",
    ),
    path(
        f"{CLIENT}aanvragen/<int:order>/invulling/",
        planning_filling.assignments,
        name="office_planning_assignments",
    ),
    path(f"{CLIENT}ongedaan/", planning_deeds.undoings, name="office_planning_undo"),
]
