"""Business continuity planner: the model, what follows from it, and its files. No screen needed."""

__version__ = "0.1.0"
