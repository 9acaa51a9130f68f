// The chart that can be zoomed and moved. Its window is the date of the view, so the list follows it. The page has the
// chart of all entries; this script draws any other window by the same rules as timeline/publish/chart/layout.py.
import { CHART, MONTH_NAMES } from "./constants.js";
import { parseDate } from "./dates.js";
import { dateOf, dayNumber, edtfDay, edtfYear, shortYear, yearName } from "./days.js";
import { called, choose, follow, make, pageOf, view, withOne } from "./view.js";

const MONTHS = MONTH_NAMES.map((name) => name.slice(0, 3));
const inDays = (steps) => steps.map((days) => -days); // see beginnings()

function draw(name, attributes, ...children) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const key in attributes) made.setAttribute(key, attributes[key]);
  made.append(...children);
  return made;
}

/** Months are counted from January of the year 0. */
const monthOf = (day) => dateOf(day).year * 12 + dateOf(day).month - 1;
const dayOf = (month) => dayNumber(Math.floor(month / 12), month - 12 * Math.floor(month / 12) + 1, 1);

/** The unit that begins with a day, in EDTF. */
function unit(day, step) {
  const { year } = dateOf(day);
  if (step < 0) return edtfDay(day);
  if (step === 12 || (step === 1 && Math.abs(year) > 9999)) return edtfYear(year);
  if (step === 1) return edtfDay(day).slice(0, -3);
  if (step === 120 && year > 0 && year < 10_000) return `${edtfYear(year).slice(0, 3)}X`;
  return `${edtfYear(year)}/${edtfYear(year + step / 12 - 1)}`;
}

/**
 * The first days of units, from the unit of `first` to the first one after `end`. A step is in months, or in days if
 * negative.
 */
function beginnings(first, end, step) {
  const found = [];
  let place = step < 0 ? Math.floor(first / -step) : Math.floor(monthOf(first) / step);
  do found.push(step < 0 ? place * -step : dayOf(place * step));
  while (found.at(-1) < end && ++place);
  return found;
}

/** The first days of round years between two days: 1990, 2000; and 100 BC, which has the number -99. */
function roundYears(first, end, step) {
  const [from, to] = [dateOf(first).year, dateOf(end).year];
  const found = [];
  for (let number = -Math.floor((1 - from) / step); number * step <= to; number++) {
    if (number) found.push(dayNumber(number * step + (number < 0 ? 1 : 0), 1, 1));
  }
  return found;
}

/** The smallest of some steps that makes fewer than `most` units. */
const fitting = (days, most, steps) => steps.find((step) => days / (step < 0 ? -step : step * 30.4) < most);

class Chart extends HTMLElement {
  connectedCallback() {
    this.svg = this.querySelector("svg");
    this.fingers = new Map();
    const button = (ariaLabel, textContent, factor) => {
      const onclick = () => this.zoom(factor);
      const properties = { type: "button", className: "tl-button", title: ariaLabel };
      return make("button", { ...properties, ariaLabel, textContent, onclick });
    };
    const buttons = [button("Zoom in", "+", 0.5), button("Zoom out", "−", 2), button("Show all dates", "↔", 1e9)];
    this.append(make("p", { className: "tl-zoom" }, ...buttons));
    const pointer = ["pointerdown", "pointermove", "pointerup", "pointercancel"];
    for (const kind of ["wheel", "keydown", "dragstart", "click", ...pointer]) {
      this.svg.addEventListener(kind, this, { passive: false, capture: true });
    }
    follow((data, found) => {
      Object.assign(this, { data, found });
      const [first, last] = parseDate(view.get("on") ?? "", data.years) ?? [];
      if (!this.timer) [this.from, this.to] = [first ?? data.first, (last ?? data.last) + 1];
      this.draw();
    });
  }

  /**
   * Multiplies the number of days that are shown by `factor`; at least three remain. `at` is the place, between 0 and
   * 1, that does not move: that of the mark that has the focus, or else the middle of all marks.
   */
  zoom(factor, at = this.middle()) {
    if (!this.data) return;
    const days = Math.max(3, (this.to - this.from) * factor);
    this.show(this.from + (this.to - this.from - days) * at, days);
  }

