// EDTF values as days: the profile of timeline/dates/edtf.py, for dates that readers type or that are in an address.
import { PARTS_OF_YEAR } from "./constants.js";
import { dayNumber, monthLength } from "./days.js";

const PART = new RegExp(
  "^([?~%])?(?:(-?\\d\\d)XX|(-?\\d{3})X|(-?\\d{4}))([?~%])?" +
    "(?:-([?~%])?(\\d\\d|XX)([?~%])?(?:-([?~%])?(\\d\\d|XX)" +
    "(T\\d\\d:\\d\\d(?::\\d\\d)?(?:Z|[+-]\\d\\d:\\d\\d))?([?~%])?)?)?$",
);
const LONG = /^Y(-?[1-9]\d{4,10})$/;
const ROUNDED = /^Y(-?)([1-9]\d*)E([1-9]\d?)$/;

/**
 * A date is `{ from, to, margin }`: its first and last day, and the days by which it may be wrong if it is approximate.
 * `isAbout` says that it is.
 */
export const YEARS = { 1: 366, 10: 3653, 100: 36525 };

/** The years from one on. */
export function years(first, length, margin = YEARS[length] ?? 0) {
  return { from: dayNumber(first, 1, 1), to: dayNumber(first + length - 1, 12, 31), margin };
}

/** Some months of a year. */
export function months(year, first, length, margin) {
  const last = first + length - 1;
  const [endYear, end] = last > 12 ? [year + 1, last - 12] : [year, last];
  return { from: dayNumber(year, first, 1), to: dayNumber(endYear, end, monthLength(endYear, end)), margin };
}

/** A month of a year, or a day of it; null if the calendar does not have it. */
export function monthOrDay(year, month, day = null) {
  if (month < 1 || month > 12) return null;
  if (day === null) return months(year, month, 1, 31);
  if (day < 1 || day > monthLength(year, month)) return null;
  const number = dayNumber(year, month, day);
  return { from: number, to: number, margin: 1 };
}

/** A part of a year by its number in EDTF: 1 to 12, 21 to 41; null for others. */
export function partOfYear(year, number) {
  if (number <= 12) return monthOrDay(year, number);
  const part = PARTS_OF_YEAR.get(`${number}`);
  return part ? months(year, part[0], part[1], part[2]) : null;
}

/** All years that round to a number with so many zeros. */
export function rounded(sign, digits, zeros) {
  if (digits.length + zeros > 11) return null;
  const unit = 10 ** zeros;
  return years((sign ? -1 : 1) * Number(digits) * unit - unit / 2, unit, 0);
}

/** A single date without slash and brackets; null for anything else. */
export function edtfDate(text) {
  const long = LONG.exec(text);
  if (long) return years(Number(long[1]), 1);
  const round = ROUNDED.exec(text);
  if (round) return round[2].endsWith("0") ? null : rounded(round[1], round[2], Number(round[3]));
  const found = PART.exec(text);
  if (!found || text.startsWith("-0000")) return null;
  const [, ofYear, century, decade, year, toYear, ofNumber, number, toNumber, ofDay, day, clock, toDay] = found;
  if (!year && number) return null;
  const date = bounds(century, decade, year, number, day);
  const own = [ofYear, ofNumber, ofDay];
  const behind = [toYear, toNumber, toDay];
  if (!date || own.some((sign, place) => sign && behind[place])) return null;
  const signs = [year ?? century ?? decade, number, day]
    .filter(Boolean)
    .map((_, place) => [own[place], ...behind.slice(place)].join(""));
  if (clock && (signs.some(Boolean) || !isTime(clock))) return null;
  return qualified(date, signs);
}

function bounds(century, decade, year, number, day) {
  if (century) return years(firstYear(century, 100), 100);
  if (decade) return years(firstYear(decade, 10), 10);
  if (!number) return years(Number(year), 1);
  if (number === "XX") return day && day !== "XX" ? null : years(Number(year), 1);
  if (day && day !== "XX") return monthOrDay(Number(year), Number(number), Number(day));
  return day && Number(number) > 12 ? null : partOfYear(Number(year), Number(number));
}

const firstYear = (known, length) => Number(known) * length - (known.startsWith("-") ? length - 1 : 0);

function isTime(clock) {
  const [, hours, minutes, seconds, zone] = /^T(\d\d):(\d\d)(?::(\d\d))?(.*)$/.exec(clock);
  const isZone = zone === "Z" || (zone.slice(1) <= "14:00" && zone.slice(4) <= "59" && zone.slice(1) !== "00:00");
  return hours <= "23" && minutes <= "59" && (seconds ?? "00") <= "59" && isZone;
}

/** A date with the qualifiers of its year, month and day. */
export function qualified(date, signs) {
  const about = signs.map((sign) => /[~%]/.test(sign));
  if (signs.length > 1 && new Set(signs.map((sign) => [...sign].sort().join(""))).size > 1) {
    const margin = [366, 31, 1][about.indexOf(true)];
    return { ...date, margin: margin ?? 0, isAbout: about.includes(true) };
  }
  return { ...date, isAbout: about[0] };
}

/** First and last day of a span, with the margins of approximate ends. A null end is open. Null if it is reversed. */
export function span(first, last) {
  if (!first && !last) return null;
  if (first && last && first.from > last.to) return null;
  const margin = (end) => (end.isAbout ? end.margin : 0);
  return [first && first.from - margin(first), last && last.to + margin(last)];
}

/** The bounds of any EDTF value: `[first, last]`, null for an open end; null if it is none. */
export function edtf(text) {
  const set = /^\[([^[\]]*)\]$/.exec(text);
  if (set) return oneOf(set[1].split(","));
  const [first, last, more] = text.split("/");
  if (more !== undefined) return null;
  if (last === undefined) return both(edtfDate(first));
  const ends = [first, last].map((end) => (["", ".."].includes(end) ? null : untimed(end)));
  return ends.includes(undefined) ? null : span(...ends);
}

const both = (date) => date && span(date, date);
const untimed = (text) => (text.includes("T") ? undefined : (edtfDate(text) ?? undefined));

function oneOf(members) {
  if (members.length === 1 && !members[0].includes("..")) return null;
  const spans = members.map((member) => {
    if (/[?~%T]/.test(member)) return null;
    const ends = member.split("..");
    const dates = ends.map((end) => (end ? untimed(end) : null));
    if (ends.length > 2 || dates.includes(undefined)) return null;
    return dates.length === 1 ? both(dates[0]) : span(...dates);
  });
  return spans.includes(null) ? null : union(spans);
}

/** The bounds of one of several spans. */
export function union(spans) {
  const [firsts, lasts] = [spans.map(([first]) => first), spans.map(([, last]) => last)];
  return [firsts.includes(null) ? null : Math.min(...firsts), lasts.includes(null) ? null : Math.max(...lasts)];
}
