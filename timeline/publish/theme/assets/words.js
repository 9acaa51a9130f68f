// Words as they are compared, and the known word that is most like one with a typing error.
import { PLAIN_LETTERS } from "./constants.js";

const special = new RegExp(`[${[...PLAIN_LETTERS.keys()].join("")}]`, "g");

/** In lowercase without marks and special letters: "Łódź" is "lodz". timeline/publish/spellings.py does the same. */
export const fold = (text) =>
  text
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(special, (letter) => PLAIN_LETTERS.get(letter));

/** The words of texts, each once, as they are written: folded word -> word. */
export function wordsOf(texts) {
  const words = new Map();
  for (const text of texts) {
    for (const [word] of text.matchAll(/[\p{L}\p{N}]+/gu)) {
      const key = fold(word);
      if (!words.has(key)) words.set(key, word);
    }
  }
  return words;
}

/** How many wrong letters are forgiven. In a short word each letter makes another word. */
const forgiven = (length) => (length < 4 ? 0 : length < 8 ? 1 : 2);

/** The known word that is nearest to one, by the letters of both; null if it is like none, or begins a known one. */
export function nearest(word, words) {
  const key = fold(word);
  const keys = [...words.keys()];
  if (keys.some((known) => known.startsWith(key))) return null;
  const most = forgiven(key.length);
  let [best, least] = [null, most + 1];
  for (const known of keys) {
    if (Math.abs(known.length - key.length) > most) continue;
    const distance = apart(key, known, least);
    if (distance < least) [best, least] = [known, distance];
  }
  return best === null ? null : words.get(best);
}

/**
 * How many letters are wrong, missing, too many or exchanged with their neighbour (optimal string alignment); any
 * number from `limit` on is as good as another.
 */
function apart(one, other, limit) {
  let [before, last] = [[], [...Array(other.length + 1).keys()]];
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1];
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1));
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1])
        row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    if (Math.min(...row) >= limit) return limit;
    [before, last] = [last, row];
  }
  return last[other.length];
}
