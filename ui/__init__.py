"""Everything with a screen: the only room that knows Qt."""
