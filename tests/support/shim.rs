//! Faults of the disk, made by a library that is loaded into the program.
