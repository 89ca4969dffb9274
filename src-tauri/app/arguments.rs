//! What the command line asks for.

use lexopt::prelude::*;
use std::ffi::OsString;
use std::io::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;

/// Names the folder that holds everything instead of the system's place for it. One switch moves
/// every path, so that tests never touch a real home.
const DATA_FOLDER_VARIABLE: &str = "SADDLEBAG_DATA_FOLDER";

const HELP: &str = "\
Saddlebag: key manager for the coordinators of bike-delivery co-ops

saddlebag [--data-folder DIR]
    opens the window
saddlebag practice [--port N] [--shop-port N] [--data-folder DIR]
    serves the practice co-op and the practice shop alone on loopback, without a display,
    until stopped; prints one line of JSON with their addresses and accounts
saddlebag --version | --help
";

/// What to do.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Task {
    /// Open the window.
    Window(WindowOptions),
    /// Serve the practice co-op and the practice shop alone.
    Practice(PracticeOptions),
    /// Say something and end.
    Say(String),
}

/// Options of the window.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct WindowOptions {
    /// Where everything is kept; `None` for the system's place.
    pub(crate) data_folder: Option<PathBuf>,
}

/// Options of the practice servers alone.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct PracticeOptions {
    /// The co-op's; 0 for any free port.
    pub(crate) port: u16,
    /// The same of the shop.
    pub(crate) shop_port: u16,
    /// Where its state is kept; `None` for memory only.
    pub(crate) data_folder: Option<PathBuf>,
}

/// Reads the arguments behind the program's name.
pub(crate) fn parse(arguments: impl Iterator<Item = OsString>) -> Result<Task, lexopt::Error> {
    let mut parser = lexopt::Parser::from_args(arguments);
    let mut practice = false;
    let mut port = None;
    let mut shop_port = None;
    let mut data_folder = None;
    while let Some(argument) = parser.next()? {
        match argument {
            Value(word) if !practice && word == "practice" => practice = true,
            Long("port") if practice => port = Some(parser.value()?.parse()?),
            Long("shop-port") if practice => shop_port = Some(parser.value()?.parse()?),
            Long("data-folder") => data_folder = Some(PathBuf::from(parser.value()?)),
            Long("version") | Short('V') => {
                return Ok(Task::Say(format!(
                    "saddlebag {}\n",
                    env!("CARGO_PKG_VERSION")
                )));
            }
            Long("help") | Short('h') => return Ok(Task::Say(HELP.to_owned())),
            other => return Err(other.unexpected()),
        }
    }
    if practice {
        return Ok(Task::Practice(PracticeOptions {
            port: port.unwrap_or(0),
            shop_port: shop_port.unwrap_or(0),
            data_folder,
        }));
    }
    let from_environment = || std::env::var_os(DATA_FOLDER_VARIABLE).map(PathBuf::from);
    Ok(Task::Window(WindowOptions {
        data_folder: data_folder.or_else(from_environment),
    }))
}

/// Prints what was asked for.
pub(crate) fn say(text: &str) -> ExitCode {
    let written = std::io::stdout().write_all(text.as_bytes());
    if written.is_ok() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

/// Says why nothing was started.
pub(crate) fn complain(error: &dyn std::fmt::Display) -> ExitCode {
    let _ = writeln!(
        std::io::stderr(),
        "saddlebag: {error}\nTry: saddlebag --help"
    );
    ExitCode::from(2)
}

#[cfg(test)]
mod tests {
    use super::{PracticeOptions, Task, parse};
    use std::ffi::OsString;

    fn task(words: &[&str]) -> Result<Task, lexopt::Error> {
        parse(words.iter().map(OsString::from))
    }

    #[test]
    fn practice_takes_a_port() {
        let expected = PracticeOptions {
            port: 8123,
            shop_port: 8124,
            data_folder: None,
        };
        assert_eq!(
            task(&["practice", "--port", "8123", "--shop-port", "8124"]).unwrap(),
            Task::Practice(expected)
        );
    }

    #[test]
    fn a_port_without_practice_is_refused() {
        assert!(task(&["--port", "8123"]).is_err());
    }

    #[test]
    fn a_port_outside_the_range_is_refused() {
        assert!(task(&["practice", "--port", "70000"]).is_err());
    }
}
