"""A chronology as files: pages, feeds, exports, and the index of the search."""
