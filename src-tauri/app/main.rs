//! The program: a window, or the practice co-op alone.

// A release on Windows is a window, not a console with a window.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

fn main() -> std::process::ExitCode {
    saddlebag_app::run(std::env::args_os().skip(1))
}
