"""Puts the hook into the clients' own files, takes it out again, and tells where it is."""
