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

/** Each spelling of a weekday -> 0 (Monday) to 6. */
export const WEEKDAY_NUMBERS = new Map(Object.entries({
  monday: 0,
  mon: 0,
  tuesday: 1,
  tue: 1,
  tues: 1,
  wednesday: 2,
  wed: 2,
  weds: 2,
  thursday: 3,
  thu: 3,
  thur: 3,
  thurs: 3,
  friday: 4,
  fri: 4,
  saturday: 5,
  sat: 5,
  sunday: 6,
  sun: 6,
}));

/** Each name of a season -> its number in EDTF. */
export const SEASONS = new Map(Object.entries({
  spring: 21,
  summer: 22,
  autumn: 23,
  fall: 23,
  winter: 24,
}));

/** Seasons, quarters and other parts of a year by their number in EDTF: the first month, how many months, and by how many days an approximate one may be wrong. */
export const PARTS_OF_YEAR = new Map(Object.entries({
  21: [3, 3, 92],
  22: [6, 3, 92],
  23: [9, 3, 92],
  24: [12, 3, 92],
  25: [3, 3, 92],
  26: [6, 3, 92],
  27: [9, 3, 92],
  28: [12, 3, 92],
  29: [9, 3, 92],
  30: [12, 3, 92],
  31: [3, 3, 92],
  32: [6, 3, 92],
  33: [1, 3, 92],
  34: [4, 3, 92],
  35: [7, 3, 92],
  36: [10, 3, 92],
  37: [1, 4, 123],
  38: [5, 4, 123],
  39: [9, 4, 123],
  40: [1, 6, 184],
  41: [7, 6, 184],
}));

/** The kinds of typed dates: the name of the reading, and the pattern. */
export const TYPED_PATTERNS = [
  ["date", "(?:(?<weekday>wednesday|thursday|saturday|tuesday|monday|friday|sunday|thurs|tues|weds|thur|mon|tue|wed|thu|fri|sat|sun) )?(?:the )?(?<day>\\d\\d?)(?:st|nd|rd|th)?(?: day)?(?: of)? (?<month>september|february|november|december|january|october|august|march|april|june|july|sept|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:(?: of| in)? (?<year>(?:ad )?\\d[\\d,]*(?: (?:bce?|ad|ce))?))?(?: (?:at )?(?<clock>\\d\\d:\\d\\d(?::\\d\\d)?)(?: \\(?utc(?<offset>[+-]\\d\\d?(?::\\d\\d)?)?(?<zone>)\\)?)?)?"],
  ["date", "(?:the )?(?:month of )?(?<month>september|february|november|december|january|october|august|march|april|june|july|sept|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:(?: of| in)? (?<year>(?:ad )?\\d[\\d,]*(?: (?:bce?|ad|ce))?))?"],
  ["date", "(?:(?<weekday>wednesday|thursday|saturday|tuesday|monday|friday|sunday|thurs|tues|weds|thur|mon|tue|wed|thu|fri|sat|sun) )?(?<month>september|february|november|december|january|october|august|march|april|june|july|sept|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec) (?:the )?(?<day>\\d\\d?)(?:st|nd|rd|th)?(?: (?<year>(?:ad )?\\d[\\d,]*(?: (?:bce?|ad|ce))?))?(?: (?:at )?(?<clock>\\d\\d:\\d\\d(?::\\d\\d)?)(?: \\(?utc(?<offset>[+-]\\d\\d?(?::\\d\\d)?)?(?<zone>)\\)?)?)?"],
  ["season", "(?:the )?(?<season>spring|summer|autumn|fall|winter)(?: of| in)? (?<year>(?:ad )?\\d[\\d,]*(?: (?:bce?|ad|ce))?)(?:[–-](?<last>(?:ad )?\\d[\\d,]*(?: bc)?))?(?: \\((?<half>northern|southern) hemisphere\\))?"],
  ["quarter", "(?:the )?(?<number>first|second|third|fourth|last|[1-4](?:st|nd|rd|th)) quarter(?: of| in)? (?<year>(?:ad )?\\d[\\d,]*(?: (?:bce?|ad|ce))?)"],
  ["quarter", "q(?<number>[1-4])(?: of| in)?[ /-]?(?<year>(?:ad )?\\d[\\d,]*(?: (?:bce?|ad|ce))?)"],
  ["quarter", "(?<year>(?:ad )?\\d[\\d,]*(?: (?:bce?|ad|ce))?)[ /-]?q(?<number>[1-4])"],
  ["half", "(?:the )?(?<number>first|second|1st|2nd) half(?: of| in)? (?<year>(?:ad )?\\d[\\d,]*(?: (?:bce?|ad|ce))?)"],
  ["half", "h(?<number>[12])(?: of| in)? (?<year>(?:ad )?\\d[\\d,]*(?: (?:bce?|ad|ce))?)"],
  ["third", "(?:the )?(?<number>first|middle|last) four months(?: of| in)? (?<year>(?:ad )?\\d[\\d,]*(?: (?:bce?|ad|ce))?)"],
  ["year", "(?:the )?(?:year )?(?<year>(?:ad )?\\d[\\d,]*(?: (?:bce?|ad|ce))?)"],
  ["decade", "(?:the )?(?:ad )?(?<digits>\\d{1,3})0'?s"],
  ["years_bc", "(?<first>\\d[\\d,]*)(?: bc)? ?[–-] ?(?<last>\\d[\\d,]* bce?|ad \\d+)"],
  ["century", "(?:the )?(?<digits>\\d\\d?)(?:st|nd|rd|th) century(?: (?<era>(?:bce?|ad|ce)))?"],
  ["rounded", "(?:around |about |some )?(?<ad>ad )?(?<digits>\\d[\\d,]*(?:\\.\\d+)?)(?: (?<scale>thousand|million|billion))?(?: ?(?<ago>years ago|bce?))?"],
  ["figures", "(?<first>\\d\\d?)(?<sign>[./])(?<second>\\d\\d?)(?:\\k<sign>(?<year>\\d{4}))?"],
  ["year_first", "(?<year>\\d{4})[./](?<month>\\d\\d?)[./](?<day>\\d\\d?)"],
];

/** What is written otherwise in typed dates: the pattern, and the replacement. */
export const TYPED_STEPS = [
  ["[\\u2012\\u2014\\u2015\\u2212]", "–"],
  ["\\s+", " "],
  ["([a-z])\\.", "$1"],
  [",(?=\\s|$)", ""],
  [" [-–] ", " to "],
  ["^(\\d\\d?)[-–](\\d\\d?) (?=(?:september|february|november|december|january|october|august|march|april|june|july|sept|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\\b)", "$1 to $2 "],
  ["\\b((?:september|february|november|december|january|october|august|march|april|june|july|sept|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec) \\d\\d?)[-–](\\d\\d?)(?= \\d{4}|$)", "$1 to $2"],
  ["\\b((?:september|february|november|december|january|october|august|march|april|june|july|sept|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))[-–](?=(?:september|february|november|december|january|october|august|march|april|june|july|sept|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\\b)", "$1 to "],
  ["^(\\d\\d)(\\d\\d)–(?=\\d\\d$)", "$1$2 to $1"],
  ["^(\\d{4})–(?=\\d{4}$)", "$1 to "],
];

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
