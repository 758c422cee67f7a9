"""Tools for those who write content: new, schema, list, check, sign, translate, preview, diff."""
