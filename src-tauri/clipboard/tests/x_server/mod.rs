//! An X server without a screen, and programs on it.
#![expect(clippy::unwrap_used, reason = "what fails here fails the test")]

use std::env;
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::PathBuf;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};

const PATIENCE: Duration = Duration::from_secs(20);

/// One private X server; ends with the value.
pub(crate) struct XServer {
    child: Child,
    display: String,
}

impl XServer {
    pub(crate) fn start() -> Self {
        let mut child = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", "64x64x24"])
            .args(["-nolisten", "tcp"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("Xvfb is needed (Debian: xvfb)");
        let mut number = String::new();
        BufReader::new(child.stdout.as_mut().unwrap())
            .read_line(&mut number)
            .unwrap();
        let number = number.trim();
        assert!(!number.is_empty(), "Xvfb did not start");
        let display = format!(":{number}");
        Self { child, display }
    }

    /// The room's example program on this display.
    pub(crate) fn holder(&self) -> Holder {
        let mut command = holder();
        command.env("DISPLAY", &self.display);
        Holder::start(command)
    }

    /// What another program pastes; `None` when there is nothing to paste.
    pub(crate) fn paste(&self) -> Option<String> {
        let output = self
            .xclip(&["-o"])
            .output()
            .expect("xclip is needed (Debian: xclip)");
        output
            .status
            .success()
            .then(|| String::from_utf8(output.stdout).unwrap())
    }

    /// The formats another program is offered.
    pub(crate) fn targets(&self) -> String {
        let output = self.xclip(&["-o", "-t", "TARGETS"]).output().unwrap();
        String::from_utf8(output.stdout).unwrap()
    }

    /// Copies in another program, which lives as long as the value.
    pub(crate) fn copy_elsewhere(&self, text: &str) -> Other {
        let mut child = self
            .xclip(&["-i", "-quiet"])
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut input = child.stdin.take().unwrap();
        input.write_all(text.as_bytes()).unwrap();
        drop(input);
        let (other, start) = (Other(child), Instant::now());
        while self.paste().as_deref() != Some(text) {
            assert!(start.elapsed() < PATIENCE, "xclip did not copy");
        }
        other
    }

    /// Stops answering without going away.
    pub(crate) fn freeze(&self) {
        self.signal("STOP");
    }

    pub(crate) fn thaw(&self) {
        self.signal("CONT");
    }

    fn signal(&self, name: &str) {
        let status = Command::new("kill")
            .args(["-s", name, &self.child.id().to_string()])
            .status()
            .unwrap();
        assert!(status.success());
    }

    fn xclip(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new("xclip");
        command
            .env("DISPLAY", &self.display)
            .args(["-selection", "clipboard"])
            .args(arguments);
        command
    }
}

impl Drop for XServer {
    fn drop(&mut self) {
        self.child.kill().ok();
        self.child.wait().ok();
    }
}

/// Another program that owns the clipboard.
pub(crate) struct Other(Child);

impl Drop for Other {
    fn drop(&mut self) {
        self.0.kill().ok();
        self.0.wait().ok();
    }
}

/// The room's example program, talking line by line.
pub(crate) struct Holder {
    child: Child,
    input: ChildStdin,
    output: BufReader<ChildStdout>,
}

impl Holder {
    fn start(mut command: Command) -> Self {
        let mut child = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("the example `clipboard_holder` is needed: run the tests of the whole package");
        let input = child.stdin.take().unwrap();
        let output = BufReader::new(child.stdout.take().unwrap());
        Self {
            child,
            input,
            output,
        }
    }

    pub(crate) fn tell(&mut self, line: &str) -> String {
        writeln!(self.input, "{line}").unwrap();
        let mut answer = String::new();
        self.output.read_line(&mut answer).unwrap();
        answer.trim_end().to_owned()
    }

    /// Waits for its end.
    pub(crate) fn end(mut self) {
        let status = self.child.wait().unwrap();
        assert!(status.success());
    }
}

impl Drop for Holder {
    fn drop(&mut self) {
        self.child.kill().ok();
        self.child.wait().ok();
    }
}

pub(crate) fn holder_without_display() -> Holder {
    Holder::start(holder())
}

fn holder() -> Command {
    let mut path: PathBuf = env::current_exe().unwrap();
    // From target/debug/deps/system-… to target/debug/examples.
    path.pop();
    path.pop();
    path.push("examples/clipboard_holder");
    let mut command = Command::new(path);
    command.env_remove("DISPLAY").env_remove("WAYLAND_DISPLAY");
    command
}
