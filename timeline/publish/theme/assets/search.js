/*
 * Every page loads this part of the search. It loads results.js when the field gets the focus, or when the address of
 * the search page has a query.
 */

const form = document.querySelector("[data-search]");
const field = form.elements.q;
const button = form.querySelector("button");
const typing = "textarea, select, [contenteditable], input:not([type=radio], [type=checkbox])";

let loading;

function load() {
  loading ??= import("./results.js").then(({ start }) => start(form));
  return loading;
}

/** On a phone the field is behind its button. */
function open() {
  form.classList.add("tl-open");
  field.focus();
}

field.addEventListener("focus", load);

button.addEventListener("click", (event) => {
  if (field.offsetParent) return;
  event.preventDefault();
  open();
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.altKey || event.metaKey || event.target.matches(typing)) return;
  event.preventDefault();
  open();
});

const asked = new URLSearchParams(location.search).get("q");
if (asked && form.hasAttribute("data-search-page")) {
  field.value = asked;
  load();
}
