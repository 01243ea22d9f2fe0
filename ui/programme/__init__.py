"""The programme of exercises: how ready, what is covered, what was measured, what is to do."""
