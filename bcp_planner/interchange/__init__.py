"""Other programs' files, one module a format. Nothing here reads a second file or the network."""
