/*
 * Shows the results of find.js, below the field or on the search page. Titles and excerpts come from articles, which
 * are untrusted: they are set as text, never as markup.
 */

import { find, forget, loaded } from "./find.js";

const PANEL = 8; // results below the field
const PAGE = 20; // at a time on the page of the search

/** Starts the search of a form: results are shown below its field, or in the text of the search page. */
export function start(form) {
  document.head.append(make("link", { rel: "stylesheet", href: new URL("results.css", import.meta.url) }));
  const field = form.elements.q;
  const status = form.querySelector("[role=status]");
  const place = document.querySelector("[data-search-results]");
  let turn = 0;
  let pause;
  // Results that arrive after the panel was closed do not open it again.
  const stop = () => {
    clearTimeout(pause);
    turn++;
  };
  const show = place ? onPage(place) : inPanel(form, field, stop);
  const run = async () => {
    const query = field.value.trim();
    const mine = ++turn;
    if (place) history.replaceState(null, "", query ? `?q=${encodeURIComponent(query)}` : location.pathname);
    const say = (text, ...shown) => {
      if (mine !== turn) return;
      status.textContent = text;
      show(text, ...shown);
    };
    place?.setAttribute("aria-busy", query !== "");
    if (!query) return say("", [], []);
    try {
      for await (const [text, rows] of find(query, place ? Infinity : PANEL)) {
        if (mine === turn) say(text, await loaded(rows, 0, place ? PAGE : PANEL), rows);
      }
    } catch {
      forget();
      say("The search could not be loaded.", [], []);
    }
    if (mine === turn) place?.setAttribute("aria-busy", "false");
  };
  field.addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(run, 150);
  });
  if (place) {
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      run();
    });
  } else field.addEventListener("focus", run);
  return run();
}

function make(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/** Date, title, excerpt and note of a result. `linked`: the title is a link. */
function parts({ url, date, title, excerpt, note }, linked) {
  const link = linked ? { href: url } : {};
  const mark = (text, number) => (number % 2 ? make("mark", {}, plain(text)) : plain(text));
  const marked = excerpt?.split(/<\/?mark>/).map(mark);
  return [
    make("span", { class: "tl-date" }, date ?? ""),
    make(linked ? "a" : "span", { class: "tl-title", ...link }, title),
    ...(marked ? [make("span", { class: "tl-summary" }, ...marked)] : []),
    ...(note ? [make("span", { class: "tl-count" }, note)] : []),
  ];
}

/** In Pagefind's excerpts only these two characters are escaped. */
function plain(text) {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">");
}

/** On the search page: a list, and a button for more results. */
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
      const from = end;
      end += PAGE;
      add(await loaded(rows, from, end));
      list.children[seen]?.querySelector("a").focus();
    });
    add(hits);
    place.replaceChildren(list, more);
  };
}

/** Below the field: a listbox of links, the field as its combobox. Calls `closed` whenever it is closed. */
function inPanel(form, field, closed) {
  const list = make("div", { role: "listbox", id: "tl-hits", "aria-label": "Results", tabindex: -1 });
  const count = make("p", { "aria-hidden": "true" }); // the status says it
  const panel = make("div", { class: "tl-hits", hidden: "" }, count, list);
  const combobox = { role: "combobox", "aria-autocomplete": "list", "aria-controls": list.id };
  for (const [key, value] of Object.entries(combobox)) field.setAttribute(key, value);
  form.append(panel);
  let active = -1;
  const select = (row) => {
    active = row;
    for (const [number, option] of [...list.children].entries()) option.setAttribute("aria-selected", number === row);
    field.setAttribute("aria-activedescendant", list.children[row]?.id ?? "");
    list.children[row]?.scrollIntoView({ block: "nearest" });
  };
  const open = (opened) => {
    panel.hidden = !opened;
    field.setAttribute("aria-expanded", opened && list.children.length > 0);
    if (!opened) select(-1);
  };
  const hide = () => {
    closed();
    open(false);
  };
  const close = () => {
    hide();
    form.classList.remove("tl-open");
  };
  open(false);
  field.addEventListener("input", () => select(-1));
  field.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const size = list.children.length;
    if (step && !panel.hidden && size) select(((active + 1 + step + size + 1) % (size + 1)) - 1);
    else if (event.key === "Enter" && active >= 0) list.children[active].click();
    else if (event.key === "Escape" && !panel.hidden) hide();
    else if (event.key === "Escape" && form.classList.contains("tl-open")) {
      close();
      form.querySelector("button").focus();
    } else return;
    event.preventDefault();
  });
  document.addEventListener("pointerdown", ({ target }) => form.contains(target) || close());
  form.addEventListener("focusout", ({ relatedTarget }) => relatedTarget && !form.contains(relatedTarget) && close());
  return (text, hits, rows) => {
    // Results that arrive later leave the selection where the reader has put it.
    const selected = list.children[active]?.href;
    count.textContent = text;
    list.replaceChildren(...hits.map((hit) => make("a", { href: hit.url }, ...parts(hit))));
    if (rows.length > PANEL) {
      const href = `${form.action}?q=${encodeURIComponent(field.value.trim())}`;
      list.append(make("a", { href }, make("span", { class: "tl-title" }, "All results")));
    }
    [...list.children].forEach((option, number) => {
      const attributes = { role: "option", id: `tl-hit-${number}`, tabindex: -1 };
      for (const [key, value] of Object.entries(attributes)) option.setAttribute(key, value);
    });
    select([...list.children].findIndex(({ href }) => href === selected));
    open(text !== "");
  };
}
