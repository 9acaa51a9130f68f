// Written by `make documents` from timeline/publish/reference/theme_files.py. Do not edit.

/** Address of the page of an entry, below the root of the site. */
export const ENTRY_PAGE = "timeline/entries/{id}/";

/** Data files, below the root of the site. */
export const DATA = {
  summaries: "timeline/summaries.json",
  view: "timeline/view.json",
};

/** The kinds of choices in the filters; a view can have several values of each. */
export const FILTER_KINDS = ["people", "organisations", "places", "topics", "publishers", "certainty"];

/** The keys of a view in the query of an address. */
export const VIEW_KEYS = ["people", "organisations", "places", "topics", "publishers", "certainty", "on", "words"];

/** Folder of the search indexes, below the root of the site. */
export const SEARCH_FOLDER = "pagefind";

/** The types of pages that have an index each. The first is searched first. */
export const SEARCH_TYPES = ["entry", "name", "article", "index"];

/** The months as readers see them. */
export const MONTH_NAMES = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** Each spelling of a month -> 1 to 12. */
export const MONTH_NUMBERS = new Map(Object.entries({
  january: 1,
  jan: 1,
  february: 2,
  feb: 2,
  march: 3,
  mar: 3,
  april: 4,
  apr: 4,
  may: 5,
  june: 6,
  jun: 6,
  july: 7,
  jul: 7,
  august: 8,
  aug: 8,
  september: 9,
  sep: 9,
  sept: 9,
  october: 10,
  oct: 10,
  november: 11,
  nov: 11,
  december: 12,
  dec: 12,
}));

/** Each name of a season -> the first of its three months. */
export const SEASONS = new Map(Object.entries({
  spring: 3,
  summer: 6,
  autumn: 9,
  fall: 9,
  winter: 12,
}));

/** Letters that Unicode does not decompose -> what people type for them. */
export const PLAIN_LETTERS = new Map(Object.entries({
  ł: "l",
  ø: "o",
  đ: "d",
  ð: "d",
  ħ: "h",
  ı: "i",
  ŧ: "t",
  ŋ: "n",
  ß: "ss",
  æ: "ae",
  œ: "oe",
  þ: "th",
}));

/** What citations have for the day of reading. */
export const DAY_OF_READING = "YYYY-MM-DD";

/** The same in CSL-JSON. */
export const CSL_DAY_OF_READING = "{\"literal\": \"YYYY-MM-DD\"}";

/** The measures of the chart; see timeline/publish/chart/measures.py. */
export const CHART = {
  mostMarks: 60,
  mostUnits: 130,
  mostTicks: 12,
  lanes: 12,
  edge: 2.0,
  lastTick: 95.0,
  dot: 2.4,
  letter: 0.75,
  gap: 1.0,
  leastWidth: 0.8,
  tickDays: [1, 2, 7],
  tickMonths: [1, 3, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12000, 24000, 60000, 120000, 240000, 600000, 1200000, 2400000, 6000000, 12000000, 24000000, 60000000, 120000000, 240000000, 600000000, 1200000000, 2400000000, 6000000000, 12000000000, 24000000000, 60000000000, 120000000000, 240000000000, 600000000000],
  unitMonths: [1, 12, 120, 1200, 12000, 120000, 1200000, 12000000, 120000000, 1200000000, 12000000000, 120000000000],
  firstLane: 10,
  laneHeight: 15,
  dotRadius: 5,
  intervalHeight: 8,
  columnHeight: 180,
  axis: 196,
  tickLabel: 214,
};
