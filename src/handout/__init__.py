"""Illustrated, multilingual exercise handouts from data, never without their safety panel.

The folders are the pipeline, in order; each imports only those above it::

    errors, source, language, drawing, content, edition, prescription, manuscript, figure,
    text, layout, pdf, proof, shop, pipeline, batch, authoring, cli
"""

__version__ = "0.1.0"
