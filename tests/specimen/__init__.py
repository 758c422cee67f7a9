"""The specimen: every edition of the shipped sheets set, measured, and bound in one book beside its grey copy."""
