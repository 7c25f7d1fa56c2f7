"""Rows become a built dataset."""
