"""Migrations of the audit database, run by Alembic."""
