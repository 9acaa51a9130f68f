/*
 * What the search finds: words in the index of Pagefind, which timeline/publish/search_index.py makes; dates in
 * view.json.
 */

import { DATA, ENTRY_PAGE, MONTH_NUMBERS, SEARCH_FOLDER, SEARCH_TYPES } from "./constants.js";
import { parseDate, yearsOf } from "./dates.js";
import { nearest, wordsOf } from "./words.js";

const ROOT = new URL("../", import.meta.url);
const [FIRST_TYPE, NAME_TYPE, ...OTHER_TYPES] = SEARCH_TYPES;
const MOST_NAMES = 3; // before the entries

// What a date without a year has.
const WITHOUT_YEAR = new RegExp(`\\b(?:${[...MONTH_NUMBERS.keys()].join("|")})\\b|\\d[./]\\d`, "i");

let pagefind, names, others, view; // promises of what was loaded

/** After a failure: the next query tries again. */
export function forget() {
  pagefind = names = others = view = undefined;
}

/**
 * Yields the results of a query, best first, as soon as they are known: a count in words, and for each result a
 * function that loads it. Ends after the last step, or after the first step with `enough` results.
 */
export async function* find(query, enough) {
  let weak, any;
  for await (const found of matches(query, enough)) {
    any ||= await hasWords(found[1], query);
    if (any) yield found;
    else weak = found;
  }
  if (any) return;
  const none = `No results for “${query}”`;
  const meant = await correction(query);
  if (!meant) yield weak ?? [none, []];
  else
    for await (const [counts, rows] of matches(meant, enough))
      yield [`${none}. Did you mean “${meant}”? ${counts}`, rows];
}

/**
 * Whether one of the first results has words that begin like those of the query. Pagefind finds pages with the first
 * letters of a word that no page has.
 */
async function hasWords(rows, query) {
  const wanted = [...wordsOf([query]).keys()];
  const begins = (word, other) => {
    const most = Math.min(4, word.length, other.length);
    return most === Math.min(4, word.length) && word.slice(0, most) === other.slice(0, most);
  };
  for (const { title, excerpt } of await loaded(rows, 0, 3)) {
    if (excerpt === undefined) return true; // found by its date
    const marked = [...excerpt.matchAll(/<mark>(.*?)<\/mark>/g)].map((found) => found[1]);
    const known = [...wordsOf([title, ...marked]).keys()];
    if (wanted.every((word) => known.some((other) => begins(word, other)))) return true;
  }
  return false;
}

/**
 * The query with the words that no entry has replaced by the nearest of a name or a title; null if there is nothing
 * like it.
 */
async function correction(query) {
  const { choices, title } = await columns();
  const words = wordsOf([...choices.flatMap((choice) => choice.slice(2)), ...title]);
  const written = [...wordsOf([query]).values()];
  const meant = await Promise.all(
    written.map(async (word) => {
      const near = nearest(word, words);
      return near && !(await hasWords(await byWords(word, FIRST_TYPE), word)) ? near : word;
    }),
  );
  return meant.some((word, number) => word !== written[number]) ? meant.join(" ") : null;
}

async function* matches(query, enough) {
  const span = parseDate(query) ?? (WITHOUT_YEAR.test(query) ? parseDate(query, await years()) : null);
  const steps = span ? [() => byDate(span)] : [];
  // No article has a date in figures as its text.
  if (!span || !/\d[-./X]/i.test(query))
    steps.push(
      () => byName(query),
      () => byWords(query, FIRST_TYPE),
      () => otherPages(query),
    );
  const ofWords = span ? ["entry with these words", "entries with these words"] : ["entry", "entries"];
  const ofDate = span ? [["entry of this date", "entries of this date"]] : [];
  const names = [...ofDate, ["name", "names"], ofWords, ["other page", "other pages"]];
  const counts = [];
  let rows = [];
  for (const [number, step] of steps.entries()) {
    const found = await step();
    if (found.length) counts.push(`${found.length} ${names[number][found.length === 1 ? 0 : 1]}`);
    rows = [...rows, ...found];
    if (rows.length) yield [counts.join(", "), rows];
    if (rows.length >= enough) return;
  }
}

