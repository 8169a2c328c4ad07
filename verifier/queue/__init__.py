"""The claims queue in the browser: what waits for a person, what speaks for and against it, and what was decided."""
