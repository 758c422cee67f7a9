"""A routine in one language: all of its words, or every reason why it is not ready.

In: `Library`. Out: `Edition`. Missing and stale words refuse it; unsure and unsigned words are its state.
"""
