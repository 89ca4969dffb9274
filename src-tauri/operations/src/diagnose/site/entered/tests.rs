//! Halves.
