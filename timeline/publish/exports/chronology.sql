PRAGMA page_size = 4096;
PRAGMA encoding = 'UTF-8';

-- Dates are EDTF values with their first and last possible day, as text and as the number of days since 1970-01-01,
-- which also compares days before the year 0 and after the year 9999. An open or unknown end is NULL.

CREATE TABLE site (name TEXT NOT NULL, description TEXT, url TEXT);

CREATE TABLE names (
    id TEXT PRIMARY KEY, -- its kind and its id in the vocabulary: people/ada
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    note TEXT,
    latitude REAL,
    longitude REAL
);
CREATE TABLE aliases (name TEXT NOT NULL REFERENCES names (id), alias TEXT NOT NULL, PRIMARY KEY (name, alias)) WITHOUT ROWID;

CREATE TABLE entries (
    position INTEGER NOT NULL UNIQUE, -- its place in the order of time
    id TEXT PRIMARY KEY,
    title TEXT NOT NULL,
    summary TEXT,
    date TEXT NOT NULL, -- in words
    edtf TEXT NOT NULL,
    earliest TEXT,
    latest TEXT,
    earliest_day INTEGER,
    latest_day INTEGER,
    precision TEXT NOT NULL,
    qualified INTEGER NOT NULL, -- uncertain or approximate
    note TEXT,
    key_event INTEGER NOT NULL,
    differ INTEGER NOT NULL, -- its articles differ in the date or in a figure
    dates_differ INTEGER NOT NULL,
    url TEXT
);
CREATE TABLE entry_names (
    entry TEXT NOT NULL REFERENCES entries (id),
    name TEXT NOT NULL REFERENCES names (id),
    PRIMARY KEY (entry, name)
) WITHOUT ROWID;

CREATE TABLE articles (
    id TEXT PRIMARY KEY,
    title TEXT, -- as printed
    described TEXT, -- in our own words, where the title is not known
    publisher TEXT NOT NULL REFERENCES names (id),
    agency TEXT REFERENCES names (id),
    author TEXT,
    published TEXT, -- in words
    published_edtf TEXT,
    published_earliest TEXT,
    published_latest TEXT,
    language TEXT NOT NULL,
    text TEXT NOT NULL, -- brief (in our own words), excerpt or full
    url TEXT,
    doi TEXT,
    isbn TEXT,
    institution TEXT, -- the archive, library or museum that has it
    mark TEXT, -- under which the institution has it
    source TEXT, -- in words
    page TEXT
);

CREATE TABLE attestations (
    entry TEXT NOT NULL REFERENCES entries (id),
    article TEXT NOT NULL REFERENCES articles (id),
    date TEXT NOT NULL, -- of the event, as this article gives it
    edtf TEXT NOT NULL,
    earliest TEXT,
    latest TEXT,
    earliest_day INTEGER,
    latest_day INTEGER,
    dated_by TEXT NOT NULL, -- stated, edtf or words
    note TEXT,
    stated_after TEXT, -- the id of an event after which it came, as this article says
    agrees INTEGER NOT NULL, -- 0 where this date excludes that of the entry
    PRIMARY KEY (entry, article)
) WITHOUT ROWID;
CREATE TABLE figures (
    entry TEXT NOT NULL,
    article TEXT NOT NULL,
    name TEXT NOT NULL REFERENCES names (id),
    value TEXT NOT NULL,
    PRIMARY KEY (entry, article, name),
    FOREIGN KEY (entry, article) REFERENCES attestations (entry, article)
) WITHOUT ROWID;

CREATE TABLE passages (
    id TEXT PRIMARY KEY, -- its article and its anchor on the page of the article
    article TEXT NOT NULL REFERENCES articles (id),
    text TEXT NOT NULL,
    language TEXT NOT NULL,
    locator TEXT,
    url TEXT
);
CREATE TABLE entry_passages (
    entry TEXT NOT NULL REFERENCES entries (id),
    passage TEXT NOT NULL REFERENCES passages (id),
    date_words TEXT,
    PRIMARY KEY (entry, passage)
) WITHOUT ROWID;

-- From each table to those that refer to it.
CREATE INDEX entries_by_day ON entries (earliest_day, latest_day);
CREATE INDEX entries_of_name ON entry_names (name);
CREATE INDEX entries_of_article ON attestations (article);
CREATE INDEX entries_of_passage ON entry_passages (passage);
CREATE INDEX articles_of_publisher ON articles (publisher);
CREATE INDEX articles_of_agency ON articles (agency);
CREATE INDEX figures_of_name ON figures (name);
CREATE INDEX passages_of_article ON passages (article);

-- Datasette finds them by `content`.
CREATE VIRTUAL TABLE names_fts USING fts5 (name, note, content="names", tokenize="unicode61 remove_diacritics 2");
CREATE VIRTUAL TABLE entries_fts USING fts5 (title, summary, content="entries", tokenize="unicode61 remove_diacritics 2");
CREATE VIRTUAL TABLE articles_fts USING fts5 (
    title, described, author, content="articles", tokenize="unicode61 remove_diacritics 2"
);
CREATE VIRTUAL TABLE passages_fts USING fts5 (text, content="passages", tokenize="unicode61 remove_diacritics 2");
