//! The one window.

use tauri::{AppHandle, Manager as _, WebviewUrl, WebviewWindow, WebviewWindowBuilder};

/// Its label, which the capability names.
pub(crate) const LABEL: &str = "main";

/// Opens it. Its size is the last one, or one that shows all three panes.
pub(crate) fn open(app: &AppHandle) -> tauri::Result<WebviewWindow> {
    let window = WebviewWindowBuilder::new(app, LABEL, WebviewUrl::App("index.html".into()))
        .title("Saddlebag")
        .inner_size(1120.0, 720.0)
        .min_inner_size(720.0, 480.0)
        .on_navigation(is_own_page)
        .build()?;
    Ok(window)
}

/// The label of the small window, which has a capability of its own.
const SMALL: &str = "turn";

/// Opens the small window that stays above all others while values are copied in turn. It may
/// fail, as the main window has the same strip.
pub(crate) fn open_small(app: &AppHandle) {
    if app.get_webview_window(SMALL).is_some() {
        return;
    }
    let page = WebviewUrl::App("index.html?turn".into());
    let _ = WebviewWindowBuilder::new(app, SMALL, page)
        .title("Saddlebag")
        .inner_size(600.0, 104.0)
        .min_inner_size(320.0, 56.0)
        .always_on_top(true)
        .on_navigation(is_own_page)
        .build();
}

/// Closes the small window, if it is open.
pub(crate) fn close_small(app: &AppHandle) {
    if let Some(window) = app.get_webview_window(SMALL) {
        let _ = window.close();
    }
}

/// No remote page ever: only the built-in one is opened in this window.
fn is_own_page(url: &tauri::Url) -> bool {
    url.scheme() == "tauri" || url.host_str() == Some("tauri.localhost")
}

/// Keeps size and place of the main window; a window is never opened hidden.
pub(crate) fn remember_size<R: tauri::Runtime>() -> tauri::plugin::TauriPlugin<R> {
    use tauri_plugin_window_state::{Builder, StateFlags};
    Builder::default()
        .with_state_flags(StateFlags::SIZE | StateFlags::POSITION | StateFlags::MAXIMIZED)
        .with_denylist(&[SMALL])
        .build()
}

/// Brings it forward when the program is started a second time.
pub(crate) fn bring_forward(app: &AppHandle) {
    if let Some(window) = app.get_webview_window(LABEL) {
        let _ = window.unminimize();
        let _ = window.show();
        let _ = window.set_focus();
    }
}

#[cfg(test)]
mod tests {
    use super::is_own_page;

    #[test]
    fn only_the_built_in_page_is_opened() {
        for (address, own) in [
            ("tauri://localhost/index.html", true),
            ("http://tauri.localhost/", true),
            ("https://lyon.example/", false),
            ("http://127.0.0.1:8000/", false),
            ("data:text/html,x", false),
        ] {
            assert_eq!(is_own_page(&address.parse().unwrap()), own, "{address}");
        }
    }
}
