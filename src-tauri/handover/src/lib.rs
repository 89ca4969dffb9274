//! What receivers of keys read: sheets, packs, letters, and check codes to compare.
