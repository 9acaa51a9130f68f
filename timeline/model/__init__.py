"""The records that every stage passes on (frozen; tuples only; no YAML, templates or engine), and the schema of the files."""
