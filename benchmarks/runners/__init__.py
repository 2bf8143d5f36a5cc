"""Programs of their own that the benchmarks start: each tells on its last line what it cost."""
