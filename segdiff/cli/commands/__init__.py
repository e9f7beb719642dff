"""One module for each command; its ``run`` takes the words after the command and returns an exit code or a window to open."""
