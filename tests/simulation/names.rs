//! Names from a small pool, so that different people think of the same.

use super::chance::Chance;

/// A name for a key.
pub(crate) fn key(chance: &Chance) -> String {
    (*chance.of(&["webshop", "Boutique", "Épicerie — caisse"])).to_owned()
}

/// A name for a Store.
pub(crate) fn store(chance: &Chance) -> String {
    (*chance.of(&["Fleurs Lila", "Le Petit Marché", "Atelier Nord"])).to_owned()
}
