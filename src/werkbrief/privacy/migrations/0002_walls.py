"""Each agency its own rows, by PostgreSQL itself: a question that forgot its scope too.

A table that comes later builds its wall in its own migration; a test finds who forgot.
"""

from django.db import migrations

from werkbrief.rows.policies import no_wall, wall_around, wall_behind

TABLES = (
    "journal_event",
    "journal_change",
    "staffing_logo",
    "staffing_agencyrole",
    "staffing_client",
    "staffing_site",
    "staffing_department",
    "staffing_crew",
    "staffing_jobfunction",
    "staffing_costcenter",
    "staffing_agreement",
    "staffing_worker",
    "staffing_assignment",
    "staffing_contact",
    "staffing_deputy",
    "staffing_hourtype",
    "staffing_personallink",
    "staffing_membership",
    "staffing_substitute",
    "staffing_signon",
    "jobs_job",
    "jobs_jobpiece",
    "planning_absence",
    "planning_baseschedule",
    "planning_baseblock",
    "planning_calendarfeed",
    "planning_staffingorder",
    "planning_orderanswer",
    "planning_shift",
    "planning_planningmessage",
    "planning_messageanswer",
    "timesheets_timeentry",
    "timesheets_correctionrequest",
    "timesheets_correctionanswer",
    "timesheets_decision",
    "timesheets_comment",
    "timesheets_lessonanswer",
    "timesheets_manualentry",
    "timesheets_manualday",
    "timesheets_manualanswer",
    "timesheets_objection",
    "timesheets_objectionanswer",
    "pay_lineoverride",
    "exchange_receiver",
    "exchange_timecard",
    "exchange_batch",
    "exchange_delivery",
    "exchange_import",
    "exchange_layout",
    "exchange_supplied",
    "exchange_apitoken",
    "exchange_webhook",
    "exchange_webhookcall",
    "notices_letter",
    "notices_remindermoment",
    "notices_remindersetting",
    "notices_toldschedule",
    "privacy_retention",
    "privacy_erasure",
)
# Only ties: two numbers, of which the first names what it belongs to.
TIES = (
    ("staffing_membership_departments", "membership_id", "staffing_membership"),
    ("staffing_signon_clients", "signon_id", "staffing_signon"),
    ("planning_planningmessage_shifts", "planningmessage_id", "planning_planningmessage"),
    ("exchange_apitoken_clients", "apitoken_id", "exchange_apitoken"),
    ("notices_remindersetting_recipients", "remindersetting_id", "staffing_client"),
)


def build(apps, schema_editor):
    for table in TABLES:
        wall_around(schema_editor, table)
    for table, column, owner in TIES:
        wall_behind(schema_editor, table, column, owner)


def take_down(apps, schema_editor):
    for table in (*TABLES, *(table for table, _, _ in TIES)):
        no_wall(schema_editor, table)


class Migration(migrations.Migration):
    dependencies = [
        ("exchange", "0007_agency_key"),
        ("jobs", "0002_agency_key"),
        ("journal", "0006_agency_key"),
        ("notices", "0005_agency_key"),
        ("pay", "0001_line_overrides"),
        ("planning", "0004_agency_key"),
        ("privacy", "0001_erasure"),
        ("staffing", "0013_hour_types"),
        ("timesheets", "0007_agency_key"),
    ]
    operations = [migrations.RunPython(build, take_down)]
