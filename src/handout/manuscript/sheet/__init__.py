"""From a prescription to the words of a sheet: everything a template may say, and nothing it may change."""
