//! Why a key does not work where it was entered: what is asked, and what the values tell
//! (contract 6.5, 6.6).

use super::desk::Desk;
use super::stage::Stage;
use keys::{Cause, ConnectionId, EnteredField, Fix, KeyId, PluginMessage, Secret, StepOutcome};
use operations::{Diagnosed, EnteredValues};
use practice::{Act as Elsewhere, HistoryEntry};

/// What somebody typed into the three fields.
#[derive(Clone)]
pub(crate) struct Typed {
    pub(crate) base: String,
    pub(crate) identifier: String,
    pub(crate) secret: String,
}

impl Typed {
    /// The right values of a key.
    pub(crate) async fn of(stage: &Stage, desk: &Desk, on: ConnectionId, number: i64) -> Self {
        let key = desk.key(on, number);
        let identifier = key.identifier.map(|identifier| identifier.to_string());
        Self {
            base: stage.url.as_str().to_owned(),
            identifier: identifier.unwrap_or_default(),
            secret: desk.secret(stage, number).await.unwrap(),
        }
    }

    pub(crate) fn with(&self, change: impl FnOnce(&mut Self)) -> Self {
        let mut typed = self.clone();
        change(&mut typed);
        typed
    }
}

pub(crate) async fn diagnose(desk: &Desk, typed: &Typed) -> Diagnosed {
    let entered = EnteredValues {
        base_url: typed.base.clone(),
        identifier: typed.identifier.clone(),
        secret: Secret::new(typed.secret.clone()),
    };
    operations::diagnose_values(&desk.context, entered)
        .await
        .unwrap()
}

/// The causes alone, and the key.
pub(crate) async fn causes(desk: &Desk, typed: &Typed) -> (Vec<Cause>, Option<KeyId>) {
    let found = diagnose(desk, typed).await;
    let causes = found.diagnosis.causes.into_iter();
    (causes.map(|(cause, _)| cause).collect(), found.key)
}

/// Method, path, scheme of the authorization, and the fields of the form.
type Asked<'a> = (&'a str, &'a str, Option<&'a str>, Vec<(&'a str, &'a str)>);

fn asked(entry: &HistoryEntry) -> Asked<'_> {
    let fields = entry.fields.iter();
    let fields = fields.map(|field| {
        let value = field.value.as_deref().unwrap_or("hidden");
        (field.name.as_str(), value)
    });
    (
        &entry.method,
        &entry.path,
        entry.authorization.as_deref(),
        fields.collect(),
    )
}

/// Every request since that many, oldest first.
fn since(stage: &Stage, before: usize) -> Vec<HistoryEntry> {
    let mut history = stage.co_op.history();
    history.reverse();
    history.split_off(before)
}

const GRANT: (&str, &str) = ("grant_type", "client_credentials");
const FORM: Option<&str> = Some("application/x-www-form-urlencoded");

#[tokio::test]
async fn a_check_asks_exactly_what_the_contract_says() {
    let stage = Stage::start_small().await;
    let (desk, id) = Desk::connected(&stage).await;
    let before = stage.requests().len();
    let key = desk.key(id, 1).id;
    operations::check_key(&desk.context, key).await.unwrap();
    let history = since(&stage, before);
    let found: Vec<_> = history.iter().map(asked).collect();
    let expected: [Asked<'_>; 4] = [
        ("GET", "/api", None, vec![]),
        ("POST", "/oauth2/token", Some("Basic"), vec![GRANT]),
        ("GET", "/api/me", Some("Bearer"), vec![]),
        ("GET", "/api/stores/1", Some("Bearer"), vec![]),
    ];
    assert_eq!(found, expected);
    assert_eq!(history[1].content_type.as_deref(), FORM);
}

