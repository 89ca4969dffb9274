//! The index finds what a plain filter finds.

use super::{Draft, Index, Line};
use proptest::collection::vec;
use proptest::prelude::{prop_assert_eq, proptest};

fn index(texts: &[String]) -> Index {
    let drafts = texts.iter().zip(0..).map(|(text, id)| Draft {
        line: Line {
            id,
            connection: id % 2,
            store: None,
            archived: false,
        },
        text: text.clone(),
        sorted_by: text.find('\n').unwrap_or(text.len()),
    });
    Index::of(drafts.collect())
}

fn ids(index: &Index, words: &[String], connection: Option<i64>) -> Vec<i64> {
    index
        .search(words, |line| {
            connection.is_none_or(|id| id == line.connection)
        })
        .into_iter()
        .map(|place| index.lines()[place].id)
        .collect()
}

fn plain_filter(texts: &[String], words: &[String], connection: Option<i64>) -> Vec<i64> {
    let mut found: Vec<(&str, i64)> = texts
        .iter()
        .zip(0..)
        .filter(|(text, id)| {
            words.iter().all(|word| text.contains(word))
                && connection.is_none_or(|connection| connection == id % 2)
        })
        .map(|(text, id)| (text.split('\n').next().unwrap(), id))
        .collect();
    found.sort_unstable();
    found.into_iter().map(|(_, id)| id).collect()
}

#[test]
fn a_word_is_not_found_across_two_lines_of_the_list() {
    let index = index(&["ab".to_owned(), "cd".to_owned()]);
    assert!(ids(&index, &["bc".to_owned()], None).is_empty());
}

proptest! {
    #[test]
    fn search_equals_a_plain_filter(
        texts in vec("[ab\n]{0,8}", 0..40),
        words in vec("[ab]{1,3}", 0..4),
        connection in proptest::option::of(0_i64..2),
    ) {
        prop_assert_eq!(
            ids(&index(&texts), &words, connection),
            plain_filter(&texts, &words, connection)
        );
    }

    #[test]
    fn every_line_knows_its_place(texts in vec("[ab]{0,8}", 0..40)) {
        let index = index(&texts);
        for (place, line) in index.lines().iter().enumerate() {
            prop_assert_eq!(index.place(line.id), Some(place));
        }
    }
}
