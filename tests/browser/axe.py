"""What axe has to say about a page: all of it in light, the colours again in dark."""

from axe_playwright_python.sync_playwright import Axe

# A theme changes nothing but colours: these are the rules that look at them.
COLOURS = ("color-contrast", "link-in-text-block")
RUN = """async (only) => {
  const options = { resultTypes: ["violations"] };
  if (only) options.runOnly = { type: "rule", values: only };
  const found = await axe.run(document, options);
  return found.violations.map((one) => [
    one.id, one.help, one.nodes.slice(0, 3).map((node) => node.html)]);
}"""


def violations(page):
    """Each with its theme, short enough to read in a failure."""
    dark = _seen(page, "dark", COLOURS)
    return _seen(page, "light") + dark


def _seen(page, theme, only=None):
    page.emulate_media(color_scheme=theme, reduced_motion="reduce")
    if not page.evaluate("'axe' in window"):
        page.evaluate(Axe().axe_script)
    return [(theme, *one) for one in page.evaluate(RUN, only)]
