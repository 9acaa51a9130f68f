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
    const say = (text, ...shown) => mine === turn && show((status.textContent = text), ...shown);
    place?.setAttribute("aria-busy", query !== "");
    if (!query) return say("", [], []);
    try {
      for await (const [text, rows] of find(query, place ? Infinity : PANEL)) {
        if (mine === turn) say(text, await loaded(rows, 0, place ? PAGE : PANEL), rows);
      }
    } catch {
      pagefind = others = view = undefined; // the next query tries again
      say("The search could not be loaded.", [], []);
    }
    if (mine === turn) place?.setAttribute("aria-busy", "false");
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

/**
 * Yields what fits a query, best first, as soon as it is known: a count in words, and for each result a function that loads
 * it. Ends when all is known, or with the first step after which there are `enough` results.
 */
async function* find(query, enough) {
  const span = parseDate(query);
  // A date in figures alone is no text that any article would hold.
  const steps = [...(span ? [() => byDate(span)] : []), ...(span && /[-./]/.test(query) ? [] : [() => byWords(query, "entry"), () => otherPages(query)])];
  const names = span
    ? [["entry of this date", "entries of this date"], ["entry with these words", "entries with these words"], ["other page", "other pages"]]
    : [["entry", "entries"], ["other page", "other pages"]];
  const counts = [];
  let rows = [];
  for (const [number, step] of steps.entries()) {
    const found = await step();
    if (found.length) counts.push(`${found.length} ${names[number][found.length === 1 ? 0 : 1]}`);
    rows = [...rows, ...found];
    if (rows.length) yield [counts.join(", "), rows];
    if (rows.length >= enough) return;
  }
  if (!rows.length) yield [`Nothing found for “${query}”`, rows];
}

/** Some of the results. An entry of a date may hold its words as well; it is shown once. */
async function loaded(rows, from, to) {
  const hits = await Promise.all(rows.slice(0, to).map((row) => row()));
  const urls = hits.map(({ url }) => url);
  return hits.filter(({ url }, number) => number >= from && urls.indexOf(url) === number);
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
let others;

/** The pages of one type that hold the words, by Pagefind's ranking. Until `others` are there, only entries can be found. */
async function byWords(query, type) {
  pagefind ??= program();
  if (!(await pagefind)) return [];
  const { results } = await (await pagefind).search(query, { filters: { type } });
  return results.map((result) => async () => {
    const { url, meta, excerpt } = await result.data();
    const articles = meta.articles?.slice(1); // "n6": see theme/main.html
    const note = articles ? `${articles} ${articles === "1" ? "article" : "articles"}` : meta.publisher && `Article, ${meta.publisher}`;
    return { url, date: meta.date, title: meta.title, excerpt, note };
  });
}

/** Pagefind with the index of the entries; null on a site that has no entry yet, and so no index. */
async function program() {
  const url = new URL("pagefind/entry/pagefind.js", ROOT);
  try {
    const loaded = await import(url);
    await loaded.options({ baseUrl: ROOT.pathname, excerptLength: 24, mergeFilter: { type: "entry" } });
    return loaded;
  } catch (error) {
    if ((await fetch(url)).status === 404) return null;
    throw error;
  }
}

async function otherPages(query) {
  if (!(await pagefind)) return [];
  const merge = async (type) =>
    (await pagefind).mergeIndex(new URL(`pagefind/${type}/`, ROOT).href, { baseUrl: ROOT.pathname, excerptLength: 24, mergeFilter: { type } });
  others ??= Promise.all([merge("article"), merge("index")]);
  await others;
  return [...(await byWords(query, "article")), ...(await byWords(query, "index"))];
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
  return (_, hits, rows) => {
    const list = make("ol");
    const more = make("button", { type: "button" }, "More results");
    let end = PAGE;
    const add = (added) => {
      list.append(...added.map((hit) => make("li", {}, ...parts(hit, true))));
      more.hidden = rows.length <= end;
    };
    more.addEventListener("click", async () => {
      const seen = list.children.length;
      add(await loaded(rows, end, (end += PAGE)));
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
  return (text, hits, rows) => {
    count.textContent = text;
    list.replaceChildren(...hits.map((hit) => make("a", { href: hit.url }, ...parts(hit))));
    if (rows.length > PANEL) list.append(make("a", { href: `${form.action}?q=${encodeURIComponent(field.value.trim())}` }, make("span", { class: "tl-title" }, "All results")));
    [...list.children].forEach((option, number) => {
      for (const [key, value] of Object.entries({ role: "option", id: `tl-hit-${number}`, tabindex: -1 })) option.setAttribute(key, value);
    });
    select(-1);
    open(text !== "");
  };
}
