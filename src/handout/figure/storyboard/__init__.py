"""Storyboards: the `picture:` block of an exercise, read strictly, every finding with its place."""

from handout.figure.storyboard.board import Crop, Frame, Storyboard
from handout.figure.storyboard.mirroring import mirrored_board
from handout.figure.storyboard.reading import read_poses, read_storyboard, storyboard_of

__all__ = ["Crop", "Frame", "Storyboard", "mirrored_board", "read_poses", "read_storyboard", "storyboard_of"]
