// The picture of time that can be zoomed and moved. Its window is the date of the view, so the list follows it.
// What it shows at first is in the page already; this draws the same for any window, by the rules of timeline/publish/chart/layout.py.
import { parseDate } from "./dates.js";
import { called, choose, follow, make, pageOf, view, withOne } from "./view.js";

const [LANES, MOST_MARKS, MOST_UNITS, MOST_TICKS, EDGE, DOT, LETTER, GAP] = [12, 60, 130, 12, 2, 2.4, 0.75, 1];
const LAST_TICK = 95; // per cent: behind it there is no room for a label
const YEARS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].map((years) => 12 * years);
const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

function draw(name, attributes, ...children) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const key in attributes) made.setAttribute(key, attributes[key]);
  made.append(...children);
  return made;
}

const dateOf = (day) => new Date(Math.floor(day) * 864e5);
const iso = (day) => dateOf(day).toISOString().slice(0, 10);
const monthOf = (day) => dateOf(day).getUTCFullYear() * 12 + dateOf(day).getUTCMonth();
const dayOf = (month) => new Date(0).setUTCFullYear(Math.floor(month / 12), month % 12, 1) / 864e5;

/** The unit that begins with a day, in EDTF. */
function unit(day, step) {
  const from = (end) => iso(day).slice(0, end);
  return { 1: from(7), 12: from(4), 120: from(3) + "X", 1200: `${from(2)}00/${from(2)}99` }[step] ?? from();
}

/** Where units begin, from that of `first` to the first behind `end`. A step counts months, or days if negative. */
function beginnings(first, end, step) {
  const found = [];
  let place = step < 0 ? Math.floor(first / -step) : Math.floor(monthOf(first) / step);
  do found.push(step < 0 ? place * -step : dayOf(place * step));
  while (found.at(-1) < end && ++place);
  return found;
}

/** The smallest of some steps with fewer than `most` units. */
const fitting = (days, most, steps) => steps.find((step) => days / (step < 0 ? -step : step * 30.4) < most);

class Picture extends HTMLElement {
  connectedCallback() {
    this.svg = this.querySelector("svg");
    this.fingers = new Map();
    const button = ([ariaLabel, textContent, factor]) =>
      make("button", { type: "button", className: "tl-button", ariaLabel, title: ariaLabel, textContent, onclick: () => this.zoom(factor) });
    this.append(make("p", { className: "tl-zoom" }, ...[["Zoom in", "+", 0.5], ["Zoom out", "−", 2], ["All of time", "↔", 1e9]].map(button)));
    for (const kind of ["wheel", "pointerdown", "pointermove", "pointerup", "pointercancel", "keydown", "dragstart", "click"]) {
      this.svg.addEventListener(kind, this, { passive: false, capture: true });
    }
    follow((data, found) => {
      Object.assign(this, { data, found });
      const [first, last] = parseDate(view.get("on") ?? "") ?? [];
      if (!this.timer) [this.from, this.to] = [first ?? data.first, (last ?? data.last) + 1];
      this.draw();
    });
  }

  /**
   * Shows so many times the days that it shows; never less than three. The place between 0 and 1 that stays where it is: that
   * of the mark that has the focus, or else the middle of all marks.
   */
  zoom(factor, at = this.middle()) {
    if (!this.data) return;
    const days = Math.max(3, (this.to - this.from) * factor);
    this.show(this.from + (this.to - this.from - days) * at, days);
  }

  middle() {
    const marks = this.links?.includes(document.activeElement) ? [document.activeElement] : this.links?.length ? [this.links[0], this.links.at(-1)] : [];
    const places = marks.map((mark) => mark.children[1].getBBox()).map(({ x, width }) => (x + width / 2) / this.clientWidth);
    return marks.length ? Math.min(1, Math.max(0, (places[0] + places.at(-1)) / 2)) : 0.5;
  }

  show(from, days) {
    const { first, last } = this.data;
    this.from = Math.max(first, Math.min(from, last + 1 - days));
    this.to = Math.min(last + 1, this.from + days);
    this.draw();
    clearTimeout(this.timer);
    this.timer = setTimeout(async () => {
      const on = this.to - this.from > last - first ? "" : `${iso(this.from)}/${iso(this.to - 0.01)}`;
      await choose(withOne("on", on), { step: false });
      this.timer = 0;
    }, 100);
  }

  /** A day in per cent of the axis. */
  x(day) {
    return EDGE + ((day - this.from) / (this.to - this.from)) * (100 - 2 * EDGE);
  }

