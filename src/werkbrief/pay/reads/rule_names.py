"""What the rules in our own packs are called, and what one may choose instead."""

from django.utils.translation import gettext_noop as _

RULES = (
    *(_("aangewezen"), _("avond"), _("avond-web"), _("dag"), _("dagmax")),
    *(_("deeltijd-groot"), _("deeltijd-klein"), _("feestdag"), _("hotel")),
    *(
        _("hotel-zondag"),
        _("jaaruren"),
        _("kader"),
        _("kwartaal"),
        _("laat"),
        _("maandag"),
    ),
    *(_("maandag"), _("meeruren"), _("nacht"), _("overuren")),
    *(_("overuur"), _("overwerk")),
    *(_("overwerk-eerst"), _("overwerk-vrij"), _("overwerk-zaterdag")),
    *(_("overwerk-zondag"), _("pauze"), _("periode"), _("ploeg")),
    *(_("roostertoeslag"), _("standaard"), _("trede")),
    *(_("truck-avond"), _("truck-laat"), _("truck-nacht"), _("variabel")),
    *(_("venster"), _("vrijdag"), _("vrije-zaterdag"), _("vroeg"), _("wachten")),
    *(_("week"), _("weekend"), _("weekmax"), _("zaterdag"), _("zondag")),
    *(_("uren"), _("bijzonder")),
)
CHOICES = (
    _("uur voor uur vrije tijd"),
    _("tijd voor tijd"),
    _("tijd voor tijd, een op een"),
    _("rustdag"),
)
