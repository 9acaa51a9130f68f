"""Dateline: annotated articles in, a dated and sourced chronology out."""

__version__ = "0.2.0"
