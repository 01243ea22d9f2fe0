"""Exercises and incidents: prepared from a scenario, run on a log, and learnt from."""
