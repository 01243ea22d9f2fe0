"""Speed of the canvas and of the window: frames, layout, opening, edits, typing, selections."""
