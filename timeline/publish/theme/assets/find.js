/*
 * What the search finds: words by Pagefind (timeline/publish/search_index.py makes its index), dates in timeline/view.json.
 */

import { parseDate } from "./dates.js";

const ROOT = new URL("../", import.meta.url);

let pagefind, others, view; // promises of what was loaded

/** After a failure: the next query tries again. */
export function forget() {
  pagefind = others = view = undefined;
}

/**
 * Yields what fits a query, best first, as soon as it is known: a count in words, and for each result a function that loads
 * it. Ends when all is known, or with the first step after which there are `enough` results.
 */
export async function* find(query, enough) {
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
export async function loaded(rows, from, to) {
  const hits = await Promise.all(rows.slice(0, to).map((row) => row()));
  const urls = hits.map(({ url }) => url);
  return hits.filter(({ url }, number) => number >= from && urls.indexOf(url) === number);
}

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
