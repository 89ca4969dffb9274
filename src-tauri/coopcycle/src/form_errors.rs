//! What a rejected form says about its fields (contract 4.4, 5.3), in whatever language.

use crate::{Error, FieldError, Step};
use std::sync::LazyLock;
use web_session::{
    Form, Reply,
    page::{Html, Selector, closest, first, pattern, text_of},
};

static GROUPS: LazyLock<Selector> = LazyLock::new(|| pattern(".has-error"));
static MESSAGES: LazyLock<Selector> = LazyLock::new(|| pattern(".help-block li"));
static CONTROLS: LazyLock<Selector> =
    LazyLock::new(|| pattern("input[name], select[name], textarea[name]"));

/// Reads a form that came back. No errors at all means that its token had expired, or that the
/// form is another one now: it is worth building once more.
pub(crate) fn read(reply: &Reply, prefix: &str) -> Result<Vec<FieldError>, Error> {
    let page = Html::parse_document(&reply.text());
    if Form::with_prefix(&page, prefix).controls.is_empty() {
        // Whatever this is, it is not the form; so nothing says that it was refused.
        return Err(Error::Unreadable {
            what: format!("{prefix}…]"),
            step: Step::Acting,
        });
    }
    Ok(read_page(&page, prefix))
}

fn read_page(page: &Html, prefix: &str) -> Vec<FieldError> {
    let mut errors = Vec::new();
    for group in page.select(&GROUPS) {
        let own = |element| closest(element, &GROUPS) == Some(group);
        let field = group
            .select(&CONTROLS)
            .filter_map(|control| control.attr("name"))
            .find(|name| name.starts_with(prefix));
        let Some(field) = field else { continue };
        let messages: Vec<_> = group
            .select(&MESSAGES)
            .filter(|message| own(*message))
            .map(text_of)
            .collect();
        // A group around another one only repeats that something inside is wrong.
        if messages.is_empty() && first(group, &GROUPS).is_some() {
            continue;
        }
        errors.push(FieldError {
            field: field.to_owned(),
            message: messages.join(" "),
        });
    }
    errors
}

#[cfg(test)]
mod tests {
    use super::read_page;
    use web_session::page::Html;

    fn read(page: &str) -> Vec<(String, String)> {
        read_page(&Html::parse_document(page), "store[")
            .into_iter()
            .map(|error| (error.field, error.message))
            .collect()
    }

    fn group(class: &str, control: &str, block: &str) -> String {
        format!(
            r#"<div class="{class}"><label>x</label>{control}
               <span class="help-block">{block}</span></div>"#
        )
    }

    #[test]
    fn a_message_comes_with_its_field_in_any_language() {
        for message in [
            "This value is not valid.",
            "Cette valeur n'est pas valide.",
            "Ungültig.",
        ] {
            let page = group(
                "form-group has-error",
                r#"<input type="tel" id="store_telephone" name="store[telephone]" value="abc">"#,
                &format!(
                    r#"<ul class="list-unstyled"><li><span class="glyphicon"></span>
                       {message}</li></ul>"#
                ),
            );
            let expected = ("store[telephone]".to_owned(), message.to_owned());
            assert_eq!(read(&page), [expected]);
        }
    }

    #[test]
    fn help_is_no_error() {
        let control = r#"<input name="store[tags]">"#;
        assert_eq!(
            read(&group("form-group", control, "Separated by spaces")),
            []
        );
    }

    #[test]
    fn the_field_of_a_group_is_its_first_control() {
        let page = group(
            "form-group has-error",
            r#"<input name="store[address][streetAddress]"><input type="hidden"
               name="store[address][latitude]">"#,
            "<ul><li>Select an address</li></ul>",
        );
        assert_eq!(read(&page)[0].0, "store[address][streetAddress]");
    }

    #[test]
    fn errors_of_other_forms_on_the_page_are_not_ours() {
        let page = group(
            "form-group has-error",
            "<input name=q>",
            "<ul><li>x</li></ul>",
        );
        assert_eq!(read(&page), []);
    }
}