  draw() {
    const { from, to } = this.data;
    const focus = this.svg.contains(document.activeElement) && document.activeElement.dataset.key;
    const shown = this.found.filter((i) => (from[i] ?? -Infinity) < this.to && (to[i] ?? Infinity) >= this.from);
    this.links = shown.length > MOST_MARKS ? this.bars(shown) : this.marks(shown);
    this.svg.replaceChildren(this.svg.firstChild, ...this.ticks(), draw("line", { class: "tl-axis", x2: "100%", y1: 196.5, y2: 196.5 }), ...this.links);
    const current = this.links.find((link) => link.dataset.key === focus) ?? this.links[0];
    for (const link of this.links) link.setAttribute("tabindex", link === current ? 0 : -1);
    if (focus) current?.focus();
  }

  ticks() {
    const step = fitting(this.to - this.from, MOST_TICKS, [-1, -2, -7, 1, 3, ...YEARS]);
    return beginnings(this.from, this.to, step).filter((day) => day >= this.from && this.x(day) < LAST_TICK).map((day, place) => {
      const date = dateOf(day);
      const [year, month] = [date.getUTCFullYear(), MONTHS[date.getUTCMonth()]];
      const label = step < 0 ? `${date.getUTCDate()} ${month}${place ? "" : ` ${year}`}` : step >= 12 ? year : place && month !== "Jan" ? month : `${month} ${year}`;
      const x = this.x(day) + "%";
      return draw("g", { class: place % 2 ? "tl-tick tl-minor" : "tl-tick" }, draw("line", { x1: x, x2: x, y2: 196 }), draw("text", { x, y: 214, dx: 4 }, label));
    });
  }

  /** Begin and end of an entry, as days; an end that is open or not known is that of all time. */
  bounds(i) {
    const { from, to, first, last } = this.data;
    return [from[i] ?? first, (to[i] ?? last) + 1];
  }

  marks(shown) {
    const { id, title, wording, shape, key } = this.data;
    const letter = Math.max(LETTER, 640 / this.clientWidth); // on a narrow screen a letter takes more of the axis
    const free = Array(LANES).fill(-Infinity);
    const taken = Array(LANES).fill(0);
    let lane = -1;
    const marks = shown.map((i) => {
      const [begin, end] = this.bounds(i).map((day) => this.x(day));
      const turns = free.map((_, turn) => (lane + 1 + turn) % LANES);
      lane = turns.find((turn) => free[turn] <= begin) ?? free.indexOf(Math.min(...free));
      free[lane] = Math.max(end, begin + DOT);
      return { i, lane, begin, width: end - begin };
    });
    return marks.map(({ i, lane, begin, width }, place) => {
      const y = 10 + 15 * lane;
      const next = marks.slice(place + 1).find((other) => other.lane === lane)?.begin ?? 100;
      const dot = /dot|about/.test(shape[i]);
      // A bar may begin or end outside: it keeps its length, so that it fades where it is not known. Its title is inside.
      const [left, right] = dot ? [begin + width / 2, begin + width / 2] : [Math.max(begin, 0), Math.min(begin + width, 100)];
      const text = title[i].length * letter + GAP;
      const after = next - right > text + GAP;
      const label = after || left - taken[lane] > text
        ? [draw("text", { x: (after ? right : left) + "%", y: y + 4, dx: after ? 8 : -8, "text-anchor": after ? "start" : "end" }, title[i])] : [];
      taken[lane] = right + (after ? text : GAP);
      const figure = dot
        ? draw("circle", { cx: left + "%", cy: y, r: 5 })
        : draw("rect", { x: begin + "%", y: y - 4, width: Math.max(width, 0.8) + "%", height: 8, rx: 2 });
      return draw("a", { class: `tl-mark tl-${shape[i]}${key[i] ? " tl-main" : ""}`, href: pageOf(id[i]), "data-key": id[i] },
        draw("title", {}, `${wording[i]}: ${title[i]}`), figure, ...label);
    });
  }

