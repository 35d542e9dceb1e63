"""Static files for production: each with a fingerprint in its name."""

from whitenoise.storage import CompressedManifestStaticFilesStorage

_DJANGOS = CompressedManifestStaticFilesStorage
_, IMPORTS = _DJANGOS._js_module_import_aggregation_patterns  # type: ignore[attr-defined]  # noqa: SLF001


class CollectedStaticFiles(CompressedManifestStaticFilesStorage):
    """Imports between our own modules get the fingerprint too.

    Else a browser loads `answer.js` twice, under two names: two of everything in it.
    Django's own switch reads comments in a wheel's scripts as imports, and stops.
    """

    patterns = (*_DJANGOS.patterns, ("ui/js/*.js", IMPORTS))
