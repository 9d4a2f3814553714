"""News articles into honest timelines."""
