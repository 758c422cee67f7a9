"""The form of every file of content, each in a module of its name."""
