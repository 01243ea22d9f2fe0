"""What a plan is: immutable records, durations, edits. Standard library only."""
