"""The board to prepare, run and close an exercise or an incident."""
