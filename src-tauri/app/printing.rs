//! A sheet as a file: what the page's print stylesheet shows, printed by the web view itself.

use contract::Problem;
use std::path::Path;
use tauri::WebviewWindow;

/// Prints into a new file of a folder and tells its path. Where the web view cannot, the system's
/// print dialog opens, which offers the same, and the path is empty.
pub(crate) async fn save_pdf(
    window: &WebviewWindow,
    folder: &Path,
    name: &str,
) -> Result<String, Problem> {
    std::fs::create_dir_all(folder).map_err(|error| failed(&error))?;
    #[cfg(target_os = "linux")]
    {
        let path = free_name(folder, name);
        linux::print(window, &path).await?;
        Ok(path.display().to_string())
    }
    #[cfg(not(target_os = "linux"))]
    {
        let _ = name;
        window.print().map_err(|error| failed(&error))?;
        Ok(String::new())
    }
}

fn failed(error: &dyn std::fmt::Display) -> Problem {
    Problem::ExportFailed {
        what: error.to_string(),
    }
}

/// A name that is not taken yet.
#[cfg(target_os = "linux")]
fn free_name(folder: &Path, name: &str) -> std::path::PathBuf {
    let mut path = folder.join(format!("{name}.pdf"));
    let mut number = 2;
    while path.exists() {
        path = folder.join(format!("{name} ({number}).pdf"));
        number += 1;
    }
    path
}

#[cfg(target_os = "linux")]
mod linux {
    use super::failed;
    use contract::Problem;
    use std::cell::RefCell;
    use std::path::{Path, PathBuf};
    use std::rc::Rc;
    use tauri::WebviewWindow;
    use tokio::sync::oneshot;
    use webkit2gtk::{PrintOperation, PrintOperationExt as _};

    type Outcome = Result<(), String>;

    pub(super) async fn print(window: &WebviewWindow, path: &Path) -> Result<(), Problem> {
        let (answer, printed) = oneshot::channel::<Outcome>();
        let path: PathBuf = path.to_owned();
        let asked = window.with_webview(move |view| {
            let operation = PrintOperation::new(&view.inner());
            let settings = gtk::PrintSettings::new();
            // The toolkit knows its printer into files by its translated name only.
            let into_files = gtk::glib::dgettext(Some("gtk30"), "Print to File");
            settings.set_printer(into_files.as_str());
            settings.set("output-file-format", Some("pdf"));
            if let Ok(uri) = gtk::glib::filename_to_uri(&path, None) {
                settings.set("output-uri", Some(uri.as_str()));
            }
            let page = gtk::PageSetup::new();
            page.set_paper_size(&gtk::PaperSize::new(Some("iso_a4")));
            operation.set_print_settings(&settings);
            operation.set_page_setup(&page);
            let answer = Rc::new(RefCell::new(Some(answer)));
            let tell = move |outcome: Outcome| {
                if let Some(answer) = answer.borrow_mut().take() {
                    // Who asked may have gone.
                    let _ = answer.send(outcome);
                }
            };
            let tell_failed = tell.clone();
            // Failing is told before finishing, and finishing in either case.
            operation.connect_failed(move |_, error| tell_failed(Err(error.to_string())));
            // Kept until it has ended: nobody else holds it.
            let kept = Rc::new(RefCell::new(Some(operation.clone())));
            operation.connect_finished(move |_| {
                tell(Ok(()));
                kept.borrow_mut().take();
            });
            operation.print();
        });
        asked.map_err(|error| failed(&error))?;
        match printed.await {
            Ok(Ok(())) => Ok(()),
            Ok(Err(what)) => Err(failed(&what)),
            Err(_) => Err(failed(&"the window went away")),
        }
    }
}
