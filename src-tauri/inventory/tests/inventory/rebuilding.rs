//! rebuilding
