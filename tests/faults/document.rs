//! The table as a document.

use super::action::Action;
use super::row::Row;
use std::fmt::Write;

const INTRODUCTION: &str = "\
# When something goes wrong

What happens when a fault strikes in the middle of something a person does. For each act and each
fault: what the window says, what is on the server, in the inventory and in the keychain right
afterwards, and what holds after Saddlebag has looked again.

Each row was played: the program's own operations against a practice co-op or a practice shop, with
the fault switched on at the request the act is about. Afterwards everything works again, an hour
goes by, whoever was signed out signs in again, and Saddlebag tends to what is open and refreshes.
In every row then:

- nothing was made more than once;
- every key of the server is recorded, and its Secret is in the keychain; a consumer key whose secret
  was lost with the reply is recorded as that, to be revoked and made again;
- what was told as done was done, and a draft is either sent or still a draft;
- nothing is left open, except a question that only the person can answer.

`./dev test` plays all rows and compares them with this file. After a change that is meant,
`WRITE_DOCS=1 cargo test -p saddlebag-tests --test faults` writes it anew.
";

/// The document.
pub(crate) fn write(rows: &[Row]) -> String {
    let mut text = INTRODUCTION.to_owned();
    for action in Action::ALL {
        let (heading, scene) = action.words();
        let _ = write!(
            text,
            "\n## {heading}\n\n{scene}\n\n\
             | What goes wrong | What the person sees | On the server | In the inventory \
             | In the keychain | After the next look |\n\
             |---|---|---|---|---|---|\n"
        );
        // Faults that come out alike share a line.
        let mut lines: Vec<(String, String)> = Vec::new();
        for row in rows.iter().filter(|row| row.action == action) {
            let [server, inventory, keychain] = &row.then;
            let came_out = format!(
                "{} | {server} | {inventory} | {keychain} | {}",
                row.seen, row.later
            );
            match lines.iter_mut().find(|(_, known)| *known == came_out) {
                Some((faults, _)) => {
                    faults.push_str("<br>");
                    faults.push_str(row.fault.words());
                }
                None => lines.push((row.fault.words().to_owned(), came_out)),
            }
        }
        for (faults, came_out) in lines {
            let _ = writeln!(text, "| {faults} | {came_out} |");
        }
    }
    text
}
