"""The same papers made by others, each as its users would write it."""
