//! A rule about the bus library under the keychain, checked on what the whole program builds.
#![cfg(target_os = "linux")]

use std::process::Command;

/// With that feature, a keychain call inside an async runtime panics, and any package can switch
/// it on for all.
#[test]
fn bus_library_is_built_without_tokio() {
    let output = Command::new(env!("CARGO"))
        .args(["tree", "--offline", "--workspace", "--invert", "zbus"])
        .args(["--edges", "normal,features", "--prefix", "none"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    let tree = String::from_utf8(output.stdout).unwrap();
    assert!(tree.contains("zbus feature \"async-io\""), "{tree}");
    assert!(!tree.contains("zbus feature \"tokio\""), "{tree}");
}
