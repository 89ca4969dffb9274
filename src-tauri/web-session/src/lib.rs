//! web-session
