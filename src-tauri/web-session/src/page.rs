//! A page's elements, by a real browser's parser.

pub use scraper::{ElementRef, Html, Selector};

/// A pattern known to be right.
///
/// # Panics
/// If it is not a CSS selector, which the first test of the caller shows.
pub fn pattern(css: &'static str) -> Selector {
    Selector::parse(css).expect("a selector written by us")
}

/// The text of an element, with white space as a reader sees it.
pub fn text_of(element: ElementRef<'_>) -> String {
    let text: String = element.text().collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The nearest element around it, itself included, that fits.
pub fn closest<'page>(element: ElementRef<'page>, pattern: &Selector) -> Option<ElementRef<'page>> {
    std::iter::successors(Some(element), |element| {
        element.ancestors().find_map(ElementRef::wrap)
    })
    .find(|element| pattern.matches(element))
}

/// The first element inside that fits.
pub fn first<'page>(element: ElementRef<'page>, pattern: &Selector) -> Option<ElementRef<'page>> {
    element.select(pattern).next()
}
