"""The portal as it answers, started once and kept warm; config/wsgi.py serves it."""

import gc
import os

import django
from django.urls import get_resolver

from werkbrief.config.databases import WEB_PATIENCE
from werkbrief.config.whole import WholeRequests

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "werkbrief.config.settings")
os.environ.setdefault("PGOPTIONS", WEB_PATIENCE)
django.setup(set_prefix=False)
application = WholeRequests()

# A page of a thousand workers makes tens of thousands of small things that all go by
# themselves. Unasked, the collector walks the whole of Django several times meanwhile:
# a quarter of the page's time.
_ = get_resolver().url_patterns
gc.collect()
gc.freeze()
gc.set_threshold(50_000, 20, 20)
