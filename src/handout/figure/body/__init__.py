"""The body: anatomy tables, joints solved from a pose, and the lofted solids that clothe them.

In: `Pose`, `Build`. Out: `Skeleton` (joints and frames) and solids (rings of points), in body heights.
"""
