//! Forms read and filled as a browser would.

use super::{FillError, Form, Kind};
use crate::page::{Html, pattern};
use proptest::prelude::*;

fn form(inside: &str) -> Form {
    let page = Html::parse_document(&format!("<form action=/go>{inside}</form>"));
    Form::within(page.select(&pattern("form")).next().unwrap())
}

fn sent(form: &Form) -> String {
    let fields: Vec<_> = form
        .fields()
        .map(|(name, value)| format!("{name}={value}"))
        .collect();
    fields.join("&")
}

#[test]
fn only_successful_controls_are_sent() {
    let form = form(
        "<input name=a value=1><input name=b disabled value=2><input value=3>
           <input type=checkbox name=c checked><input type=checkbox name=d value=x>
           <input type=radio name=e value=1><input type=radio name=e value=2 checked>
           <input type=submit name=f value=Go><button name=g value=1>G</button>
           <input type=file name=h><textarea name=i>
line</textarea><input type=hidden name=j value=t>
           <fieldset disabled><legend><input name=k value=in></legend><input name=l></fieldset>
           <template><input name=m value=no></template>",
    );
    assert_eq!(sent(&form), "a=1&c=on&e=2&i=line&j=t&k=in");
}

#[test]
fn a_select_sends_what_a_browser_shows() {
    let form = form(
        "<select name=a><option disabled value=0>Zero<option value=1>One<option value=2>Two</select>
         <select name=b><option value=''>None<option value=1 selected>One</select>
         <select name=c><option>Text of it</select><select name=d></select>
         <select name=e multiple><option value=1>1<option value=2 selected>2<option value=3 selected>3</select>",
    );
    assert_eq!(sent(&form), "a=1&b=1&c=Text of it&e=2&e=3");
}

#[test]
fn filling_changes_known_controls_only() {
    let mut form = form(
        "<input name=a value=old><select name=s><option value=1>1<option value=2>2</select>
         <input type=checkbox name=x[] value=p><input type=checkbox name=x[] value=q>
         <input type=radio name=r value=1 checked><input type=radio name=r value=2>",
    );
    form.set("a", "new").unwrap();
    form.set("s", "2").unwrap();
    form.tick("x[]", "q", true).unwrap();
    form.set("r", "2").unwrap();
    assert_eq!(sent(&form), "a=new&s=2&x[]=q&r=2");
    assert_eq!(
        form.set("z", "1"),
        Err(FillError::NoSuchControl("z".into()))
    );
    assert_eq!(form.set("s", "3"), Err(FillError::NoSuchChoice("s".into())));
    assert_eq!(
        form.tick("x[]", "r", true),
        Err(FillError::NoSuchChoice("x[]".into()))
    );
}

#[test]
fn a_form_opened_inside_another_is_read_whole() {
    let page = Html::parse_document(
        r#"<form name=store method=post><div><form name=store method=post>
           <input name="store[name]" value=A></form>
           <input name="store[_token]" type=hidden value=t></div></form>
           <form action=/search><input name=q></form>"#,
    );
    assert_eq!(
        sent(&Form::with_prefix(&page, "store[")),
        "store[name]=A&store[_token]=t"
    );
}

#[test]
fn what_is_displayed_comes_along() {
    let form = form(
        "<label for=n>Numéro de  <b>téléphone</b></label>
         <input type=tel id=n name=tel required maxlength=20 data-region=fr>
         <label>Sur place <input type=checkbox name=c value=1></label>",
    );
    let tel = form.control("tel").unwrap();
    assert_eq!(tel.kind, Kind::Text("tel".into()));
    assert_eq!(tel.label.as_deref(), Some("Numéro de téléphone"));
    assert_eq!((tel.required, tel.max_length), (true, Some(20)));
    assert_eq!(tel.data["region"], "fr");
    assert_eq!(
        form.control("c").unwrap().label.as_deref(),
        Some("Sur place")
    );
}

#[test]
fn debug_output_hides_values() {
    let form = form("<input type=password name=p value=marker-4711>");
    assert!(!format!("{form:?}").contains("marker"));
}

proptest! {
    #[test]
    fn any_text_can_be_read_as_a_form(text in "\\PC{0,400}") {
        let page = Html::parse_document(&text);
        let _ = Form::with_prefix(&page, "store[").fields().count();
    }

    #[test]
    fn any_soup_of_tags_can_be_read_as_a_form(
        tags in proptest::collection::vec(
            prop_oneof![
                Just("<form>"), Just("</form>"), Just("<select name=\"store[a]\">"),
                Just("<option selected value=1>"), Just("</select>"), Just("<table><tr><td>"),
                Just("<input name=\"store[b]\" type=radio checked>"), Just("<fieldset disabled>"),
                Just("<legend>"), Just("<template>"), Just("<textarea name=\"store[c]\">"),
                Just("<label for=x>"), Just("<svg>"), Just("<button name=\"store[d]\">"),
                Just("<optgroup disabled>"), Just("</div>"), Just("&amp;<"),
            ],
            0..60,
        )
    ) {
        let page = Html::parse_document(&tags.concat());
        let form = Form::with_prefix(&page, "store[");
        prop_assert!(form.fields().all(|(name, _)| name.starts_with("store[")));
    }
}
