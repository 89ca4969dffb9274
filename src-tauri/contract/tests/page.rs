//! The page's copy of the contract is the one generated from this room.

use std::path::Path;

#[test]
fn the_pages_contract_is_up_to_date() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../ui/src/contract.ts");
    let expected = contract::typescript();
    if std::env::var_os("WRITE_CONTRACT").is_some() {
        std::fs::write(&path, &expected).expect("ui/src is writable");
    }
    let found = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        found == expected,
        "ui/src/contract.ts is stale; `./dev contract` writes it anew"
    );
}

#[test]
fn a_problem_is_told_by_its_code() {
    let problem = contract::Problem::Dns {
        host: "lyon.example".to_owned(),
    };
    let json = serde_json::to_value(problem).unwrap();
    assert_eq!(
        json,
        serde_json::json!({"code": "dns", "host": "lyon.example"})
    );
}

#[test]
fn every_command_has_one_name() {
    let mut names = contract::COMMANDS.to_vec();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), contract::COMMANDS.len());
}
