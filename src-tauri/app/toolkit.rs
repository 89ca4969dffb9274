//! The window toolkit's own clipboard, for desktops where no other way works.

#[cfg(target_os = "linux")]
use clipboard::Cause;
use clipboard::Toolkit;
use tauri::AppHandle;

/// GTK's clipboard, which works under GNOME on Wayland where background clipboards cannot.
#[cfg(target_os = "linux")]
#[expect(clippy::unnecessary_wraps, reason = "other systems have none to lend")]
pub(crate) fn clipboard(app: &AppHandle) -> Option<Toolkit> {
    use keys::Secret;
    use std::sync::mpsc;
    use std::time::Duration;

    /// How long the window's thread may take.
    const DEADLINE: Duration = Duration::from_secs(3);
    /// Asks clipboard managers not to keep the text.
    const HINT: &str = "x-kde-passwordManagerHint";

    fn of_display() -> gtk::Clipboard {
        gtk::Clipboard::get(&gtk::gdk::SELECTION_CLIPBOARD)
    }

    fn put(text: Secret) -> bool {
        let plain = gtk::TargetFlags::empty();
        let targets = [
            gtk::TargetEntry::new("UTF8_STRING", plain, 0),
            gtk::TargetEntry::new("text/plain;charset=utf-8", plain, 0),
            gtk::TargetEntry::new(HINT, plain, 1),
        ];
        of_display().set_with_data(&targets, move |_, selection, kind| {
            if kind == 1 {
                selection.set(&gtk::gdk::Atom::intern(HINT), 8, b"secret");
            } else {
                selection.set_text(text.expose());
            }
        })
    }

    // GTK may be called on the window's thread only.
    fn on_window_thread<T: Send + 'static>(
        app: &AppHandle,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Option<T> {
        let (send, receive) = mpsc::channel();
        app.run_on_main_thread(move || drop(send.send(work())))
            .ok()?;
        receive.recv_timeout(DEADLINE).ok()
    }

    fn late() -> Cause {
        Cause::new("the window did not answer in time")
    }

    let (setter, reader, clearer) = (app.clone(), app.clone(), app.clone());
    Some(Toolkit {
        set: Box::new(move |text: &Secret| {
            let text = text.clone();
            on_window_thread(&setter, move || put(text)).ok_or_else(late)
        }),
        read: Box::new(move || {
            let text = on_window_thread(&reader, || of_display().wait_for_text());
            let text = text.ok_or_else(late)?;
            Ok(text.map(|text| Secret::new(text.to_string())))
        }),
        clear: Box::new(move || {
            on_window_thread(&clearer, || of_display().set_text("")).ok_or_else(late)
        }),
    })
}

/// Elsewhere the system's clipboard always works.
#[cfg(not(target_os = "linux"))]
pub(crate) fn clipboard(_app: &AppHandle) -> Option<Toolkit> {
    None
}
