/*
 * What the search finds: words in the index of Pagefind, which timeline/publish/search_index.py makes; dates in
 * view.json.
 */

import { DATA, ENTRY_PAGE, SEARCH_FOLDER, SEARCH_TYPES } from "./constants.js";
import { parseDate } from "./dates.js";

const ROOT = new URL("../", import.meta.url);
const [FIRST_TYPE, ...OTHER_TYPES] = SEARCH_TYPES;

let pagefind, others, view; // promises of what was loaded

/** After a failure: the next query tries again. */
export function forget() {
  pagefind = others = view = undefined;
}

/**
 * Yields the results of a query, best first, as soon as they are known: a count in words, and for each result a
 * function that loads it. Ends after the last step, or after the first step with `enough` results.
 */
export async function* find(query, enough) {
  const span = parseDate(query);
  const steps = span ? [() => byDate(span)] : [];
  // No article has a date in figures as its text.
  if (!span || !/[-./]/.test(query))
    steps.push(
      () => byWords(query, FIRST_TYPE),
      () => otherPages(query),
    );
  const ofWords = span ? ["entry with these words", "entries with these words"] : ["entry", "entries"];
  const ofDate = span ? [["entry of this date", "entries of this date"]] : [];
  const names = [...ofDate, ofWords, ["other page", "other pages"]];
  const counts = [];
  let rows = [];
  for (const [number, step] of steps.entries()) {
    const found = await step();
    if (found.length) counts.push(`${found.length} ${names[number][found.length === 1 ? 0 : 1]}`);
    rows = [...rows, ...found];
    if (rows.length) yield [counts.join(", "), rows];
    if (rows.length >= enough) return;
  }
  if (!rows.length) yield [`No results for “${query}”`, rows];
}

/** Loads some of the results. An entry that was found by its date and by its words is shown once. */
export async function loaded(rows, from, to) {
  const hits = await Promise.all(rows.slice(0, to).map((row) => row()));
  const urls = hits.map(({ url }) => url);
  return hits.filter(({ url }, number) => number >= from && urls.indexOf(url) === number);
}

/**
 * The entries whose date may overlap a span, those with the narrowest date first. `span` is what parseDate() returns.
 */
async function byDate([from, to]) {
  view ??= fetch(new URL(DATA.view, ROOT)).then((answer) => answer.json());
  const columns = await view;
  const first = (row) => columns.from[row] ?? -Infinity;
  const last = (row) => columns.to[row] ?? Infinity;
  return columns.id
    .map((_, row) => row)
    .filter((row) => first(row) <= (to ?? Infinity) && last(row) >= (from ?? -Infinity))
    .sort((one, other) => last(one) - first(one) - (last(other) - first(other)) || one - other)
    .map((row) => () => ({
      url: new URL(ENTRY_PAGE.replace("{id}", columns.id[row]), ROOT).pathname,
      date: columns.wording[row],
      title: columns.title[row],
    }));
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
    return { url, date: meta.date, title: meta.title, excerpt, note };
  });
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

async function otherPages(query) {
  if (!(await pagefind)) return [];
  const merge = async (type) => (await pagefind).mergeIndex(indexOf(type).href, options(type));
  others ??= Promise.all(OTHER_TYPES.map(merge));
  await others;
  return (await Promise.all(OTHER_TYPES.map((type) => byWords(query, type)))).flat();
}
