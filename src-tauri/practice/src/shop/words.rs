//! The words of the shop, in English and French. They are our own, but for the short ones that the
//! contract quotes.

use std::collections::BTreeMap;

use super::options::ShopLanguage;

const ROWS: [(&str, [&str; 2]); 76] = [
    ("add_key", ["Add key", "Ajouter une clé"]),
    ("api_keys", ["REST API", "API REST"]),
    ("apply", ["Apply", "Appliquer"]),
    ("bulk_actions", ["Bulk actions", "Actions groupées"]),
    (
        "consumer_key_ending",
        ["Consumer key ending in", "Fin de la clé client"],
    ),
    ("dashboard", ["Dashboard", "Tableau de bord"]),
    ("description", ["Description", "Description"]),
    ("error", ["Error:", "Erreur :"]),
    ("generate", ["Generate API key", "Générer une clé d’API"]),
    ("id", ["ID:", "ID :"]),
    ("items", ["items", "éléments"]),
    ("item", ["item", "élément"]),
    ("key_details", ["Key details", "Détails de la clé"]),
    ("last_access", ["Last access", "Dernier accès"]),
    ("log_in", ["Log In", "Se connecter"]),
    ("log_out", ["Log Out", "Se déconnecter"]),
    (
        "lost_password",
        ["Lost your password?", "Mot de passe oublié ?"],
    ),
    ("next_page", ["Next page", "Page suivante"]),
    ("last_page", ["Last page", "Dernière page"]),
    ("previous_page", ["Previous page", "Page précédente"]),
    ("first_page", ["First page", "Première page"]),
    ("of", ["of", "sur"]),
    ("no_keys_found", ["No keys found.", "Aucune clé trouvée."]),
    (
        "blank_state",
        [
            "Keys let other programs talk to this shop.",
            "Les clés laissent d’autres programmes parler à cette boutique.",
        ],
    ),
    (
        "blank_state_button",
        ["Create an API key", "Créer une clé d’API"],
    ),
    ("api_key", ["API key", "Clé d’API"]),
    ("password", ["Password", "Mot de passe"]),
    ("permissions", ["Permissions", "Droits d’accès"]),
    ("read", ["Read", "Lecture"]),
    ("write", ["Write", "Écriture"]),
    ("read_write", ["Read/Write", "Lecture/Écriture"]),
    ("remember_me", ["Remember Me", "Se souvenir de moi"]),
    ("revoke", ["Revoke", "Révoquer"]),
    ("revoke_key", ["Revoke key", "Révoquer la clé"]),
    ("save_changes", ["Save changes", "Enregistrer"]),
    ("search_key", ["Search key", "Chercher une clé"]),
    ("select_all", ["Select all", "Tout sélectionner"]),
    ("show_more", ["Show more details", "Afficher plus"]),
    ("unknown", ["Unknown", "Inconnu"]),
    ("at", ["at", "à"]),
    ("user", ["User", "Compte"]),
    (
        "username",
        ["Username or Email Address", "Identifiant ou adresse e-mail"],
    ),
    ("view_edit", ["View/Edit", "Voir/Modifier"]),
    (
        "revoked_one",
        [
            "1 API key revoked for good.",
            "1 clé d’API révoquée pour toujours.",
        ],
    ),
    (
        "revoked_many",
        [
            "API keys revoked for good.",
            "clés d’API révoquées pour toujours.",
        ],
    ),
    ("key_ending", ["Key ending in", "Clé finissant par"]),
    (
        "created",
        [
            "The key is made. Copy both halves now: the secret is not shown again.",
            "La clé est créée. Copiez les deux moitiés : le secret ne sera plus affiché.",
        ],
    ),
    ("updated", ["The key is changed.", "La clé est modifiée."]),
    (
        "description_missing",
        ["Description is missing.", "La description est manquante."],
    ),
    (
        "user_missing",
        ["User is missing.", "Le compte est manquant."],
    ),
    (
        "permissions_missing",
        [
            "Permissions is missing.",
            "Les droits d’accès sont manquants.",
        ],
    ),
    (
        "not_assignable",
        [
            "You do not have permission to assign API Keys to the selected user.",
            "Vous ne pouvez pas attribuer de clés d’API à ce compte.",
        ],
    ),
    (
        "not_generated",
        [
            "There was an error generating your API Key.",
            "La clé d’API n’a pas pu être générée.",
        ],
    ),
    (
        "not_editable",
        [
            "You do not have permission to edit this API Key",
            "Vous ne pouvez pas modifier cette clé d’API",
        ],
    ),
    (
        "not_revocable",
        [
            "You do not have permission to revoke this API Key",
            "Vous ne pouvez pas révoquer cette clé d’API",
        ],
    ),
    (
        "link_expired",
        [
            "The link you followed has expired.",
            "Le lien suivi a expiré.",
        ],
    ),
    (
        "not_allowed",
        [
            "This page is not for your account.",
            "Cette page n’est pas pour votre compte.",
        ],
    ),
    (
        "really_log_out",
        ["Do you really want to", "Voulez-vous vraiment"],
    ),
    (
        "wrong_password",
        [
            "this is not the password of",
            "ce n’est pas le mot de passe de",
        ],
    ),
    (
        "unknown_user",
        [
            "nobody here has this name.",
            "personne ici ne porte ce nom.",
        ],
    ),
    (
        "unknown_email",
        [
            "nobody here has this address.",
            "personne ici n’a cette adresse.",
        ],
    ),
    ("empty_username", ["the name is empty.", "le nom est vide."]),
    (
        "empty_password",
        ["the password is empty.", "le mot de passe est vide."],
    ),
    (
        "cookies_blocked",
        [
            "your browser keeps no cookies.",
            "votre navigateur ne garde pas les cookies.",
        ],
    ),
    (
        "too_many_attempts",
        [
            "too many wrong passwords. Come back in 20 minutes.",
            "trop de mots de passe erronés. Revenez dans 20 minutes.",
        ],
    ),
    ("captcha_wrong", ["the sum is wrong.", "le total est faux."]),
    ("captcha_question", ["How much is", "Combien font"]),
    (
        "logged_out",
        ["You are signed out.", "Vous êtes déconnecté."],
    ),
    (
        "code_wrong",
        ["this code is not right.", "ce code n’est pas le bon."],
    ),
    (
        "code_question",
        ["One more step: the code.", "Encore une étape : le code."],
    ),
    ("code", ["Code", "Code"]),
    ("other_way", ["Use another way", "Utiliser un autre moyen"]),
    (
        "email_check",
        [
            "Is the address of this site still right?",
            "L’adresse de ce site est-elle toujours la bonne ?",
        ],
    ),
    ("it_is_right", ["It is right", "Elle est bonne"]),
    ("signed_in", ["You are signed in.", "Vous êtes connecté."]),
    (
        "sign_in_elsewhere",
        [
            "Sign in with your company account",
            "Se connecter avec le compte de l’entreprise",
        ],
    ),
];

fn column(language: ShopLanguage) -> usize {
    match language {
        ShopLanguage::English => 0,
        ShopLanguage::French => 1,
    }
}

/// One word; nothing when the name is unknown.
pub(crate) fn word(language: ShopLanguage, name: &str) -> &'static str {
    ROWS.iter()
        .find(|(found, _)| *found == name)
        .map_or("", |(_, texts)| texts[column(language)])
}

/// All words of a language by name.
pub(crate) fn all(language: ShopLanguage) -> BTreeMap<&'static str, &'static str> {
    ROWS.iter()
        .map(|(name, texts)| (*name, texts[column(language)]))
        .collect()
}
