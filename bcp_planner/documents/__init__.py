"""Printed documents: PDF files made from a plan, for use without the program and without power."""
