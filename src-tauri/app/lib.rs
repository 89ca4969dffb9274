//! The Tauri shell: windows, commands, launch options. It decides nothing and has no words.

mod arguments;
mod checking;
mod commands;
mod desktop;
mod events;
mod launch;
mod practice_alone;
mod practice_host;
mod printing;
mod problem;
mod shell;
mod signals;
mod tending;
mod toolkit;
mod view;
mod window;

use arguments::Task;
use std::ffi::OsString;
use std::process::ExitCode;

/// Runs the program with these arguments.
pub fn run(arguments: impl Iterator<Item = OsString>) -> ExitCode {
    match arguments::parse(arguments) {
        Ok(Task::Window(options)) => launch::window(options),
        Ok(Task::Practice(options)) => practice_alone::serve(&options),
        Ok(Task::Say(text)) => arguments::say(&text),
        Err(error) => arguments::complain(&error),
    }
}
