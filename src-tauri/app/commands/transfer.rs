//! Taking keys to another machine, and bringing keys in from files.

use super::Reply;
use crate::shell::Shell;
use crate::{events, problem, view};
use contract::{
    DifferingField, ExportMade, ImportChoice, ImportColumn, ImportDifference, ImportField,
    ImportKind, ImportPreview, ImportReport, ImportRow, ImportSource, ImportTrouble, ImportVerdict,
};
use keys::{ConnectionId, Secret};
use operations::{PreviewRow, RowTrouble};
use std::path::PathBuf;
use tauri::{AppHandle, State};
use tauri_plugin_dialog::DialogExt as _;
use transfer::{KeyField, Verdict};

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn export_connections(
    app: AppHandle,
    shell: State<'_, Shell>,
    connections: Vec<i64>,
    with_secrets: bool,
) -> Reply<ExportMade> {
    let connections: Vec<ConnectionId> = connections.into_iter().map(ConnectionId).collect();
    let rooms = shell.rooms()?;
    let folder = &shell.exports;
    let progress = |done, total| events::transferring(&app, done, total);
    let made =
        operations::export_connections(rooms, &connections, with_secrets, folder, &progress).await;
    let made = made.map_err(problem::of)?;
    Ok(ExportMade {
        path: made.path.display().to_string(),
        passphrase: made.passphrase.expose().to_owned(),
        keys: view::number(made.keys),
        secrets: view::number(made.secrets),
        missing: view::number(made.missing),
    })
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn choose_file(app: AppHandle, kind: ImportKind) -> Reply<Option<String>> {
    let (name, endings): (_, &[&str]) = match kind {
        ImportKind::Transfer => ("age", &["age"]),
        ImportKind::Csv => ("CSV", &["csv", "tsv", "txt"]),
        ImportKind::Kdbx => ("KeePass", &["kdbx"]),
    };
    let (answer, chosen) = tokio::sync::oneshot::channel();
    app.dialog()
        .file()
        .add_filter(name, endings)
        .pick_file(move |file| {
            // The window that asked may be gone.
            let _ = answer.send(file);
        });
    let chosen = chosen.await.ok().flatten();
    let path = chosen.and_then(|file| file.into_path().ok());
    Ok(path.map(|path| path.display().to_string()))
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn read_import(
    shell: State<'_, Shell>,
    source: ImportSource,
) -> Reply<ImportPreview> {
    let kind = source.kind;
    let wanted = operations::ImportSource {
        kind: match kind {
            ImportKind::Transfer => operations::ImportKind::Transfer,
            ImportKind::Csv => operations::ImportKind::Csv,
            ImportKind::Kdbx => operations::ImportKind::Kdbx,
        },
        path: PathBuf::from(source.path),
        passphrase: source.passphrase.map(Secret::new),
        columns: source.columns.map(|columns| {
            columns
                .into_iter()
                .map(|each| each.map(read_field))
                .collect()
        }),
        connection: source.connection.map(ConnectionId),
    };
    let preview = operations::read_import(shell.rooms()?, wanted).await;
    let preview = preview.map_err(problem::of)?;
    Ok(ImportPreview {
        import: preview.import,
        kind,
        columns: preview
            .columns
            .into_iter()
            .map(|column| ImportColumn {
                heading: column.heading,
                field: column.field.map(field),
                sample: column.sample,
            })
            .collect(),
        new_connections: preview.new_connections,
        rows: preview.rows.into_iter().zip(0..).map(row).collect(),
        skipped: view::number(preview.skipped),
    })
}

fn row((row, index): (PreviewRow, u32)) -> ImportRow {
    let (verdict, trouble) = match row.judged {
        Ok(Verdict::New) => (ImportVerdict::New, None),
        Ok(Verdict::Completes) => (ImportVerdict::Completes, None),
        Ok(Verdict::Same) => (ImportVerdict::Same, None),
        Ok(Verdict::Differs) => (ImportVerdict::Differs, None),
        Err(trouble) => (ImportVerdict::Unusable, Some(self::trouble(trouble))),
    };
    ImportRow {
        index,
        subject: row.subject,
        base_url: row.base_url,
        identifier: row.identifier,
        has_secret: row.has_secret,
        verdict,
        differences: row
            .differences
            .into_iter()
            .map(|(field, ours, theirs)| ImportDifference {
                field: differing(field),
                ours,
                theirs,
            })
            .collect(),
        trouble,
    }
}

fn trouble(trouble: RowTrouble) -> ImportTrouble {
    match trouble {
        RowTrouble::NoAddress => ImportTrouble::NoAddress,
        RowTrouble::BadAddress => ImportTrouble::BadAddress,
        RowTrouble::NoIdentifier => ImportTrouble::NoIdentifier,
        RowTrouble::Repeated => ImportTrouble::Repeated,
    }
}

fn differing(field: KeyField) -> DifferingField {
    match field {
        KeyField::LocalName => DifferingField::LocalName,
        KeyField::Note => DifferingField::Note,
        KeyField::Identifier => DifferingField::Identifier,
        KeyField::Secret => DifferingField::Secret,
        KeyField::Archived => DifferingField::Archived,
    }
}

fn field(field: transfer::ImportField) -> ImportField {
    match field {
        transfer::ImportField::BaseUrl => ImportField::BaseUrl,
        transfer::ImportField::Store => ImportField::Store,
        transfer::ImportField::Name => ImportField::Name,
        transfer::ImportField::Identifier => ImportField::Identifier,
        transfer::ImportField::Secret => ImportField::Secret,
        transfer::ImportField::Note => ImportField::Note,
    }
}

fn read_field(field: ImportField) -> transfer::ImportField {
    match field {
        ImportField::BaseUrl => transfer::ImportField::BaseUrl,
        ImportField::Store => transfer::ImportField::Store,
        ImportField::Name => transfer::ImportField::Name,
        ImportField::Identifier => transfer::ImportField::Identifier,
        ImportField::Secret => transfer::ImportField::Secret,
        ImportField::Note => transfer::ImportField::Note,
    }
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn apply_import(
    app: AppHandle,
    shell: State<'_, Shell>,
    import: u32,
    choices: Vec<ImportChoice>,
) -> Reply<ImportReport> {
    let rows: Vec<(usize, bool)> = choices
        .iter()
        .map(|choice| (choice.index as usize, choice.take_theirs))
        .collect();
    let progress = |done, total| events::transferring(&app, done, total);
    let imported = operations::apply_import(shell.rooms()?, import, &rows, &progress).await;
    events::changed(&app, None);
    shell.tending.notify_one();
    let imported = imported.map_err(problem::of)?;
    Ok(ImportReport {
        added: view::number(imported.added),
        changed: view::number(imported.changed),
        kept: view::number(imported.kept),
        secrets: view::number(imported.secrets),
        held: view::number(imported.held),
    })
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn discard_import(shell: State<'_, Shell>, import: u32) -> Reply<()> {
    operations::discard_import(shell.rooms()?, import);
    Ok(())
}
