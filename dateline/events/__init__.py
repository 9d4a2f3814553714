"""Resolved expressions into events: which clause each one dates, in the article's own words, and how certain."""
