"""The interactions that are measured, in order: name -> kind of page, and the JavaScript expression that performs it.

The time ends when the next frame is on the screen. A promise is awaited. If the expression evaluates to false, there was
nothing to do and nothing is measured.
"""

# As dateline.js loads the view; the filters come with the bar.
_VIEW = """(() => {
  const script = (name) => document.querySelector("script[src*='dateline.js']").src.replace("dateline.js", name);
  return import(script("view_bar.js")).then(() => import(script("view.js")));
})()"""

# The first of the topics: the one with the most entries.
_FILTER = """(async () => {
  const facet = document.querySelector("details[data-kind=topics]");
  if (!facet) return false;
  facet.open = true;
  while (!facet.querySelector("input[type=checkbox]")) await new Promise(requestAnimationFrame);
  facet.querySelector("input[type=checkbox]").click();
})()"""


def _type(name: str, text: str, event: str) -> str:
    """Type a value into a field of the filters."""
    return f"""(() => {{
      const field = document.querySelector(".tl-filters [name={name}]");
      if (!field) return false;
      field.value = {text!r};
      field.dispatchEvent(new Event({event!r}));
    }})()"""


INTERACTIONS = {
    # The first use of the view loads its data, and draws the chart again.
    "first use of the filters": ("home", f"{_VIEW}.then(view => view.choose(''))"),
    "filter": ("home", _FILTER),
    "clear": ("home", f"{_VIEW}.then(view => view.choose(''))"),
    "words": ("home", _type("words", "bridge", "input")),
    "date": ("home", _type("on", "2001", "change")),
    "zoom out": ("home", "document.querySelector(\".tl-zoom [aria-label='Show all dates']\").click()"),
    "TimelineJS, next": ("TimelineJS", "void timeline.goToNext()"),
    "vis-timeline, zoom": ("vis-timeline", "void timeline.zoomIn(0.5, {animation: false})"),
}
