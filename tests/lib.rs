//! Rules and conversations that no single room can check.
