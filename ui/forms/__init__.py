"""Forms generated from the descriptions of record fields."""
