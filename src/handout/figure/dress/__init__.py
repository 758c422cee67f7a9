"""From a solved body to parts: skin, clothes, hair, face, and the fine lines on them."""