#[tokio::test]
async fn a_diagnosis_begins_with_what_the_plugin_sends() {
    let stage = Stage::start().await;
    let (desk, id) = Desk::connected(&stage).await;
    let before = stage.requests().len();
    let key = desk.key(id, 1).id;
    let found = operations::diagnose_key(&desk.context, key).await.unwrap();
    let history = since(&stage, before);
    let found_asked: Vec<_> = history.iter().map(asked).collect();
    let scoped = || vec![GRANT, ("scope", "deliveries")];
    let plugin: [Asked<'_>; 4] = [
        ("GET", "/api", None, vec![]),
        ("POST", "/oauth2/token", Some("Basic"), scoped()),
        ("POST", "/oauth2/token", Some("Basic"), scoped()),
        ("GET", "/api/me", Some("Bearer"), vec![]),
    ];
    assert_eq!(found_asked[..4], plugin);
    let json = Some("application/json");
    assert_eq!(history[0].content_type.as_deref(), json);
    for token in &history[1..3] {
        assert_eq!(token.content_type.as_deref(), FORM);
    }
    // Our own further looks: what the pair has, and what the plugin reads at checkout.
    let further: [Asked<'_>; 3] = [
        ("POST", "/oauth2/token", Some("Basic"), vec![GRANT]),
        ("GET", "/api/stores/1", Some("Bearer"), vec![]),
        ("GET", "/api/time_slots/1", Some("Bearer"), vec![]),
    ];
    assert_eq!(found_asked[4..], further);
    assert_eq!(found.diagnosis.causes, [(Cause::NothingWrong, None)]);
    let passed = |(_, outcome): &(_, StepOutcome)| *outcome == StepOutcome::Passed;
    assert!(found.diagnosis.steps.iter().all(passed), "{found:?}");
    let name = "Boutique en ligne".to_owned();
    assert_eq!(found.diagnosis.plugin, Some(PluginMessage::Connected(name)));
}

#[tokio::test]
async fn mishaps_of_copying_are_told_and_mended_by_copying_again() {
    let stage = Stage::start_small().await;
    let (desk, id) = Desk::connected(&stage).await;
    let right = Typed::of(&stage, &desk, id, 1).await;
    let key = Some(desk.key(id, 1).id);
    let length = |field, found, expected| Cause::WrongLength {
        field,
        found,
        expected,
    };
    for (typed, cause) in [
        (
            right.with(|typed| typed.secret.insert(64, '\n')),
            Cause::WhiteSpace(EnteredField::Secret),
        ),
        (
            right.with(|typed| typed.identifier.push(' ')),
            Cause::WhiteSpace(EnteredField::Identifier),
        ),
        (
            right.with(|typed| typed.base.push('\u{a0}')),
            Cause::WhiteSpace(EnteredField::BaseUrl),
        ),
        (
            right.with(|typed| std::mem::swap(&mut typed.identifier, &mut typed.secret)),
            Cause::HalvesSwapped,
        ),
        (
            right.with(|typed| typed.secret.truncate(100)),
            length(EnteredField::Secret, 100, 128),
        ),
        (
            right.with(|typed| typed.identifier.truncate(31)),
            length(EnteredField::Identifier, 31, 32),
        ),
        (
            right.with(|typed| typed.secret.clear()),
            Cause::Empty(EnteredField::Secret),
        ),
        (
            right.with(|typed| typed.base.push('/')),
            Cause::BaseUrlSlash,
        ),
        (
            right.with(|typed| typed.base.push_str("/admin/api/apps")),
            Cause::BaseUrlPath,
        ),
        (
            right.with(|typed| typed.base = typed.base.replace("http://", "")),
            Cause::BaseUrlNoAddress,
        ),
    ] {
        let found = diagnose(&desk, &typed).await;
        let expected = [(cause.clone(), Some(Fix::CopyInTurn))];
        assert_eq!(found.diagnosis.causes, expected);
        assert_eq!(found.key, key, "{cause:?}");
        let base = found.diagnosis.right_base_url;
        let is_tidy = typed.base == right.base;
        assert_eq!(base.is_none(), is_tidy, "{cause:?}");
        assert!(base.is_none_or(|base| base == right.base), "{cause:?}");
    }
}

