"""Sheets of any make: workbooks and tables of text, read as cells within bounds."""

from plangraph.sheets.cells import Sheet, read_sheets

__all__ = ["Sheet", "read_sheets"]
