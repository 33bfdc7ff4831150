"""The service: the scanner behind HTTP."""
