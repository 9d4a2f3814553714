"""Bytes that coverage leads, for everything that reads what strangers wrote."""
