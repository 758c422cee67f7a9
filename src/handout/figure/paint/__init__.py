"""From solids to marks: silhouettes, depth order, fills, line work. All lengths in body heights, y up."""
