"""The rules behind the findings, one module a subject."""
