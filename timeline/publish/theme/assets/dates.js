/*
 * Dates as people type them: parseDate("Oct 2022") returns [19266, 19296], the first and the last day that it may mean.
 *
 * Days are counted from 1 January 1970; null is an open end. The result is null if the text is not certainly a date: no
 * two-digit years, no 03/04/2022, no 31 February. The forms are those of timeline/dates/english/typed.py and
 * typed_spans.py, with the same patterns; both are tested on one table.
 */

import { MONTH_NUMBERS, SEASONS, TYPED_PATTERNS, TYPED_STEPS, WEEKDAY_NUMBERS } from "./constants.js";
import { dateOf } from "./days.js";
import { edtf, edtfDate, monthOrDay, partOfYear, qualified, rounded, span, union, years } from "./edtf.js";

const LONGEST = 200; // characters; no date is longer
const NO_YEARS = new Map();
const SCALES = { thousand: 3, million: 6, billion: 9 };
const NUMBERS = { first: 1, second: 2, third: 3, fourth: 4, last: 4 };
const THIRDS = { first: 37, middle: 38, last: 39 };
const MONTH = `(?:${[...MONTH_NUMBERS.keys()].sort((one, other) => other.length - one.length).join("|")})`;
const LAST_MONTH = new RegExp(`\\b(${MONTH}) (?:the )?\\d\\d?(?:st|nd|rd|th)?(?: \\d{4})?$`);
const ABOUT = "(?:c|ca|circa|about|around|approximately|roughly) |(?:c|ca)(?=\\d)";
const DOUBTED = new RegExp(`^(perhaps )?(${ABOUT})?(.+)$`);
const PATTERNS = TYPED_PATTERNS.map(([name, pattern]) => [name, new RegExp(`^(?:${pattern})$`)]);
const STEPS = TYPED_STEPS.map(([pattern, written]) => [new RegExp(pattern, "g"), written]);

/**
 * The bounds of a date. `known` decides about dates without a year: it has the one year in which the chronology has a
 * month, by the number of the month; see yearsOf().
 */
export function parseDate(text, known = NO_YEARS) {
  const written = text.trim();
  if (written.length > LONGEST) return null;
  return edtf(written.replace(/\s*\/\s*/g, "/").toUpperCase()) ?? read(written.toLowerCase(), known);
}

/**
 * The year in which a chronology has each month, for the months that it has in one year only. `from` and `to` are the
 * first and last days of its entries. Only dates within a month count.
 */
export function yearsOf(from, to) {
  const found = new Map();
  for (let i = 0; i < from.length; i++) {
    if (from[i] === null || to[i] === null || to[i] - from[i] > 30) continue;
    const [first, last] = [dateOf(from[i]), dateOf(to[i])];
    if (first.month !== last.month) continue;
    found.set(first.month, found.has(first.month) && found.get(first.month) !== first.year ? null : first.year);
  }
  return new Map([...found].filter(([, year]) => year !== null));
}

function read(text, known) {
  const alternatives = text.split(/,? or (?!earlier|later)/);
  if (alternatives.length > 1 || /^one of | or (?:earlier|later)$/.test(text)) {
    const spans = alternatives.flatMap((part) => members(part, known));
    return spans.includes(null) ? null : union(spans);
  }
  const words = normalized(text);
  const date = () => end(words, known);
  return typedSpan(words, known) ?? both(date());
}

const both = (date) => date && span(date, date);

function normalized(text) {
  let words = text.trim();
  for (const [pattern, written] of STEPS) words = words.replace(pattern, written);
  if (!/^[\dq/]+$/.test(words)) words = words.replace(/ ?\/ ?/g, " to ");
  return words.trim();
}

/** The dates of a set between two "or"; null for one that is not read. */
function members(text, known) {
  const found = member(normalized(text), known);
  if (found || !text.includes(", ")) return [found];
  return text.split(", ").map((part) => member(normalized(part), known));
}

function member(words, known) {
  const open = /^(.+) or (earlier|later)$/.exec(words);
  if (open) {
    const date = end(open[1], known);
    return date && (open[2] === "earlier" ? span(null, date) : span(date, null));
  }
  const range = /^one of (.+)$/.exec(words);
  return range ? typedSpan(range[1], known) : both(end(words, known));
}

