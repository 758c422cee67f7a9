"""Exercises, routines, safety, packs and clinics: facts once, words once per language, one layer over another."""

from __future__ import annotations

from handout.content.library import Library, shipped_root

__all__ = ["Library", "shipped_root"]
