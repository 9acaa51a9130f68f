// The view: which entries a reader has chosen to see. It is the query of the address, and goes along from page to page:
// ?topics=air-strikes&people=vladimir-putin&on=2022-10&words=bridge. Each kind of name can be given more than once.
import { parseDate } from "./dates.js";

export const KINDS = ["people", "organisations", "places", "topics", "publishers", "certainty"];
const KEYS = [...KINDS, "on", "words"];
const root = new URL("..", import.meta.url);
const followers = new Set();

export let view = ours(location.search);
let loading;

function ours(query) {
  const pairs = [...new URLSearchParams(query)].filter(([key, value]) => KEYS.includes(key) && value);
  return new URLSearchParams(pairs.filter(([key], place) => KINDS.includes(key) || pairs.findIndex((pair) => pair[0] === key) === place));
}

/** An element with properties and children; text is never read as markup. */
export function make(name, properties, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

const json = async (name) => (await fetch(new URL(`timeline/${name}.json`, root))).json();

/** The columns of all entries, and the matches. */
async function current() {
  loading ??= json("view").then((data) => {
    data.count = data.id.length;
    data.place = new Map(data.choices.map(([kind, id], place) => [kind + "=" + id, place]));
    data.first = data.from.reduce((least, day, i) => Math.min(least, day ?? data.to[i]), Infinity);
    data.last = data.to.reduce((most, day, i) => Math.max(most, day ?? data.from[i]), -Infinity);
    return data;
  });
  try {
    const data = await loading;
    if (view.has("words")) {
      data.text ??= (await json("summaries")).map((summary, i) =>
        fold([data.title[i], data.wording[i], ...data.has[i].map((place) => data.choices[place][2]), summary].join(" ")));
    }
    return [data, matching(data)];
  } catch (error) {
    loading = null; // the next one may get through
    throw error;
  }
}

export const addressOf = (id) => new URL(`timeline/entries/${id}/`, root).href;
export const pageOf = (id) => addressOf(id) + (view.size ? "?" + view : "");

const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** The entries that the view admits, as places in the columns: a date that may overlap the chosen one is a match. */
function matching(data) {
  const chosen = [...view].filter(([key]) => KINDS.includes(key)).map((pair) => data.place.get(pair.join("=")));
  const [first, last] = view.has("on") ? parseDate(view.get("on")) ?? [Infinity, -Infinity] : [null, null]; // no date that can be read: nothing
  const words = fold(view.get("words") ?? "").split(/\s+/).filter(Boolean);
  const found = [];
  for (let i = 0; i < data.count; i++) {
    if (last !== null && data.from[i] !== null && data.from[i] > last) continue;
    if (first !== null && data.to[i] !== null && data.to[i] < first) continue;
    if (chosen.every((place) => data.has[i].includes(place)) && words.every((word) => data.text[i].includes(word))) found.push(i);
  }
  return found;
}

/** Lists are seen again once they stand where they will stay. */
const uncover = () => requestAnimationFrame(() => requestAnimationFrame(() => document.documentElement.classList.remove("tl-waiting")));

/** Calls back with the data and the matches, once they are there and after each change of the view; or says that they failed. */
export async function follow(callback, failed = () => {}) {
  followers.add(callback);
  const known = await current().catch(failed);
  if (known) callback(...known);
  uncover();
}

/** Sets the view. A step can be taken back with the browser's own button; a movement, such as zooming, cannot. */
export async function choose(next, { step = true } = {}) {
  view = ours(next);
  history[step ? "pushState" : "replaceState"](null, "", (view.size ? "?" + view : location.pathname) + location.hash);
  await tell();
}

async function tell() {
  const known = await current();
  carry();
  for (const callback of followers) callback(...known);
}

/** A view with one value more, one less, or another one for a key that has only one. */
export const withMore = (key, value) => new URLSearchParams([...view, [key, value]]);
export const without = (key, value) => new URLSearchParams([...view].filter((pair) => pair[0] !== key || (value && pair[1] !== value)));
export function withOne(key, value) {
  const next = without(key);
  if (value) next.set(key, value);
  return next;
}

/** Links to pages of the site take the view along; those of the picture have it already, and the search has a query of its own. */
export function carry() {
  for (const link of document.querySelectorAll("a[href]:not(.tl-time a)")) {
    const href = link.href.baseVal ?? link.href; // the first is that of an SVG
    if (!URL.canParse(href, document.baseURI)) continue;
    const url = new URL(href, document.baseURI);
    if (!url.href.startsWith(root.href) || !/^(?!search\/)(.*\/)?$/.test(url.pathname.slice(root.pathname.length))) continue;
    if (url.search.slice(1) === `${view}`) continue;
    url.search = view;
    link.setAttribute("href", url.href);
  }
}

/** What a part of the view is called: the name of a choice, a date in figures in words, or as it was typed. */
export function called(data, key, value) {
  if (KINDS.includes(key)) return data.choices[data.place.get(key + "=" + value)]?.[2] ?? value;
  if (key === "words") return `“${value}”`;
  const [first, last] = (/^[\dX/-]+$/.test(value) && parseDate(value)) || [null];
  if (first === null || last === null) return value;
  if (value.endsWith("X")) return `${value.slice(0, -1)}0s`;
  const style = { 4: { year: "numeric" }, 7: { month: "long", year: "numeric" }, 9: { year: "numeric" } }[value.length] ?? { dateStyle: "long" };
  return new Intl.DateTimeFormat("en-GB", { ...style, timeZone: "UTC" }).formatRange(first * 864e5, last * 864e5);
}

addEventListener("popstate", async () => {
  view = ours(location.search);
  await tell();
  uncover();
});