  bars(shown) {
    const step = fitting(this.to - this.from, MOST_UNITS, [-1, 1, 12, 120, 1200]);
    const edges = beginnings(this.from, this.to, step);
    const counts = edges.map(() => [0, 0]); // of those that are dated within a unit, and of the share of those that are not
    for (const i of shown) {
      const [begin, end] = this.bounds(i);
      const first = Math.max(0, edges.findLastIndex((edge) => edge <= begin));
      if (end <= edges[first + 1]) counts[first][0]++;
      else for (let place = first; edges[place] < end && place < edges.length - 1; place++) {
        counts[place][1] += (Math.min(end, edges[place + 1]) - Math.max(begin, edges[place])) / (end - begin);
      }
    }
    const highest = Math.max(...counts.map(([solid, soft]) => solid + soft));
    return counts.flatMap(([solid, soft], place) => {
      if (!solid && !soft) return [];
      const x = Math.max(EDGE, this.x(edges[place]));
      const width = Math.min(98, this.x(edges[place + 1])) - x + "%";
      const box = (from, count, kind) => (count ? [draw("rect", { class: kind, x: x + "%", y: (180 * from) / highest, width, height: Math.max(0.2, (180 * count) / highest) })] : []);
      const on = unit(edges[place], step);
      const title = draw("title", {}, `${called(this.data, "on", on)}: ${solid} ${soft ? "or more entries" : solid === 1 ? "entry" : "entries"}`);
      return [draw("a", { class: "tl-bar", href: "?" + withOne("on", on), "data-key": on }, title, ...box(0, solid, ""), ...box(solid, soft, "tl-share"))];
    });
  }

  /** Each kind of event has a method. */
  handleEvent(event) {
    this[`on_${event.type}`](event);
  }

  /** Where in the picture an event is, between 0 and 1. */
  place({ clientX }) {
    const { x, width } = this.svg.getBoundingClientRect();
    return (clientX - x) / width;
  }

  /** Moves by a part of the width. */
  pan(share) {
    this.show(this.from + (this.to - this.from) * share, this.to - this.from);
  }

  on_pointerdown(event) {
    this.dragged = false;
    if (!event.button) this.fingers.set(event.pointerId, this.place(event));
  }

  /** One finger moves the picture, two zoom it round the one that rests. */
  on_pointermove(event) {
    if (!event.buttons) this.on_pointerup(event); // it was let go elsewhere
    const now = this.place(event);
    // It may have come down before this script was there.
    if (event.pointerType === "touch" && !this.fingers.has(event.pointerId)) this.fingers.set(event.pointerId, now);
    const before = this.fingers.get(event.pointerId);
    if (before === undefined || !this.data || (!this.dragged && Math.abs(now - before) * this.clientWidth < 5)) return;
    this.dragged = true;
    this.svg.setPointerCapture(event.pointerId);
    const other = [...this.fingers].find(([id]) => id !== event.pointerId)?.[1];
    this.fingers.set(event.pointerId, now);
    if (other === undefined) this.pan(before - now);
    else this.zoom(Math.abs(before - other) / Math.max(0.005, Math.abs(now - other)), other);
  }

  on_pointerup(event) {
    this.fingers.delete(event.pointerId);
  }

  on_pointercancel = this.on_pointerup;

  /** A bar zooms into its time; a new tab may be opened as for any link; a drag opens nothing. */
  on_click(event) {
    const bar = !event.ctrlKey && !event.metaKey && !event.shiftKey && event.target.closest(".tl-bar");
    if (this.dragged || bar) event.preventDefault();
    if (bar && !this.dragged) choose(withOne("on", bar.dataset.key));
    this.dragged = false;
  }

  on_dragstart(event) {
    event.preventDefault();
  }

  on_wheel(event) {
    const { deltaX, deltaY } = event;
    const sideways = event.shiftKey || Math.abs(deltaX) > Math.abs(deltaY);
    const meant = sideways || event.ctrlKey || event.metaKey || this.svg.contains(document.activeElement);
    if (!this.data || !meant) return; // the page scrolls
    event.preventDefault();
    if (sideways) this.pan((deltaX || deltaY) / this.clientWidth);
    else this.zoom(Math.exp(deltaY / 300), this.place(event));
  }

  on_keydown(event) {
    this.dragged = false; // or Enter on a mark would be taken for the end of a drag
    if (event.ctrlKey || event.metaKey || event.altKey || !this.links) return;
    const focused = this.links.indexOf(document.activeElement);
    const factor = { "+": 0.5, "=": 0.5, "-": 2, 0: 1e9, Escape: 1e9 }[event.key];
    const aim = { ArrowRight: focused + 1, ArrowLeft: focused - 1, Home: 0, End: this.links.length - 1 }[event.key];
    if (!factor && aim === undefined) return;
    event.preventDefault();
    if (factor) this.zoom(factor);
    else if (event.shiftKey) this.pan(event.key === "ArrowLeft" ? -0.2 : 0.2);
    else this.links[aim]?.focus();
  }
}

// What is pointed at in the picture is marked in the list, and the other way round.
for (const kind of ["pointerover", "focusin"]) {
  addEventListener(kind, ({ target }) => {
    const key = target.closest?.("[data-key]")?.dataset.key;
    for (const twin of document.querySelectorAll("[data-key]")) twin.classList.toggle("tl-on", twin.dataset.key === key);
  });
}

customElements.define("dateline-picture", Picture);
