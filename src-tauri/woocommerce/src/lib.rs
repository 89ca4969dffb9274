//! Client of a WooCommerce site: its key pages by session, its consumer keys by themselves.
