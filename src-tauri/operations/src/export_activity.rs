//! Export of the history, as a table that any spreadsheet opens. It holds no secret, as the
//! history holds none.

use crate::{Context, Error};
use inventory::ActivityFilter;
use keys::{Act, ConnectionId, HistoryEntry, Moment};
use std::fs::OpenOptions;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// How many lines are read at a time.
const WINDOW: usize = 2_000;

/// The words of the table, in the person's language.
#[derive(Clone, Debug)]
pub struct ActivityWords {
    /// Time, who, act, connection, subject.
    pub headings: Vec<String>,
    /// What each act is called.
    pub acts: Vec<(Act, String)>,
}

/// Writes the lines that match, newest first, into a new file of a folder, and tells its name.
/// Times are UTC, as RFC 3339.
pub fn export_activity(
    context: &Context,
    filter: &ActivityFilter,
    words: &ActivityWords,
    folder: &Path,
) -> Result<PathBuf, Error> {
    let connections = context.inventory.connections()?;
    let name_of = |id: ConnectionId| {
        let found = connections.iter().find(|connection| connection.id == id);
        found.map_or("", |connection| connection.name.as_str())
    };
    std::fs::create_dir_all(folder).map_err(Error::Export)?;
    let (path, file) = new_file(folder, context.now()).map_err(Error::Export)?;
    let mut table = csv::Writer::from_writer(file);
    let failed = |error: csv::Error| Error::Export(io::Error::other(error));
    table.write_record(&words.headings).map_err(failed)?;
    let mut before = None;
    loop {
        let lines = context.inventory.activity(WINDOW, before, filter)?;
        let Some(last) = lines.last() else { break };
        before = Some(last.at);
        for line in &lines {
            let act = words.acts.iter().find(|(act, _)| *act == line.act);
            let act = act.map_or("", |(_, word)| word.as_str());
            table
                .write_record(cells(line, act, name_of(line.connection)))
                .map_err(failed)?;
        }
    }
    let mut file = table
        .into_inner()
        .map_err(|error| Error::Export(error.into_error()))?;
    file.flush().map_err(Error::Export)?;
    Ok(path)
}

fn cells(line: &HistoryEntry, act: &str, connection: &str) -> [String; 5] {
    [
        time(line.at),
        harmless(&line.who),
        act.to_owned(),
        harmless(connection),
        harmless(&line.subject),
    ]
}

fn time(at: Moment) -> String {
    jiff::Timestamp::from_millisecond(at.0).map_or_else(|_| at.0.to_string(), |at| at.to_string())
}

/// A spreadsheet takes a cell that begins like a formula for one; a name must never run.
fn harmless(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

/// A file nobody else can read, under a name not taken yet.
fn new_file(folder: &Path, now: Moment) -> io::Result<(PathBuf, std::fs::File)> {
    let day = time(now).chars().take(10).collect::<String>();
    for number in 1.. {
        let name = match number {
            1 => format!("saddlebag-activity-{day}.csv"),
            number => format!("saddlebag-activity-{day}-{number}.csv"),
        };
        let path = folder.join(name);
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        match options.open(&path) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            opened => return opened.map(|file| (path, file)),
        }
    }
    Err(io::ErrorKind::AlreadyExists.into())
}
