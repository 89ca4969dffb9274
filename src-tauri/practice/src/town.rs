//! The invented town: its streets, where they are, and the fixed sets a Store chooses from.

/// Latitude and longitude of the instance.
pub(crate) const CENTRE: (f64, f64) = (50.1234, 3.4567);
/// The town's name.
pub(crate) const NAME: &str = "Valmont-sur-Selle";
/// The town's postal code, which no town has.
pub(crate) const POSTAL_CODE: &str = "59999";
/// The time zone of the instance.
pub(crate) const TIME_ZONE: &str = "Europe/Paris";

/// Streets with the position of number 1.
pub(crate) const STREETS: [(&str, f64, f64); 14] = [
    ("rue des Sacoches", 50.1201, 3.4502),
    ("rue du Guidon", 50.1212, 3.4533),
    ("place du Pédalier", 50.1230, 3.4561),
    ("avenue de la Dynamo", 50.1249, 3.4590),
    ("quai de la Selle", 50.1262, 3.4611),
    ("rue de l'Écrou", 50.1187, 3.4479),
    ("impasse du Rayon", 50.1194, 3.4625),
    ("boulevard de la Béquille", 50.1275, 3.4547),
    ("rue des Trois Vitesses", 50.1221, 3.4658),
    ("chemin du Garde-Boue", 50.1309, 3.4701),
    ("rue de la Roue Libre", 50.1178, 3.4540),
    ("cours du Tandem", 50.1240, 3.4485),
    ("rue du Timbre", 50.1256, 3.4520),
    ("allée des Chambres à Air", 50.1290, 3.4639),
];

/// Time slots: id and name.
pub(crate) const TIME_SLOTS: [(i64, &str); 3] = [
    (1, "Journée, par tranches de 2 h"),
    (2, "Matin 9 h - 12 h"),
    (3, "Après-midi 14 h - 18 h"),
];

/// Pricing rule sets by name: id and name.
pub(crate) const PRICING_RULE_SETS: [(i64, &str); 3] = [
    (2, "Centre-ville"),
    (3, "Longue distance"),
    (1, "Tarif de base"),
];

/// Package sets by name: id and name.
pub(crate) const PACKAGE_SETS: [(i64, &str); 2] = [(1, "Colis"), (2, "Fleurs et plantes")];

/// Failure reason sets by name: id and name.
pub(crate) const FAILURE_REASON_SETS: [(i64, &str); 1] = [(1, "Motifs habituels")];

/// Couriers a Store may prefer.
pub(crate) const COURIERS: [&str; 2] = ["courier", "courier2"];

/// Tags: id, name, slug, colour.
pub(crate) const TAGS: [(i64, &str, &str, &str); 2] = [
    (1, "Fragile", "fragile", "#c0392b"),
    (2, "Froid", "froid", "#2980b9"),
];

/// Shops that sell meals: id and name.
pub(crate) const SHOPS: [(i64, &str); 2] = [(1, "Chez Lampion"), (2, "La Cantine du Canal")];

/// Where a house is: numbers go eastwards.
pub(crate) fn locate(street: usize, number: u32) -> (f64, f64) {
    let (_, latitude, longitude) = STREETS[street % STREETS.len()];
    let longitude = longitude + f64::from(number) * 0.000_05;
    (round(latitude), round(longitude))
}

fn round(degrees: f64) -> f64 {
    (degrees * 1e6).round() / 1e6
}

/// The postal address of a house.
pub(crate) fn address(street: usize, number: u32) -> String {
    let (name, _, _) = STREETS[street % STREETS.len()];
    format!("{number} {name}, {POSTAL_CODE} {NAME}")
}

/// Finds a house by a text that names a street of the town.
pub(crate) fn geocode(text: &str) -> Option<(f64, f64)> {
    let text = fold(text);
    let street = STREETS
        .iter()
        .position(|(name, _, _)| text.contains(&fold(name)))?;
    let number = text
        .split(|letter: char| !letter.is_ascii_digit())
        .find(|digits| !digits.is_empty() && *digits != POSTAL_CODE)
        .and_then(|digits| digits.parse().ok())
        .filter(|number| *number < 1000);
    Some(locate(street, number.unwrap_or(1)))
}

/// The street nearest to a position, if it is in the town.
pub(crate) fn reverse(latitude: f64, longitude: f64) -> Option<&'static str> {
    STREETS
        .iter()
        .map(|(name, north, east)| (name, (north - latitude).hypot(east - longitude)))
        .filter(|(_, distance)| *distance < 0.02)
        .min_by(|(_, left), (_, right)| left.total_cmp(right))
        .map(|(name, _)| *name)
}

/// Lower case without accents, apostrophes as one sort.
fn fold(text: &str) -> String {
    text.to_lowercase()
        .chars()
        .map(|letter| match letter {
            'à' | 'â' => 'a',
            'é' | 'è' | 'ê' | 'ë' => 'e',
            'î' | 'ï' => 'i',
            'ô' => 'o',
            'ù' | 'û' => 'u',
            'ç' => 'c',
            '’' => '\'',
            other => other,
        })
        .collect()
}
