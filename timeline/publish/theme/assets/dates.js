/*
 * Dates as people type them: parseDate("Oct 2022") returns [19266, 19296], the first and the last day.
 *
 * Days are counted from 1 January 1970; null is an open end. The result is null if the text is not certainly a date: no
 * two-digit years, no 03/04/2022, no 31 February.
 */

import { MONTH_NUMBERS, SEASONS } from "./constants.js";

const DAY = 86_400_000; // milliseconds

/**
 * The bounds of a date, or of a span of two: "A/B", "A to B", "A - B", "since A", "until A", "before A", "A/..",
 * "../B". The ends of a span may share a month or a year, as on the pages of the site: "2 to 3 March 2022", "October to
 * November 2022". A qualifier ("c.", "perhaps", ~) does not change the days of a date.
 */
export function parseDate(text) {
  const written = text
    .trim()
    .toLowerCase()
    .replace(/\s+/g, " ")
    .replace(/\b(c\. ?|perhaps )|[?~%]/g, "")
    .replace(/\b(\d\d?)(st|nd|rd|th)\b/g, "$1")
    .replace(/^(\d\d?)[-–](\d\d?) (?=[a-z])/, "$1 to $2 ")
    .replace(/^since (.+)$/, "$1/..")
    .replace(/^(until|before) (.+)$/, "../$2");
  const ends = written.split(/ ?\/ ?| to | [-–—] /);
  if (ends.length === 1) return single(written);
  let whole = ends[0]; // with the month and the year that it shares with the other end
  if (/^\d\d?$/.test(ends[0])) whole += / [a-z]+ \d{4}$/.exec(ends[1])?.[0] ?? "";
  else if (/^(\d\d? )?[a-z]+$/.test(ends[0])) whole += ends[1].slice(-5);
  const [first, last] = [whole, ends[1]].map((end) => (end === ".." ? [null, null] : single(end)));
  if (ends.length > 2 || !first || !last) return null;
  const [from, to] = [first[0], last[1]];
  return (from === null && to === null) || (from !== null && to !== null && from > to) ? null : [from, to];
}

function single(written) {
  const decade = /^(\d{3})(?:x|0s)$/.exec(written);
  if (decade) return [day(+decade[1] * 10, 1, 1), day(+decade[1] * 10 + 9, 12, 31)];
  const iso = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(written);
  if (iso) return bounds(iso[1], iso[2], iso[3]);
  const figures = /^(\d\d?)\.(\d\d?)\.(\d{4})$/.exec(written);
  if (figures) return bounds(figures[3], figures[2], figures[1]);
  const dayFirst = /^(?:(\d\d?) )?([a-z]+) (\d{4})$/.exec(written);
  if (dayFirst && !dayFirst[1] && SEASONS.has(dayFirst[2])) {
    const begin = SEASONS.get(dayFirst[2]);
    return [day(+dayFirst[3], begin, 1), day(+dayFirst[3], begin + 3, 0)];
  }
  if (dayFirst) return bounds(dayFirst[3], month(dayFirst[2]), dayFirst[1]);
  const monthFirst = /^([a-z]+) (\d\d?),? (\d{4})$/.exec(written);
  return monthFirst ? bounds(monthFirst[3], month(monthFirst[1]), monthFirst[2]) : null;
}

/** 1 to 12 for a name of a month; else 0, which is no month. */
function month(name) {
  return MONTH_NUMBERS.get(name) ?? 0;
}

/** First and last day of a year, or of a month or a day of it; null if the calendar does not have it. */
function bounds(year, month = null, date = null) {
  if (month === null) return [day(+year, 1, 1), day(+year, 12, 31)];
  const length = new Date(day(+year, +month + 1, 0) * DAY).getUTCDate(); // day 0 is the last one of the month before
  if (month < 1 || month > 12 || date > length || (date !== null && date < 1)) return null;
  return [day(+year, +month, +(date ?? 1)), day(+year, +month, +(date ?? length))];
}

function day(year, month, date) {
  return new Date(0).setUTCFullYear(year, month - 1, date) / DAY; // Date.UTC would read the year 33 as 1933
}
