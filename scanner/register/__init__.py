"""The register of own data: exact match without clear text at rest."""
