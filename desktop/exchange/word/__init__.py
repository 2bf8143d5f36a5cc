"""Papers as Word files: filled into the office's own template, or built where there is none."""
