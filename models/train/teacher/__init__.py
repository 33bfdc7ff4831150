"""A teacher: multilingual-e5-small tuned on the news, which labels plain text. Needs torch."""
