"""Files people attach: told by their content, called by a safe name; photos are made small and clean."""

from desktop.exchange.attached.shapes import Taken
from desktop.exchange.attached.taking import take, take_photo, take_picture

__all__ = ["Taken", "take", "take_photo", "take_picture"]
