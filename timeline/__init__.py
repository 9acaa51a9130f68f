"""Dateline: annotated articles in, a dated and sourced chronology out."""
