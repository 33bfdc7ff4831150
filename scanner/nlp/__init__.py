"""The names model behind Presidio's NlpEngine, its word knowledge, and the context words."""
