"""What a reader does on a page that is ready: name -> kind of page, and a JavaScript expression that does it.

An expression that evaluates to false finds nothing to do; then nothing is measured. Time runs until the next frame is on the
screen. A promise is waited for.
"""

# The first choice of the first filter of the page, whatever kind of control it is.
_FILTER = """(() => {
  const choice = document.querySelector("main article :is(select, input[type=checkbox], input[list])");
  if (!choice) return false;
  if (choice.type === "checkbox") { choice.click(); return true; }
  if (choice.list) choice.value = choice.list.options[0].value; else choice.selectedIndex = 1;
  choice.dispatchEvent(new Event("input", {bubbles: true}));
  choice.dispatchEvent(new Event("change", {bubbles: true}));
})()"""

INTERACTIONS = {
    "filter": ("home", _FILTER),
    "TimelineJS, next": ("TimelineJS", "void timeline.goToNext()"),
    "vis-timeline, zoom": ("vis-timeline", "void timeline.zoomIn(0.5, {animation: false})"),
}
