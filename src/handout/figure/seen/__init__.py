"""What is seen: how much of face, hands and the moving part a picture shows, and how two frames differ.

In: scenes. Out: shares from 0 to 1, and lengths in body heights. The checks refuse by these numbers, and the
camera is chosen by them (`choosing`).
"""
