/*
 * The search at work. Words are looked up by Pagefind (timeline/search.py makes its index), dates in timeline/view.json.
 * Titles and excerpts come from articles, which are untrusted: they are only ever set as text.
 */

import { parseDate } from "./dates.js";

const ROOT = new URL("../", import.meta.url);
const PANEL = 8; // results below the field
const PAGE = 20; // at a time on the page of the search

/** Begins to search by what is typed into the form: below its field, or on the page of the search in the page. */
export function start(form) {
  const field = form.elements.q;
  const status = form.querySelector("[role=status]");
  const place = document.querySelector("[data-search-results]");
  const show = place ? onPage(place) : inPanel(form, field);
  let turn = 0;
  let pause;
  const run = async () => {
    const query = field.value.trim();
    const mine = ++turn;
    if (place) history.replaceState(null, "", query ? `?q=${encodeURIComponent(query)}` : location.pathname);
    const say = (text, hits, more) => mine === turn && show((status.textContent = text), hits, more);
    if (!query) return say("", []);
    try {
      const found = await find(query);
      const hits = await found.next(place ? PAGE : PANEL);
      say(found.count, hits, found);
    } catch {
      say("The search could not be loaded.", []);
    }
  };
  field.addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(run, 150);
  });
  if (place) form.addEventListener("submit", (event) => (event.preventDefault(), run()));
  else field.addEventListener("focus", run);
  return run();
}

/* What is found. */

/** All that fits a query, best first: `count` in words; `next(number)` loads further ones, and none at the end. */
async function find(query) {
  const span = parseDate(query);
  // A date in figures alone is no text that any article would hold.
  const [dated, words] = await Promise.all([span ? byDate(span) : [], span && /[-./]/.test(query) ? [] : byWords(query)]);
  const rows = [...dated, ...words];
  const shown = new Set();
  let at = 0;
  return {
    count: counted(query, span && dated.length, words.length),
    async next(number) {
      const hits = await Promise.all(rows.slice(at, (at += number)).map((row) => row()));
      return hits.filter(({ url }) => !shown.has(url) && shown.add(url)); // a date's entry may hold its words as well
    },
    get ended() {
      return at >= rows.length;
    },
  };
}

let view;

/** The entries that may have been then, the narrowest date first. `span` is what parseDate() returns. */
async function byDate([from, to]) {
  view ??= fetch(new URL("timeline/view.json", ROOT)).then((answer) => answer.json());
  const columns = await view;
  const first = (row) => columns.from[row] ?? -Infinity;
  const last = (row) => columns.to[row] ?? Infinity;
  return columns.id
    .map((_, row) => row)
    .filter((row) => first(row) <= (to ?? Infinity) && last(row) >= (from ?? -Infinity))
    .sort((one, other) => last(one) - first(one) - (last(other) - first(other)) || one - other)
    .map((row) => () => ({
      url: new URL(`timeline/entries/${columns.id[row]}/`, ROOT).pathname,
      date: columns.wording[row],
      title: columns.title[row],
    }));
}

let pagefind;

/** What holds the words: entries, then articles, then other pages; each of them by Pagefind's ranking. */
async function byWords(query) {
  pagefind ??= import(new URL("pagefind/pagefind.js", ROOT)).then(async (loaded) => {
    await loaded.options({ excerptLength: 24 });
    return loaded;
  });
  const { search } = await pagefind;
  const { results } = await search(query);
  // theme/main.html gives entries this filter, and articles this key to sort by; who lacks it is left out.
  const [entries, articles] = await Promise.all([search(query, { filters: { entry: "yes" } }), search(query, { sort: { article: "asc" } })]);
  const ids = [entries, articles].map((found) => new Set(found.results.map(({ id }) => id)));
  const rank = ({ id }) => (ids[0].has(id) ? 0 : ids[1].has(id) ? 1 : 2);
  return results.sort((one, other) => rank(one) - rank(other)).map((result) => async () => {
    const { url, meta, excerpt } = await result.data();
    const articles = meta.articles?.slice(1); // "n6": see theme/main.html
    const note = articles ? `${articles} ${articles === "1" ? "article" : "articles"}` : meta.publisher && `Article, ${meta.publisher}`;
    return { url, date: meta.date, title: meta.title, excerpt, note };
  });
}

