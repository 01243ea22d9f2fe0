"""Qt models of the lists on screen."""
