"""Gestures: one object from press to release, previewing locally, making one edit at the end."""
