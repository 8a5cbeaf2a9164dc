"""Invented tables in the styles of real begrotingen and jaarstukken, with what each of their figures means."""
