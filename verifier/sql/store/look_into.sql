-- Which store is looked into?
attach $path as store (read_only)
