//! Tests of fold.
