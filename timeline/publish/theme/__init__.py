"""The MkDocs theme `dateline`: Material with our own header, metadata, styles and scripts.

Engines find it by the entry point `mkdocs.themes` and read this folder. mkdocs_theme.yml has its settings.
"""
