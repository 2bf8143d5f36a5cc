"""One warm child process for work that would make the window stutter: papers, previews, page images.

`client` is what the rest of the program uses; `jobs` lists what can be asked; `child` is the other side.
"""
