"""Generated texts: what advisers write, with every name's place known."""
