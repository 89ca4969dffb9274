//! Every language has the same sentences, with the same places for values.

use std::collections::{BTreeMap, BTreeSet};

use keys::SheetLanguage;

use super::{Text, source};

/// Each sentence with the names of its places.
fn sentences(language: SheetLanguage) -> BTreeMap<String, BTreeSet<String>> {
    let source = source(language);
    if let Err((_, errors)) = fluent_bundle::FluentResource::try_new(source.to_owned()) {
        panic!("{language:?}: {errors:?}");
    }
    let mut found = BTreeMap::new();
    for line in source
        .lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty())
    {
        let (id, text) = line.split_once(" = ").expect("a sentence on one line");
        let places = text
            .split("{ $")
            .skip(1)
            .map(|rest| rest.split(" }").next().expect("an end").to_owned())
            .collect();
        let before = found.insert(id.to_owned(), places);
        assert!(before.is_none(), "{language:?} says {id} twice");
    }
    found
}

#[test]
fn every_language_has_every_sentence_with_every_value() {
    let english = sentences(SheetLanguage::En);
    for language in SheetLanguage::ALL {
        assert_eq!(sentences(language), english, "{language:?}");
    }
}

#[test]
fn every_language_is_its_own() {
    let english = sentences(SheetLanguage::En);
    let without_places = english
        .iter()
        .filter(|(_, places)| places.is_empty())
        .map(|(id, _)| id.as_str());
    let ours: Vec<&str> = without_places.collect();
    for language in SheetLanguage::ALL.into_iter().skip(1) {
        let (theirs, here) = (Text::of(language), Text::of(SheetLanguage::En));
        let same = ours
            .iter()
            .filter(|id| theirs.say(id, &[]) == here.say(id, &[]));
        let same: Vec<&&str> = same.collect();
        assert!(same.len() < 2, "{language:?} says in English {same:?}");
    }
}

#[test]
fn every_sentence_of_a_language_is_said_on_some_page() {
    let code = [
        include_str!("../sheet.rs"),
        include_str!("../outline.rs"),
        include_str!("../pack.rs"),
        include_str!("../letter.rs"),
        include_str!("../letter/sentence.rs"),
    ];
    for id in sentences(SheetLanguage::En).keys() {
        let named = format!("\"{id}\"");
        assert!(
            code.iter().any(|code| code.contains(&named)),
            "nobody says {id}"
        );
    }
}

#[test]
fn french_marks_keep_to_their_words() {
    for line in source(SheetLanguage::Fr)
        .lines()
        .filter(|line| !line.starts_with('#'))
    {
        for loose in [" :", " ;", " ?", " !", " »", "« "] {
            assert!(!line.contains(loose), "{line}");
        }
        assert!(
            !line.contains('\u{27}') || line.contains("n'est pas compatible"),
            "{line}"
        );
    }
}
