"""Datasets written: as a folder of tables, or as one workbook."""
