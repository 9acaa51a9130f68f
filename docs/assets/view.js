// The view: which entries a reader has chosen to see. It is the query of the address, and goes along from page to page:
// ?topics=air-strikes&people=vladimir-putin&on=2022-10&words=bridge. Each kind can be given more than once.
// dateline.js loads this where there is a view, or one is about to be made.
import "./copy.js";
import { parseDate } from "./dates.js";

export const KINDS = ["people", "organisations", "places", "topics", "publishers", "certainty"];
const KEYS = [...KINDS, "on", "words"];
const root = new URL("..", import.meta.url);
const followers = new Set();

export let view = ours(location.search);
let loading;

function ours(query) {
  return new URLSearchParams([...new URLSearchParams(query)].filter(([key, value]) => KEYS.includes(key) && value));
}

/** An element with properties and children; text is never read as markup. */
export function make(name, properties, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

/** The columns of all entries. */
function load() {
  return (loading ??= fetch(new URL("timeline/view.json", root)).then((answer) => answer.json()).then((data) => {
    data.count = data.id.length;
    data.place = new Map(data.choices.map(([kind, id], place) => [kind + "=" + id, place]));
    data.first = data.from.reduce((least, day, i) => Math.min(least, day ?? data.to[i]), Infinity);
    data.last = data.to.reduce((most, day, i) => Math.max(most, day ?? data.from[i]), -Infinity);
    return data;
  }).catch((error) => {
    loading = null; // the next one may get through
    throw error;
  }));
}

export const addressOf = (id) => new URL(`timeline/entries/${id}/`, root).href;
export const pageOf = (id) => addressOf(id) + (view.size ? "?" + view : "");

const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** The entries that the view admits, as places in the columns: a date that may overlap the chosen one is a match. */
export function matching(data) {
  const chosen = [...view].filter(([key]) => KINDS.includes(key)).map((pair) => data.place.get(pair.join("=")));
  const [first, last] = parseDate(view.get("on") ?? "") ?? [null, null];
  const words = fold(view.get("words") ?? "").split(/\s+/).filter(Boolean);
  if (words.length) {
    data.text ??= data.id.map((_, i) => fold([data.title[i], data.wording[i], ...data.has[i].map((place) => data.choices[place][2])].join(" ")));
  }
  const found = [];
  for (let i = 0; i < data.count; i++) {
    if (last !== null && data.from[i] !== null && data.from[i] > last) continue;
    if (first !== null && data.to[i] !== null && data.to[i] < first) continue;
    if (chosen.every((place) => data.has[i].includes(place)) && words.every((word) => data.text[i].includes(word))) found.push(i);
  }
  return found;
}

/** Calls back with the data and the matches, once they are there and after each change of the view. */
export async function follow(callback) {
  followers.add(callback);
  const data = await load();
  callback(data, matching(data));
}

/** Sets the view. A step can be taken back with the browser's own button; a movement, such as zooming, cannot. */
export async function choose(next, { step = true } = {}) {
  view = ours(next);
  history[step ? "pushState" : "replaceState"](null, "", (view.size ? "?" + view : location.pathname) + location.hash);
  await tell();
}

async function tell() {
  const data = await load();
  const found = matching(data);
  carry();
  for (const callback of followers) callback(data, found);
}


/** A view with one value more, one less, or another one for a key that has only one. */
export const withMore = (key, value) => new URLSearchParams([...view, [key, value]]);
export const without = (key, value) => new URLSearchParams([...view].filter((pair) => pair[0] !== key || (value && pair[1] !== value)));
export function withOne(key, value) {
  const next = without(key);
  if (value) next.set(key, value);
  return next;
}

/** Links to pages of the chronology take the view along. */
function carry() {
  for (const link of document.links) {
    const path = link.origin === root.origin && link.pathname.startsWith(root.pathname) && link.pathname.slice(root.pathname.length);
    if (path === "" || /^timeline\/(.*\/)?$/.test(path)) link.search = view;
  }
}

/** What a part of the view is called: the name of a choice, the days of a window, or as it was typed. */
export function called(data, key, value) {
  if (KINDS.includes(key)) return data.choices[data.place.get(key + "=" + value)]?.[2] ?? value;
  if (key === "words") return `“${value}”`;
  const [first, last] = (value.includes("/") && parseDate(value)) || [null];
  if (first === null || last === null) return value;
  return new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" }).formatRange(first * 864e5, last * 864e5);
}

/** The bar that says what the view is: its parts, each with a way out, and how many entries it has. */
function bar() {
  const button = (textContent, onclick) => make("button", { type: "button", className: "tl-button", textContent, onclick });
  const count = make("output", {});
  const parts = make("span", {});
  const near = make("p", {});
  const address = make("p", { className: "tl-address", id: "view-address" }); // for print, and to copy
  const copy = make("button", { type: "button", className: "tl-button tl-copy", value: "view-address", textContent: "Copy this view" });
  // The button that was pressed goes; whoever pressed it by keyboard goes on from the next one.
  const leave = async (next) => {
    await choose(next);
    (parts.querySelector("button") ?? document.querySelector(".tl-filters summary") ?? document.querySelector("main a"))?.focus();
  };
  const made = make("div", { className: "tl-view", hidden: true }, count, parts, copy, button("Clear all", () => leave("")), near, address);
  follow((data, found) => {
    made.hidden = !view.size;
    count.textContent = `${found.length} of ${data.count} entries`;
    parts.replaceChildren(...[...view].map(([key, value]) => {
      const name = called(data, key, value);
      const part = button(name, () => leave(without(key, value)));
      part.className = "tl-part";
      part.ariaLabel = `Remove ${name}`;
      return part;
    }));
    near.replaceChildren(...neighbours(data, found));
    address.textContent = location.href;
  }).catch(() => {
    made.hidden = false;
    count.textContent = "The entries could not be loaded.";
  });
  return made;
}

const idOf = (path) => path.match(/\/timeline\/entries\/([^/]+)\/$/)?.[1];

/** On the page of an entry: the ones before and after it in this view. */
function neighbours(data, found) {
  const here = data.id.indexOf(idOf(location.pathname));
  const near = here < 0 ? [] : [["Earlier", found.findLast((i) => i < here)], ["Later", found.find((i) => i > here)]];
  return near.filter(([, i]) => i !== undefined).map(([word, i]) => make("span", {},
    make("span", { className: "tl-label", textContent: `${word} in this view` }),
    make("a", { href: pageOf(data.id[i]), textContent: data.title[i] })));
}

/** Lists of entries show those of the view. */
function sift(data, found) {
  const admitted = new Set(found.map((i) => data.id[i]));
  for (const item of document.querySelectorAll(".tl-list li")) {
    const title = item.querySelector("a.tl-title");
    const id = idOf(title?.pathname ?? "");
    if (!id) continue;
    item.hidden = !admitted.has(id);
    title.dataset.address = addressOf(id); // for print
  }
}

addEventListener("popstate", () => {
  view = ours(location.search);
  tell();
});

if (document.querySelector("dateline-picture")) {
  document.querySelector(".tl-static").before(bar());
  import("./picture.js");
  import("./filters.js");
} else {
  (document.querySelector(".tl-crumbs") ?? document.querySelector("h1")).after(bar());
  follow(sift);
}
carry();
