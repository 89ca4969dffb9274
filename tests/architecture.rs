//! The rules of ARCHITECTURE.md, executable.

mod architecture {
    pub(crate) mod boundary;
    pub(crate) mod rooms;
    pub(crate) mod sources;
    pub(crate) mod tree;
}
