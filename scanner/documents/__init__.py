"""Documents: every format people share, read with its hidden corners and written without values."""
