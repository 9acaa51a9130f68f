"""What a reader does on a page that is ready: name -> kind of page, and a JavaScript expression that does it, in this order.

An expression that evaluates to false finds nothing to do; then nothing is measured. Time runs until the next frame is on the
screen. A promise is waited for.
"""

# As dateline.js does it; the filters come with the bar.
_VIEW = """(() => {
  const script = (name) => document.querySelector("script[src*='dateline.js']").src.replace("dateline.js", name);
  return import(script("view_bar.js")).then(() => import(script("view.js")));
})()"""

# The first choice among the topics: the one with most entries.
_FILTER = """(async () => {
  const facet = document.querySelector("details[data-kind=topics]");
  if (!facet) return false;
  facet.open = true;
  while (!facet.querySelector("input[type=checkbox]")) await new Promise(requestAnimationFrame);
  facet.querySelector("input[type=checkbox]").click();
})()"""


def _typed(name: str, text: str, event: str) -> str:
    """A value in a field of the filters."""
    return f"""(() => {{
      const field = document.querySelector(".tl-filters [name={name}]");
      if (!field) return false;
      field.value = {text!r};
      field.dispatchEvent(new Event({event!r}));
    }})()"""


INTERACTIONS = {
    # The first use of the view brings its data, and draws the picture anew.
    "first use of the filters": ("home", f"{_VIEW}.then(view => view.choose(''))"),
    "filter": ("home", _FILTER),
    "clear": ("home", f"{_VIEW}.then(view => view.choose(''))"),
    "words": ("home", _typed("words", "bridge", "input")),
    "date": ("home", _typed("on", "2001", "change")),
    "zoom out": ("home", "document.querySelector(\".tl-zoom [aria-label='Show all dates']\").click()"),
    "TimelineJS, next": ("TimelineJS", "void timeline.goToNext()"),
    "vis-timeline, zoom": ("vis-timeline", "void timeline.zoomIn(0.5, {animation: false})"),
}
