"""What follows from a plan: impact, recovery, objectives, findings, cut sets, simulation."""
