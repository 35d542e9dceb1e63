"""A page tells beforehand which modules its script needs."""

import re

from werkbrief.ui.templatetags.modules import SCRIPTS, imported, module

NAMES = sorted(file.stem for file in SCRIPTS.glob("*.js"))


def test_a_script_brings_all_that_it_imports():
    drawn = module("week-grid")
    preloads = re.findall(r'<link rel="modulepreload" href="[^"]*/([\w-]+)\.', drawn)
    assert preloads == imported("week-grid")
    assert {"answer", "selection", "words", "quick-entry"} <= set(preloads)
    assert len(preloads) == len(set(preloads))
    assert re.search(r'<script type="module" src="[^"]*/week-grid\.[^"]*js">', drawn)


def test_no_import_is_overlooked():
    """Written so that the tag does not see it, an import would wait for its turn."""
    for name in NAMES:
        source = (SCRIPTS / f"{name}.js").read_text()
        lines = re.findall(r"^(?:import|export) .*from .*$", source, re.MULTILINE)
        told = {part for part in imported(name) if f'"./{part}.js"' in source}
        assert len(told) == len(lines), name