#[tokio::test]
async fn a_stranger_is_sent_nothing() {
    let stage = Stage::start_small().await;
    let (desk, id) = Desk::connected(&stage).await;
    let right = Typed::of(&stage, &desk, id, 1).await;
    let before = stage.requests().len();
    // Were it asked, the diagnosis would tell that the name does not exist.
    let base = "https://no-such-coop.invalid".to_owned();
    let typed = right.with(|typed| typed.base.clone_from(&base));
    let (found, key) = causes(&desk, &typed).await;
    let belongs_to = right.base.clone();
    let expected = [Cause::OtherInstance { belongs_to }, Cause::UnknownAddress];
    assert_eq!(found, expected);
    assert_eq!(key, Some(desk.key(id, 1).id));
    let typed = typed.with(|typed| typed.identifier = "0".repeat(32));
    let typed = typed.with(|typed| typed.secret = "0".repeat(128));
    let (found, key) = causes(&desk, &typed).await;
    assert_eq!((found, key), (vec![Cause::UnknownAddress], None));
    assert_eq!(stage.requests().len(), before);
}

#[tokio::test]
async fn a_key_of_another_instance_is_shown_to_its_own_server_only() {
    let (here, elsewhere) = (Stage::start_small().await, Stage::start_small().await);
    let (desk, _) = Desk::connected(&here).await;
    let other = desk.connect(&elsewhere, "admin").await;
    desk.refresh(other).await.unwrap();
    let right = Typed::of(&elsewhere, &desk, other, 1).await;
    let before = here.requests().len();
    let typed = right.with(|typed| typed.base = here.url.as_str().to_owned());
    let found = diagnose(&desk, &typed).await;
    let belongs_to = right.base.clone();
    let cause = Cause::OtherInstance { belongs_to };
    assert_eq!(found.diagnosis.causes, [(cause, Some(Fix::CopyInTurn))]);
    assert_eq!(found.key, Some(desk.key(other, 1).id));
    assert_eq!(found.diagnosis.right_base_url, Some(right.base));
    assert_eq!(here.requests().len(), before);
}

#[tokio::test]
async fn this_machine_may_be_asked_though_it_is_no_connection() {
    let (stage, desk_stage) = (Stage::start_small().await, Stage::start_small().await);
    let (desk, id) = Desk::connected(&desk_stage).await;
    let (others, other) = Desk::connected(&stage).await;
    let right = Typed::of(&stage, &others, other, 1).await;
    let (found, key) = causes(&desk, &right).await;
    assert_eq!((found, key), (vec![Cause::NothingWrong], None));
    let wrong = right.with(|typed| typed.secret = "0".repeat(128));
    let (found, _) = causes(&desk, &wrong).await;
    assert_eq!(found, [Cause::Refused]);
    desk.key(id, 1);
}

#[tokio::test]
async fn an_ak_value_is_no_pair() {
    let stage = Stage::start().await;
    let (desk, id) = Desk::connected(&stage).await;
    let typed = Typed::of(&stage, &desk, id, 9).await;
    let found = diagnose(&desk, &typed).await;
    assert_eq!(found.diagnosis.causes, [(Cause::ApiKeyInstead, None)]);
    assert_eq!(found.key, Some(desk.key(id, 9).id));
    let message = PluginMessage::CredentialsNotValid;
    assert_eq!(found.diagnosis.plugin, Some(message));
    let key = desk.key(id, 9).id;
    let found = operations::diagnose_key(&desk.context, key).await.unwrap();
    assert_eq!(found.diagnosis.causes, [(Cause::NothingWrong, None)]);
    stage
        .co_op
        .act(&Elsewhere::SaveEditPage { app: Some(9) })
        .unwrap();
    let found = operations::diagnose_key(&desk.context, key).await.unwrap();
    let expected = [(Cause::Replaced, Some(Fix::Refresh))];
    assert_eq!(found.diagnosis.causes, expected);
}
