"""Words out to a translator and back: gettext PO, and what English each translation was made from."""
