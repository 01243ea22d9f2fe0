"""Plain loops over arrays that read like semantics.md, compiled where that pays."""
