"""One module for each command; its ``run`` takes the words that follow and returns an exit code or a window to open."""
