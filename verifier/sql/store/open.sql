-- Which store is worked on?
attach $path as store