  middle() {
    if (!this.links?.length) return 0.5;
    const focused = this.links.includes(document.activeElement);
    const marks = focused ? [document.activeElement] : [this.links[0], this.links.at(-1)];
    const boxes = marks.map((mark) => mark.children[1].getBBox());
    const places = boxes.map(({ x, width }) => (x + width / 2) / this.clientWidth);
    return Math.min(1, Math.max(0, (places[0] + places.at(-1)) / 2));
  }

  show(from, days) {
    const { first, last } = this.data;
    this.from = Math.max(first, Math.min(from, last + 1 - days));
    this.to = Math.min(last + 1, this.from + days);
    this.draw();
    clearTimeout(this.timer);
    this.timer = setTimeout(async () => {
      const on = this.to - this.from > last - first ? "" : `${edtfDay(this.from)}/${edtfDay(this.to - 0.01)}`;
      await choose(withOne("on", on), { step: false });
      this.timer = 0;
    }, 100);
  }

  /** A day in per cent of the axis. */
  x(day) {
    return CHART.edge + ((day - this.from) / (this.to - this.from)) * (100 - 2 * CHART.edge);
  }

  draw() {
    const { from, to } = this.data;
    const focus = this.svg.contains(document.activeElement) && document.activeElement.dataset.key;
    const shown = this.found.filter((i) => (from[i] ?? -Infinity) < this.to && (to[i] ?? Infinity) >= this.from);
    this.links = shown.length > CHART.mostMarks ? this.columns(shown) : this.marks(shown);
    const y = CHART.axis + 0.5;
    const axis = draw("line", { class: "tl-axis", x2: "100%", y1: y, y2: y });
    this.svg.replaceChildren(this.svg.firstChild, ...this.ticks(), axis, ...this.links);
    const current = this.links.find((link) => link.dataset.key === focus) ?? this.links[0];
    for (const link of this.links) link.setAttribute("tabindex", link === current ? 0 : -1);
    if (focus) current?.focus();
  }

  ticks() {
    const step = fitting(this.to - this.from, CHART.mostTicks, [...inDays(CHART.tickDays), ...CHART.tickMonths]);
    const all = step >= 12 ? roundYears(this.from, this.to, step / 12) : beginnings(this.from, this.to, step);
    const days = all.filter((day) => day >= this.from && this.x(day) < CHART.lastTick);
    return days.map((day, place) => {
      const x = `${this.x(day)}%`;
      const line = draw("line", { x1: x, x2: x, y2: CHART.axis });
      const text = draw("text", { x, y: CHART.tickLabel, dx: 4 }, this.tickLabel(dateOf(day), step, place === 0));
      return draw("g", { class: place % 2 ? "tl-tick tl-minor" : "tl-tick" }, line, text);
    });
  }

  /** The first label and each January have the year. */
  tickLabel(date, step, isFirst) {
    const [year, month] = [yearName(date.year), MONTHS[date.month - 1]];
    if (step >= 12) return shortYear(date.year);
    if (step < 0) return `${date.day} ${month}${isFirst ? ` ${year}` : ""}`;
    return isFirst || date.month === 1 ? `${month} ${year}` : month;
  }

  /** Begin and end of an entry, as days; an end that is open or unknown is the end of the whole chart. */
  bounds(i) {
    const { from, to, first, last } = this.data;
    return [from[i] ?? first, (to[i] ?? last) + 1];
  }

