// The form that makes a view, and the list of the entries of the view. The form is part of the page.
import { parseDate } from "./dates.js";
import { called, choose, follow, make, view, withMore, withOne, without } from "./view.js";
import { viewList } from "./view_list.js";
import { fold } from "./words.js";

const MOST_CHOICES = 60;

/** The choices of one kind, each with the number of entries that it would leave. */
function facet(details) {
  const { kind } = details.dataset;
  const [find, list] = [details.querySelector("input"), details.querySelector("ul")];
  let latest, order;
  function show() {
    if (!details.open || !latest) return;
    const [data, counts] = latest;
    order ??= [...data.choices.keys()]
      .filter((place) => data.choices[place][0] === kind)
      .sort((a, b) => counts[b] - counts[a]);
    const wanted = fold(find.value);
    const active = list.contains(document.activeElement) && document.activeElement.value;
    const rows = order.flatMap((place) => {
      const [, id, name, ...aliases] = data.choices[place];
      const checked = view.getAll(kind).includes(id);
      if (!checked && (!counts[place] || ![name, ...aliases].some((one) => fold(one).includes(wanted)))) return [];
      const box = make("input", { type: "checkbox", value: id, checked });
      box.onchange = () => choose(box.checked ? withMore(kind, id) : without(kind, id));
      const number = make("span", { className: "tl-number", textContent: counts[place] });
      return make("li", {}, make("label", {}, box, name, number));
    });
    list.replaceChildren(...(rows.length ? rows.slice(0, MOST_CHOICES) : ["No matches"]));
    if (active) list.querySelector(`[value="${CSS.escape(active)}"]`)?.focus();
  }
  details.ontoggle = () => {
    order = null;
    show();
  };
  find.oninput = show;
  return (data, counts) => {
    latest = [data, counts];
    show();
  };
}

const form = document.querySelector(".tl-filters");
const { on, words } = form.elements;
const facets = [...form.querySelectorAll("details")].map(facet);
form.onsubmit = (event) => event.preventDefault();
form.onkeydown = (event) => {
  const open = event.target.closest("details[open]");
  if (event.key !== "Escape" || !open) return;
  open.open = false;
  open.firstChild.focus();
};
// A panel closes when it loses the focus or the reader clicks elsewhere, so that it does not cover the page.
for (const [target, kind, of] of [
  [window, "click", "target"],
  [form, "focusout", "relatedTarget"],
]) {
  target.addEventListener(kind, (event) => {
    for (const open of form.querySelectorAll("details[open]")) {
      if (event[of] && !open.contains(event[of])) open.open = false;
    }
  });
}
const DATE_HELP = "Write a date such as 13 October 2022, Q4 2022, 1990s, 44 BC, after 2021, or 10 to 13 October 2022.";
let years; // in which the chronology has a month once; known when the data are loaded
on.onchange = () => {
  const unread = on.value && !parseDate(on.value, years);
  if (unread && !years) return; // it is read again when the data are loaded
  on.setCustomValidity(unread ? DATE_HELP : "");
  on.ariaInvalid = !!unread;
  if (on.reportValidity()) choose(withOne("on", on.value));
};
words.oninput = () => choose(withOne("words", words.value), { step: !view.has("words") });
// What the reader typed while this script was loading.
if (on.value && !view.has("on")) on.onchange();
if (words.value && !view.has("words")) words.oninput();

const results = viewList();
const whole = document.querySelector(".tl-static");
const twin = document.querySelector(".tl-twin");

whole.before(results.element);
follow((data, found) => {
  const isFirst = !years;
  years = data.years;
  if (isFirst && on.value && !view.has("on")) on.onchange();
  const counts = new Uint32Array(data.choices.length);
  for (const i of found) for (const place of data.has[i]) counts[place]++;
  for (const show of facets) show(data, counts);
  for (const input of [on, words]) {
    if (input === document.activeElement || !input.validity.valid) continue;
    input.value = view.has(input.name) ? called(data, input.name, view.get(input.name)).replace(/[“”]/g, "") : "";
    input.setCustomValidity("");
    input.ariaInvalid = null;
  }
  results.show(data, view.size ? found : null);
  whole.hidden = twin.hidden = view.size > 0; // its numbers are not those of the view
});
