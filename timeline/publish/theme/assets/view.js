// The view: the entries that a reader has chosen. It is the query of the address, and links carry it from page to page:
// ?topics=air-strikes&people=vladimir-putin&on=2022-10&words=bridge. Each kind of name can occur more than once.
import { DATA, ENTRY_PAGE, FILTER_KINDS, VIEW_KEYS } from "./constants.js";
import { parseDate, yearsOf } from "./dates.js";
import { dateOf, yearName } from "./days.js";
import { fold } from "./words.js";

const root = new URL("..", import.meta.url);
const followers = new Set();

export let view = ours(location.search);
let loading;

function ours(query) {
  const pairs = [...new URLSearchParams(query)].filter(([key, value]) => VIEW_KEYS.includes(key) && value);
  const isFirst = (key, place) => pairs.findIndex((pair) => pair[0] === key) === place;
  return new URLSearchParams(pairs.filter(([key], place) => FILTER_KINDS.includes(key) || isFirst(key, place)));
}

/** An element with properties and children; text is never read as markup. */
export function make(name, properties, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

const json = async (path) => (await fetch(new URL(path, root))).json();

/** The columns of all entries, and the matches. */
async function current() {
  loading ??= json(DATA.view).then((data) => {
    data.count = data.id.length;
    data.place = new Map(data.choices.map(([kind, id], place) => [`${kind}=${id}`, place]));
    data.first = data.from.reduce((least, day, i) => Math.min(least, day ?? data.to[i]), Infinity);
    data.last = data.to.reduce((most, day, i) => Math.max(most, day ?? data.from[i]), -Infinity);
    data.years = yearsOf(data.from, data.to);
    return data;
  });
  try {
    const data = await loading;
    if (view.has("words")) {
      const names = (i) => data.has[i].flatMap((place) => data.choices[place].slice(2));
      data.text ??= (await json(DATA.summaries)).map((summary, i) =>
        fold([data.title[i], data.wording[i], ...names(i), summary].join(" ")),
      );
    }
    return [data, matching(data)];
  } catch (error) {
    loading = null; // the next call tries again
    throw error;
  }
}

const ENTRY = new RegExp(`/${ENTRY_PAGE.replace("{id}", "([^/]+)")}$`);

/** The address of the page of an entry; the same with the view; and the id of the entry of such an address. */
export const addressOf = (id) => new URL(ENTRY_PAGE.replace("{id}", id), root).href;
export const pageOf = (id) => addressOf(id) + (view.size ? `?${view}` : "");
export const idOf = (path) => ENTRY.exec(path)?.[1];

/** Whether the days of an entry, with the margin of an approximate date or without, overlap those that were chosen. */
function overlaps(data, i, [first, last], isWide) {
  const [from, to] = (isWide && data.about[i]) || [data.from[i], data.to[i]];
  return (last === null || from === null || from <= last) && (first === null || to === null || to >= first);
}

/** Whether an entry is in the view only because its date is approximate: "c. 13 October" may have been the 14th. */
export function isOnlyNear(data, i) {
  const chosen = data.about[i] && view.has("on") && parseDate(view.get("on"), data.years);
  return !!chosen && !overlaps(data, i, chosen, false);
}

/** The entries of the view, as places in the columns. A date that may overlap the chosen one is a match. */
function matching(data) {
  const chosen = [...view].filter(([key]) => FILTER_KINDS.includes(key)).map((pair) => data.place.get(pair.join("=")));
  // Nothing matches an invalid date.
  const on = view.has("on") ? (parseDate(view.get("on"), data.years) ?? [Infinity, -Infinity]) : [null, null];
  const words = fold(view.get("words") ?? "")
    .split(/\s+/)
    .filter(Boolean);
  const found = [];
  for (let i = 0; i < data.count; i++) {
    if (!overlaps(data, i, on, true)) continue;
    if (!chosen.every((place) => data.has[i].includes(place))) continue;
    if (words.every((word) => data.text[i].includes(word))) found.push(i);
  }
  return found;
}

/** Shows the lists again, after their entries were hidden. */
function uncover() {
  const show = () => document.documentElement.classList.remove("tl-waiting");
  requestAnimationFrame(() => requestAnimationFrame(show));
}

/**
 * Calls back with the data and the matches: now, and after each change of the view. Calls `failed` if they cannot be
 * loaded.
 */
export async function follow(callback, failed = () => {}) {
  followers.add(callback);
  const known = await current().catch(failed);
  if (known) callback(...known);
  uncover();
}

/** Sets the view. A step can be undone with the browser's back button; a movement, such as zooming, cannot. */
export async function choose(next, { step = true } = {}) {
  view = ours(next);
  history[step ? "pushState" : "replaceState"](null, "", (view.size ? `?${view}` : location.pathname) + location.hash);
  await notify();
}

async function notify() {
  const known = await current();
  carry();
  for (const callback of followers) callback(...known);
}

/**
 * The view with one more value; without one, or without all values of a key; with another value for a key that has one.
 */
export const withMore = (key, value) => new URLSearchParams([...view, [key, value]]);
export const without = (key, value) =>
  new URLSearchParams([...view].filter((pair) => pair[0] !== key || (value && pair[1] !== value)));
export function withOne(key, value) {
  const next = without(key);
  if (value) next.set(key, value);
  return next;
}

/**
 * Adds the view to all links to pages of the site, except those of the chart, which have it, and those to the search.
 */
export function carry() {
  const search = document.querySelector("[data-search]")?.action.split("?")[0];
  for (const link of document.querySelectorAll("a[href]:not(.tl-time a)")) {
    const href = link.href.baseVal ?? link.href; // the first is that of an SVG
    if (!URL.canParse(href, document.baseURI)) continue;
    const url = new URL(href, document.baseURI);
    const isPage = url.href.startsWith(root.href) && url.pathname.endsWith("/");
    if (!isPage || url.href.startsWith(search)) continue;
    if (url.search.slice(1) === `${view}`) continue;
    url.search = view;
    link.setAttribute("href", url.href);
  }
}

/** The name of a part of the view: the name of a choice, the words for a date in figures, or what the reader typed. */
export function called(data, key, value) {
  if (FILTER_KINDS.includes(key)) return data.choices[data.place.get(`${key}=${value}`)]?.[2] ?? value;
  if (key === "words") return `“${value}”`;
  const [first, last] = (/^[\dXY/-]+$/.test(value) && parseDate(value)) || [null];
  if (first === null || last === null) return value;
  if (/^\d{3}X$/.test(value)) return `${value.slice(0, -1)}0s`;
  const [begin, end] = [dateOf(first).year, dateOf(last).year];
  if (begin < 1 || end > 9999) return [...new Set([begin, end].map(yearName))].join(" to ");
  const year = { year: "numeric" };
  const style = { 4: year, 7: { month: "long", ...year }, 9: year }[value.length] ?? { dateStyle: "long" };
  return new Intl.DateTimeFormat("en-GB", { ...style, timeZone: "UTC" }).formatRange(first * 864e5, last * 864e5);
}

addEventListener("popstate", async () => {
  view = ours(location.search);
  await notify();
  uncover();
});