function typedSpan(words, known) {
  const two = /^(?:(?:from )?(.+?) (?:to|until|till|through) (.+)|between (.+?) and (.+))$/.exec(words);
  if (two) {
    const [first, last] = [two[1] ?? two[3], two[2] ?? two[4]];
    const ends = [
      first === ".." ? null : firstEnd(first, last, known),
      last === ".." ? null : lastEnd(first, last, known),
    ];
    const isRead = (first === ".." || ends[0]) && (last === ".." || ends[1]);
    return isRead && !ends.some((date) => date?.isSpan || date?.isTimed) ? span(...ends) : null;
  }
  const one = /^(since|from|until|till|by|before|after|not later than) (.+)$/.exec(words);
  const date = one && end(one[2], known);
  if (!date || date.isSpan) return null;
  if (["since", "from"].includes(one[1])) return date.isTimed ? null : span(date, null);
  if (!["before", "after"].includes(one[1])) return date.isTimed ? null : span(null, date);
  const margin = [366, 31, 1].find((days) => date.margin >= days) ?? 0;
  if (one[1] === "after") return span({ ...date, from: date.to + 1, margin }, null);
  return span(null, { ...date, to: date.from - 1, margin });
}

/** The first end of a span, with what it shares with the last: "23 to 27 September 2022". */
function firstEnd(first, last, known) {
  return end(first, NO_YEARS) ?? shared(first, last, NO_YEARS) ?? shared(first, last, known) ?? end(first, known);
}

/** The first end with as little as possible of the words with which the last one ends. */
function shared(first, last, known) {
  const tail = last.split(" ");
  for (let length = 1; length < tail.length; length++) {
    const words = tail.slice(-length).join(" ");
    const isEra = ["bc", "bce", "ad", "ce"].includes(words);
    const date = (!isEra || tail.length === 2) && end(`${first} ${words}`, known);
    if (date) return date;
  }
  return null;
}

/** The last end of a span; it may be a day of the month that the first has: "September 23 to 27, 2022". */
function lastEnd(first, last, known) {
  const month = LAST_MONTH.exec(first);
  return end(month && /^\d\d?(?:st|nd|rd|th)?(?: \d{4})?$/.test(last) ? `${month[1]} ${last}` : last, known);
}

/** One date with its doubts: "c. 13 October", "some day in c. June 2004", "11 June 2004 (year uncertain)". */
function end(words, known) {
  const date = single(words, known);
  if (date) return date;
  const within = /^some (day|month) in (.+)$/.exec(words);
  if (within) return unspecified(end(within[2], known), within[1]);
  const [, perhaps, about, rest] = DOUBTED.exec(words) ?? [];
  if (perhaps || about) {
    const meant = single(rest, known);
    const isRead = meant && !meant.isSpan && !meant.isTimed && !meant.isLong && !meant.isDoubted;
    if (isRead) return { ...meant, isAbout: !!about };
  }
  const doubted = /^(.+) \(([a-z ]+)\)$/.exec(words);
  return doubted && withDoubts(single(doubted[1], known), doubted[2]);
}

/** Some day or month of a year, or some day of a month; null for other dates. */
function unspecified(date, unit) {
  if (!date || date.isSpan || date.isLong) return null;
  return date.margin === 366 || (date.margin === 31 && unit === "day") ? date : null;
}

/** A date of which only some parts are doubted: "year and month approximate". */
function withDoubts(date, doubts) {
  const signs = ["", "", ""];
  for (const [, kinds, doubt] of doubts.matchAll(
    /((?:\w+ and )*?\w+) (uncertain and approximate|uncertain|approximate)\b/g,
  )) {
    for (const kind of kinds.split(" and ")) {
      const place = ["year", "month", "day"].indexOf(
        /season|quarter|quadrimester|semester/.test(kind) ? "month" : kind,
      );
      if (place < 0) return null;
      signs[place] = { uncertain: "?", approximate: "~" }[doubt] ?? "%";
    }
  }
  return date && !date.isSpan && qualified(date, signs);
}

/** One date in normalized words or in EDTF; null where it is none. */
function single(words, known) {
  const written = words.toUpperCase();
  const value = edtfDate(written);
  const flags = { isTimed: /\dT/.test(written), isLong: written.startsWith("Y"), isDoubted: /[?~%]/.test(written) };
  if (value) return { ...value, ...flags };
  for (const [name, pattern] of PATTERNS) {
    const found = pattern.exec(words);
    const date = found && READINGS[name](found.groups, known);
    if (date) return date;
  }
  return null;
}

