"""Measurements, run by name: ``python -m benchmarks.analysis``. Never part of the tests."""
