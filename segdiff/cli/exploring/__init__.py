"""What ``segdiff explore`` finds: each exploration turns a subject into findings, which are written in any form."""
