"""What the scripts of a page say: its sentences and marks, as a block of data.

The scripts hold their sentences in Dutch, as every source here does; only who reads
another language gets a catalogue along.
"""

import json
import re
from functools import cache
from pathlib import Path

from django import template
from django.utils.html import json_script
from django.utils.safestring import SafeString

from werkbrief.words.clock import in_decimals
from werkbrief.words.tongues import DUTCH, Tongue, say, tongue

register = template.Library()
SCRIPTS = Path(__file__).parents[1] / "static/ui/js"
SENTENCE = re.compile(r'\bsay\(\s*("(?:[^"\\]|\\.)*")')


@register.simple_tag
def scripted_words() -> SafeString:
    """`{% scripted_words %}`: no script itself, so the strict policy has no say."""
    spoken = tongue()
    block = {
        "sentences": _sentences(spoken),
        "thousands": spoken.thousands,
        "decimals": spoken.decimals,
        "inDecimals": in_decimals(),
    }
    return json_script(block, "words")


@cache
def _sentences(spoken: Tongue) -> dict[str, str]:
    """Dutch -> as the reader knows it; read once per language."""
    if spoken is DUTCH:
        return {}
    scripts = sorted(SCRIPTS.glob("*.js"))
    said = [json.loads(s) for js in scripts for s in SENTENCE.findall(js.read_text())]
    return {sentence: say(sentence) for sentence in said}