/** Loads some of the results. An entry that was found by its date and by its words is shown once. */
export async function loaded(rows, from, to) {
  const hits = await Promise.all(rows.slice(0, to).map((row) => row()));
  const urls = hits.map(({ url }) => url);
  return hits.filter(({ url }, number) => number >= from && urls.indexOf(url) === number);
}

/** The year of each month that the chronology has in one year only. */
async function years() {
  const { from, to } = await columns();
  return yearsOf(from, to);
}

/**
 * The entries whose date may overlap a span, those with the narrowest date first. `span` is what parseDate() returns.
 */
async function byDate([from, to]) {
  const data = await columns();
  const first = (row) => data.from[row] ?? -Infinity;
  const last = (row) => data.to[row] ?? Infinity;
  const overlaps = (begin, end) => (begin ?? -Infinity) <= (to ?? Infinity) && (end ?? Infinity) >= (from ?? -Infinity);
  const isWithin = (row) => overlaps(data.from[row], data.to[row]);
  const isNear = (row) => !isWithin(row) && data.about[row] && overlaps(...data.about[row]);
  const rows = data.id.map((_, row) => row);
  const within = rows
    .filter(isWithin)
    .sort((one, other) => last(one) - first(one) - (last(other) - first(other)) || one - other);
  return [...within, ...rows.filter(isNear)].map((row) => () => ({
    url: new URL(ENTRY_PAGE.replace("{id}", data.id[row]), ROOT).pathname,
    date: data.wording[row],
    title: data.title[row],
    note: isWithin(row) ? undefined : "perhaps: its date is approximate",
  }));
}

/** The columns of all entries. */
function columns() {
  view ??= fetch(new URL(DATA.view, ROOT)).then((answer) => answer.json());
  return view;
}

/**
 * The pages of one type that have the words, by Pagefind's ranking. Only entries are found until `others` are loaded.
 */
async function byWords(query, type) {
  pagefind ??= program();
  if (!(await pagefind)) return [];
  const { results } = await (await pagefind).search(query, { filters: { type } });
  return results.map((result) => async () => {
    const { url, meta, excerpt } = await result.data();
    const articles = meta.articles?.slice(1); // "n6": see theme/main.html
    let note = meta.publisher && `Article, ${meta.publisher}`;
    if (articles) note = `${articles} ${articles === "1" ? "article" : "articles"}`;
    if (type === NAME_TYPE) note = kindOf(url);
    return { url, date: meta.date, title: meta.title, excerpt, note };
  });
}

/** "People", "Places" …: what the page of a name is about, by its address. */
function kindOf(url) {
  const kind = url.split("/").at(-3);
  return kind[0].toUpperCase() + kind.slice(1);
}

const options = (type) => ({ baseUrl: ROOT.pathname, excerptLength: 24, mergeFilter: { type } });
const indexOf = (type) => new URL(`${SEARCH_FOLDER}/${type}/`, ROOT);

/** Pagefind with the index of the entries; null on a site without entries, which has no such index. */
async function program() {
  const url = new URL("pagefind.js", indexOf(FIRST_TYPE));
  try {
    const loaded = await import(url);
    await loaded.options(options(FIRST_TYPE));
    return loaded;
  } catch (error) {
    if ((await fetch(url)).status === 404) return null;
    throw error;
  }
}

const merge = async (type) => (await pagefind).mergeIndex(indexOf(type).href, options(type));

/** The pages of the names that have all words of the query in their spellings; the first few, for they come first. */
async function byName(query) {
  pagefind ??= program();
  if (!(await pagefind)) return [];
  names ??= merge(NAME_TYPE);
  await names;
  const first = (await byWords(query, NAME_TYPE)).slice(0, MOST_NAMES);
  const fit = await Promise.all(first.map((row) => hasWords([row], query)));
  return first.filter((_, number) => fit[number]);
}

async function otherPages(query) {
  if (!(await pagefind)) return [];
  others ??= Promise.all(OTHER_TYPES.map(merge));
  await others;
  const moreNames = (await byWords(query, NAME_TYPE)).slice(MOST_NAMES);
  return [...(await Promise.all(OTHER_TYPES.map((type) => byWords(query, type)))).flat(), ...moreNames];
}
