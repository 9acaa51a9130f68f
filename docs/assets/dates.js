export function parseDate(text) {
  const m = text.trim().split(/\s*\/\s*|\s+to\s+/).map(one);
  if (m.some((x) => !x)) return null;
  return [m[0][0], m[m.length - 1][1]];
}
const day = (y, m, d) => { const t = new Date(0); t.setUTCFullYear(y, m, d); return t / 864e5; };
function one(text) {
  let f;
  if ((f = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text))) {
    const [y, m, d] = [+f[1], f[2] ? f[2] - 1 : undefined, f[3] && +f[3]];
    if (d) return [day(y, m, d), day(y, m, d)];
    if (m !== undefined) return [day(y, m, 1), day(y, m + 1, 0)];
    return [day(y, 0, 1), day(y, 11, 31)];
  }
  return null;
}
