"""The stages of the layered layout: rank, order, coordinates. `analysis.layout` is the way in."""