/** The astronomical number of a year: -43 for "44 bc"; null for a number that nobody takes for a year. */
function yearNumber(text) {
  const digits = text.replace(/\D/g, "");
  if (!digits || digits.length > 11 || Number(digits) === 0) return digits === "0000" ? 0 : null;
  if (text.includes("bc")) return 1 - Number(digits);
  return digits.length === 4 || /[a-z]/.test(text) ? Number(digits) : null;
}

/** A date of a year that has months; null for a long year. */
const inYear = (text, make) => {
  const year = yearNumber(text);
  return year === null || Math.abs(year) > 9999 ? null : make(year);
};
const ordinal = (text) => NUMBERS[text] ?? Number.parseInt(text, 10);

// Each kind of pattern has a reading.
const READINGS = {
  date({ weekday, day, month, year, zone }, known) {
    const number = MONTH_NUMBERS.get(month);
    const ofYear = year ? yearNumber(year) : (known.get(number) ?? null);
    if (ofYear === null || Math.abs(ofYear) > 9999) return null;
    const date = monthOrDay(ofYear, number, day ? Number(day) : null);
    if (date && weekday && (date.from + 3 + 7e12) % 7 !== WEEKDAY_NUMBERS.get(weekday)) return null;
    return date && { ...date, isTimed: zone !== undefined };
  },
  season({ season, year, last, half }) {
    const number = SEASONS.get(season) + ({ northern: 4, southern: 8 }[half] ?? 0);
    return inYear(year, (first) => {
      const isOverNewYear = [24, 28, 30].includes(number);
      return last && !(isOverNewYear && isYear(last, first + 1)) ? null : partOfYear(first, number);
    });
  },
  quarter: ({ number, year }) => inYear(year, (of) => partOfYear(of, 32 + ordinal(number))),
  half: ({ number, year }) => inYear(year, (of) => partOfYear(of, 39 + ordinal(number))),
  third: ({ number, year }) => inYear(year, (of) => partOfYear(of, THIRDS[number])),
  year({ year }) {
    const number = yearNumber(year);
    return number === null ? null : { ...years(number, 1), isLong: Math.abs(number) > 9999 };
  },
  decade: ({ digits }) => years(Number(digits) * 10, 10),
  years_bc({ first, last }) {
    const ends = [yearNumber(`${first} bc`), yearNumber(last)];
    if (ends.includes(null) || ends[0] > ends[1]) return null;
    const [begin, end] = ends;
    const isDecade = (begin + 9) % 10 === 0 && end === begin + 9;
    const isFirst = begin === 0 && end === 9;
    if (isDecade || isFirst) return years(begin, 10);
    return { ...years(begin, end - begin + 1, 366), isSpan: true };
  },
  century({ digits, era }) {
    const number = Number(digits) - 1;
    if (number < 0) return null;
    return years(era?.startsWith("bc") ? -100 * number - 99 : 100 * number, 100);
  },
  rounded({ ad, digits, scale, ago = "" }) {
    const [whole, fraction = ""] = digits.replaceAll(",", "").split(".");
    const known = `${whole}${fraction}`.replace(/^0+|0+$/g, "");
    const ending = /0*$/.exec(`${whole}${fraction}`)[0].length;
    const zeros = (SCALES[scale] ?? 0) - fraction.length + ending;
    if (!known || zeros < (ago === "years ago" ? 4 : 1)) return null;
    if (!ago && !(ad && (scale || digits.includes(",")))) return null;
    const date = rounded(!ad, known, zeros);
    return date && { ...date, isLong: true };
  },
  figures({ first, second, sign, year }, known) {
    const orders =
      sign === "." || first === second
        ? [[first, second]]
        : [
            [first, second],
            [second, first],
          ];
    const read = orders.flatMap(([day, month]) => {
      const ofYear = year ? Number(year) : (known.get(Number(month)) ?? null);
      const date = monthOrDay(ofYear ?? 2000, Number(month), Number(day));
      return date ? [ofYear === null ? null : date] : [];
    });
    return read.length === 1 ? read[0] : null;
  },
  year_first: ({ year, month, day }) => monthOrDay(Number(year), Number(month), Number(day)),
};

/** Whether a text is this year, as it is written behind another: 2023 as "23" or "2023", -42 as "43 bc". */
function isYear(text, year) {
  const digits = text.replace(/\D/g, "");
  const isShort = digits.length === 2 && Number(digits) === year % 100 && year > 0;
  return yearNumber(text) === year || Number(digits) === year || isShort;
}
