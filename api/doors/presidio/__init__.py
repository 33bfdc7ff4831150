"""Presidio's REST interface, so that whoever speaks to Presidio changes one URL and gets Danish."""
