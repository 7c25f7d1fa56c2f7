"""Sheets of any make: workbooks and tables of text, read as cells within bounds."""

from plangraph.sheets.cells import SUFFIXES, Sheet, read_sheets

__all__ = ["SUFFIXES", "Sheet", "read_sheets"]
