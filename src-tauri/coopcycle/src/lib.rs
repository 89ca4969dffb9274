//! coopcycle
