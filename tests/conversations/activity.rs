//! The history as a table: its words, its quoting, harmless in a spreadsheet, without secrets.

use super::desk::{Desk, WHO};
use super::stage::Stage;
use inventory::ActivityFilter;
use keys::{Act, ConnectionId};
use operations::{ActivityWords, Field};
use practice::Act as Elsewhere;
use std::path::{Path, PathBuf};

fn words() -> ActivityWords {
    ActivityWords {
        headings: ["When", "Who", "What", "Where", "About"]
            .map(str::to_owned)
            .into(),
        acts: vec![
            (Act::Created, "Made".to_owned()),
            (Act::SeenOnServer, "Seen, not made here".to_owned()),
            (Act::CopiedSecret, "Secret copied".to_owned()),
            (Act::LocalNameChanged, "Named".to_owned()),
        ],
    }
}

fn export(desk: &Desk, filter: &ActivityFilter, folder: &Path) -> PathBuf {
    operations::export_activity(&desk.context, filter, &words(), folder).unwrap()
}

fn lines(path: &Path) -> Vec<String> {
    let text = std::fs::read_to_string(path).unwrap();
    text.lines().map(str::to_owned).collect()
}

async fn busy_desk(stage: &Stage) -> (Desk, ConnectionId) {
    let (desk, id) = Desk::connected(stage).await;
    desk.create(id, "Boutique, \"du port\"").await.unwrap();
    let key = desk.key(id, 4).id;
    for field in [Field::Secret, Field::Identifier, Field::BaseUrl] {
        operations::copy_field(&desk.context, key, field)
            .await
            .unwrap();
    }
    operations::reveal_secret(&desk.context, key).await.unwrap();
    (desk, id)
}

#[tokio::test]
async fn each_line_says_when_who_what_where_and_about_what() {
    let stage = Stage::start_small().await;
    let (desk, id) = busy_desk(&stage).await;
    let folder = tempfile::tempdir().unwrap();
    let path = export(&desk, &ActivityFilter::default(), folder.path());
    let lines = lines(&path);
    assert_eq!(lines[0], "When,Who,What,Where,About");
    let name = desk.context.inventory.connection(id).unwrap().unwrap().name;
    let made = lines.iter().find(|line| line.contains(",Made,")).unwrap();
    let store = desk.key(id, 4).store_name;
    let about = format!("\"{store} — Boutique, \"\"du port\"\"\"");
    assert!(
        made.ends_with(&format!(",{WHO},Made,{name},{about}")),
        "{made}"
    );
    assert!(made.starts_with("1970-01-01T00:16:4"), "{made}");
    let seen = lines.iter().find(|line| line.contains("\"Seen, not"));
    assert!(seen.unwrap().contains(",,\"Seen, not made here\","));
    let newest = lines[1].as_str();
    assert!(newest > made.as_str(), "newest first");
    // 51 Stores and keys were seen or made, and four things done with one.
    assert_eq!(lines.len(), 1 + 47 + 3 + 1 + 4);
}

#[tokio::test]
async fn no_secret_is_in_it() {
    let stage = Stage::start_small().await;
    let (desk, _) = busy_desk(&stage).await;
    let folder = tempfile::tempdir().unwrap();
    let path = export(&desk, &ActivityFilter::default(), folder.path());
    let text = std::fs::read_to_string(path).unwrap();
    for app in stage.co_op.apps().unwrap() {
        assert!(!text.contains(&app.secret), "{}", app.name);
    }
}

#[tokio::test]
async fn a_name_that_a_spreadsheet_would_run_is_harmless() {
    let stage = Stage::start_small().await;
    let (desk, id) = Desk::connected(&stage).await;
    let without_store = |name: &str| Elsewhere::CreateAppWith {
        name: name.to_owned(),
        store: None,
        scopes: vec!["orders:all".to_owned()],
        api_key: false,
    };
    let names = ["=HYPERLINK(1)", "+1", "-1", "@SUM(1)"];
    for name in names {
        stage.co_op.act(&without_store(name)).unwrap();
    }
    desk.refresh(id).await.unwrap();
    let folder = tempfile::tempdir().unwrap();
    let path = export(&desk, &ActivityFilter::default(), folder.path());
    let text = lines(&path).join("\n");
    for name in names {
        assert!(text.contains(&format!(",'{name}")), "{name}");
        assert!(!text.contains(&format!(",{name}")), "{name}");
    }
}

#[tokio::test]
async fn only_what_the_filter_keeps_is_in_it() {
    let stage = Stage::start_small().await;
    let (desk, _) = busy_desk(&stage).await;
    let filter = ActivityFilter {
        acts: vec![Act::CopiedSecret],
        ..ActivityFilter::default()
    };
    let folder = tempfile::tempdir().unwrap();
    let lines = lines(&export(&desk, &filter, folder.path()));
    assert_eq!(lines.len(), 2, "{lines:?}");
    assert!(lines[1].contains(",Secret copied,"));
}

#[tokio::test]
async fn a_second_export_gets_another_name_and_the_first_stays() {
    let stage = Stage::start_small().await;
    let (desk, _) = Desk::connected(&stage).await;
    let folder = tempfile::tempdir().unwrap();
    let into = folder.path().join("not there yet");
    let first = export(&desk, &ActivityFilter::default(), &into);
    let before = std::fs::read(&first).unwrap();
    let second = export(&desk, &ActivityFilter::default(), &into);
    assert_ne!(first, second);
    assert_eq!(std::fs::read(&first).unwrap(), before);
    let name = first.file_name().unwrap().to_str().unwrap();
    assert_eq!(name, "saddlebag-activity-1970-01-01.csv");
}

#[tokio::test]
async fn a_folder_that_cannot_be_written_is_told() {
    let stage = Stage::start_small().await;
    let (desk, _) = Desk::connected(&stage).await;
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a file");
    std::fs::write(&file, "").unwrap();
    let filter = ActivityFilter::default();
    let result = operations::export_activity(&desk.context, &filter, &words(), &file);
    assert!(
        matches!(result, Err(operations::Error::Export(_))),
        "{result:?}"
    );
}
