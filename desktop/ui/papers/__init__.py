"""A paper in the window: looked at, searched, printed, saved, handed to other programs."""
