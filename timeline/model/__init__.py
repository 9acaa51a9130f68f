"""The records that every stage passes on, and the schema of the files."""
