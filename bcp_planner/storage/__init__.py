"""The plan file: one SQLite database that holds the plan, its history and its named versions."""
