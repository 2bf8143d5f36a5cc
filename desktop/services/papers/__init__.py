"""What the office prints, gathered from what it knows: contents go to the worker, bytes come back.

Nothing is invented: what is not known stays None and prints as a dotted line. A date for internal use never
reaches a paper.
"""