  marks(shown) {
    const { id, title, wording, shape, key } = this.data;
    const letter = Math.max(CHART.letter, 640 / this.clientWidth); // on a narrow screen a letter takes more of the axis
    const free = Array(CHART.lanes).fill(-Infinity);
    const taken = Array(CHART.lanes).fill(0);
    let lane = -1;
    const marks = shown.map((i) => {
      const [begin, end] = this.bounds(i).map((day) => this.x(day));
      const turns = free.map((_, turn) => (lane + 1 + turn) % CHART.lanes);
      lane = turns.find((turn) => free[turn] <= begin) ?? free.indexOf(Math.min(...free));
      free[lane] = Math.max(end, begin + CHART.dot);
      return { i, lane, begin, width: end - begin };
    });
    return marks.map(({ i, lane, begin, width }, place) => {
      const y = CHART.firstLane + CHART.laneHeight * lane;
      const next = marks.slice(place + 1).find((other) => other.lane === lane)?.begin ?? 100;
      const dot = /dot|about/.test(shape[i]);
      // An interval may begin or end outside the window. It keeps its length, so that it fades at its unknown end. Its
      // title is inside the window.
      const middle = begin + width / 2;
      const [left, right] = dot ? [middle, middle] : [Math.max(begin, 0), Math.min(begin + width, 100)];
      const text = title[i].length * letter + CHART.gap;
      const after = next - right > text + CHART.gap;
      const [x, dx, anchor] = after ? [right, 8, "start"] : [left, -8, "end"];
      const fits = after || left - taken[lane] > text;
      const label = fits ? [draw("text", { x: `${x}%`, y: y + 4, dx, "text-anchor": anchor }, title[i])] : [];
      taken[lane] = right + (after ? text : CHART.gap);
      const height = CHART.intervalHeight;
      const drawnWidth = `${Math.max(width, CHART.leastWidth)}%`;
      const drawn = dot
        ? draw("circle", { cx: `${left}%`, cy: y, r: CHART.dotRadius })
        : draw("rect", { x: `${begin}%`, y: y - height / 2, width: drawnWidth, height, rx: 2 });
      const kind = `tl-mark tl-${shape[i]}${key[i] ? " tl-main" : ""}`;
      const name = draw("title", {}, `${wording[i]}: ${title[i]}`);
      return draw("a", { class: kind, href: pageOf(id[i]), "data-key": id[i] }, name, drawn, ...label);
    });
  }

  columns(shown) {
    const step = fitting(this.to - this.from, CHART.mostUnits, [-1, ...CHART.unitMonths]);
    const edges = beginnings(this.from, this.to, step);
    const counts = edges.map(() => [0, 0]); // of the entries dated within a unit, and of the shares of the others
    for (const i of shown) {
      const [begin, end] = this.bounds(i);
      const first = Math.max(
        0,
        edges.findLastIndex((edge) => edge <= begin),
      );
      if (end <= edges[first + 1]) counts[first][0]++;
      else
        for (let place = first; edges[place] < end && place < edges.length - 1; place++) {
          counts[place][1] += (Math.min(end, edges[place + 1]) - Math.max(begin, edges[place])) / (end - begin);
        }
    }
    const highest = Math.max(...counts.map(([solid, soft]) => solid + soft));
    return counts.flatMap(([solid, soft], place) => {
      if (!solid && !soft) return [];
      const x = Math.max(CHART.edge, this.x(edges[place]));
      const width = `${Math.min(100 - CHART.edge, this.x(edges[place + 1])) - x}%`;
      const box = (from, count, kind) => {
        const [y, height] = [from, count].map((entries) => (CHART.columnHeight * entries) / highest);
        return count ? [draw("rect", { class: kind, x: `${x}%`, y, width, height: Math.max(0.2, height) })] : [];
      };
      const on = unit(edges[place], step);
      const entries = solid === 1 ? "entry" : "entries";
      const title = draw("title", {}, `${called(this.data, "on", on)}: ${solid} ${soft ? "or more entries" : entries}`);
      const link = { class: "tl-bar", href: `?${withOne("on", on)}`, "data-key": on };
      return [draw("a", link, title, ...box(0, solid, ""), ...box(solid, soft, "tl-share"))];
    });
  }

  /** Each kind of event has a method. */
  handleEvent(event) {
    this[`on_${event.type}`](event);
  }

  /** The place of an event in the chart, between 0 and 1. */
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

  /** One finger moves the chart. Two fingers zoom it around the one that does not move. */
  on_pointermove(event) {
    if (!event.buttons) this.on_pointerup(event); // the button was released outside the chart
    const now = this.place(event);
    // The finger may have touched the chart before this script was loaded.
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

  /** A column zooms into its time. A new tab can be opened as for any link. A drag opens nothing. */
  on_click(event) {
    const column = !event.ctrlKey && !event.metaKey && !event.shiftKey && event.target.closest(".tl-bar");
    if (this.dragged || column) event.preventDefault();
    if (column && !this.dragged) choose(withOne("on", column.dataset.key));
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
    this.dragged = false; // otherwise Enter on a mark would count as the end of a drag
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

// An entry that the reader points at in the chart is highlighted in the list, and the other way round.
for (const kind of ["pointerover", "focusin"]) {
  addEventListener(kind, ({ target }) => {
    const key = target.closest?.("[data-key]")?.dataset.key;
    for (const other of document.querySelectorAll("[data-key]")) {
      other.classList.toggle("tl-on", other.dataset.key === key);
    }
  });
}

customElements.define("dateline-chart", Chart);