function counted(query, dated, words) {
  const number = (count, one, many) => `${count} ${count === 1 ? one : many}`;
  if (!dated && !words) return `Nothing found for “${query}”`;
  if (dated === null) return number(words, "result", "results");
  return number(dated, "entry", "entries") + " of this date" + (words ? `, ${number(words, "page", "pages")} with these words` : "");
}

/* How it is shown. */

function make(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/** Date, title, excerpt and note of a result. The title is a link, unless all of it is inside one. */
function parts({ url, date, title, excerpt, note }, linked) {
  const link = linked ? { href: url } : {};
  const marked = excerpt && excerpt.split(/<\/?mark>/).map((text, number) => (number % 2 ? make("mark", {}, plain(text)) : plain(text)));
  return [
    make("span", { class: "tl-date" }, date ?? ""),
    make(linked ? "a" : "span", { class: "tl-title", ...link }, title),
    ...(marked ? [make("span", { class: "tl-summary" }, ...marked)] : []),
    ...(note ? [make("span", { class: "tl-count" }, note)] : []),
  ];
}

/** Pagefind's excerpts are text in which these two alone are written as in HTML. */
function plain(text) {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">");
}

/** On the page of the search: a list, and a button for more of it. */
function onPage(place) {
  return (_, hits, found) => {
    const list = make("ol");
    const more = make("button", { type: "button" }, "More results");
    const add = (added) => {
      list.append(...added.map((hit) => make("li", {}, ...parts(hit, true))));
      more.hidden = !found || found.ended;
    };
    more.addEventListener("click", async () => {
      const seen = list.children.length;
      add(await found.next(PAGE));
      list.children[seen]?.querySelector("a").focus();
    });
    add(hits);
    place.replaceChildren(list, more);
  };
}

/** Below the field: a listbox of links, the field as its combobox. */
function inPanel(form, field) {
  const list = make("div", { role: "listbox", id: "tl-hits", "aria-label": "Results", tabindex: -1 });
  const count = make("p", { "aria-hidden": "true" }); // the status says it
  const panel = make("div", { class: "tl-hits", hidden: "" }, count, list);
  for (const [key, value] of Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-controls": list.id })) field.setAttribute(key, value);
  form.append(panel);
  let active = -1;
  const select = (row) => {
    active = row;
    [...list.children].forEach((option, number) => option.setAttribute("aria-selected", number === row));
    field.setAttribute("aria-activedescendant", list.children[row]?.id ?? "");
    list.children[row]?.scrollIntoView({ block: "nearest" });
  };
  const open = (opened) => {
    panel.hidden = !opened;
    field.setAttribute("aria-expanded", opened && list.children.length > 0);
    if (!opened) select(-1);
  };
  const close = () => (open(false), form.classList.remove("tl-open"));
  open(false);
  field.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const size = list.children.length;
    if (step && !panel.hidden && size) select(((active + 1 + step + size + 1) % (size + 1)) - 1);
    else if (event.key === "Enter" && active >= 0) list.children[active].click();
    else if (event.key === "Escape" && !panel.hidden) open(false);
    else if (event.key === "Escape" && form.classList.contains("tl-open")) {
      close();
      form.querySelector("button").focus();
    } else return;
    event.preventDefault();
  });
  document.addEventListener("pointerdown", ({ target }) => form.contains(target) || close());
  form.addEventListener("focusout", ({ relatedTarget }) => relatedTarget && !form.contains(relatedTarget) && close());
  return (text, hits, found) => {
    count.textContent = text;
    list.replaceChildren(...hits.map((hit) => make("a", { href: hit.url }, ...parts(hit))));
    if (found && !found.ended) list.append(make("a", { href: `${form.action}?q=${encodeURIComponent(field.value.trim())}` }, make("span", { class: "tl-title" }, "All results")));
    [...list.children].forEach((option, number) => {
      for (const [key, value] of Object.entries({ role: "option", id: `tl-hit-${number}`, tabindex: -1 })) option.setAttribute(key, value);
    });
    select(-1);
    open(text !== "");
  };
}
