// Days of the calendar, counted from 1 January 1970, in any year. The dates of JavaScript end 270,000 years from today.

const EPOCH = 719_468; // days from 1 March of the year 0, where the count of the algorithm begins
const FOUR_CENTURIES = 146_097; // days
const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** The number of a day. Years are astronomical: 0 is 1 BC. */
export function dayNumber(year, month, day) {
  const [y, m] = month > 2 ? [year, month - 3] : [year - 1, month + 9];
  const leaps = Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400);
  return 365 * y + leaps + Math.floor((153 * m + 2) / 5) + day - 1 - EPOCH;
}

/** Year, month (1 to 12) and day of a number; of a fraction, those of its day. */
export function dateOf(number) {
  const count = Math.floor(number) + EPOCH;
  const era = Math.floor(count / FOUR_CENTURIES);
  const left = count - era * FOUR_CENTURIES;
  const leaps = Math.floor(left / 1460) - Math.floor(left / 36_524) + Math.floor(left / 146_096);
  const y = Math.floor((left - leaps) / 365);
  const ofYear = left - (365 * y + Math.floor(y / 4) - Math.floor(y / 100));
  const m = Math.floor((5 * ofYear + 2) / 153); // 0 is March
  const day = ofYear - Math.floor((153 * m + 2) / 5) + 1;
  return { year: era * 400 + y + (m >= 10 ? 1 : 0), month: m < 10 ? m + 3 : m - 9, day };
}

/** How many days a month has. */
export function monthLength(year, month) {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return LENGTHS[month - 1] + (month === 2 && isLeap ? 1 : 0);
}

const digits = (number, length = 2) => `${number}`.padStart(length, "0");

/** A year in EDTF: 2022, -0043, Y17000. */
export function edtfYear(year) {
  if (Math.abs(year) > 9999) return `Y${year}`;
  return year < 0 ? `-${digits(-year, 4)}` : digits(year, 4);
}

const grouped = (number) => (number > 9999 ? number.toLocaleString("en-GB") : `${number}`);

/** A year where there is little room: 2022, 44 BC, 170 million BC. */
export function shortYear(year) {
  const large = (number) => {
    const [unit, name] =
      [
        [1e9, "billion"],
        [1e6, "million"],
      ].find(([least]) => number >= least) ?? [];
    return unit ? `${number / unit} ${name}` : grouped(number);
  };
  if (year < 1) return `${large(1 - year)} BC`;
  return year < 1000 ? yearName(year) : large(year);
}

/** A year as readers see it: 2022, AD 79, 44 BC. */
export function yearName(year) {
  if (year < 1) return `${grouped(1 - year)} BC`;
  return year > 999 && year < 10_000 ? `${year}` : `AD ${grouped(year)}`;
}

/** A day in EDTF; in a long year, which has no days there, the year. */
export function edtfDay(number) {
  const { year, month, day } = dateOf(number);
  return Math.abs(year) > 9999 ? edtfYear(year) : `${edtfYear(year)}-${digits(month)}-${digits(day)}`;
}
