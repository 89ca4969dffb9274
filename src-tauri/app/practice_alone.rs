//! Serves the practice co-op alone, without a display, until it is stopped.

use crate::arguments::{PracticeOptions, complain};
use crate::signals::asked_to_end;
use practice::CoOp;
use std::io::Write as _;
use std::net::Ipv4Addr;
use std::process::ExitCode;
use tokio::net::TcpListener;

/// Serves in the foreground and prints one line of JSON first.
pub(crate) fn serve(options: &PracticeOptions) -> ExitCode {
    let runtime = match tokio::runtime::Runtime::new() {
        Ok(runtime) => runtime,
        Err(error) => return complain(&error),
    };
    match runtime.block_on(run(options)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => complain(&error),
    }
}

async fn run(options: &PracticeOptions) -> Result<(), Box<dyn std::error::Error>> {
    // Two programs on one folder would overwrite each other's state.
    let (co_op, _claim) = match &options.data_folder {
        Some(folder) => {
            std::fs::create_dir_all(folder)?;
            let claim = inventory::Claim::take(folder)?;
            (CoOp::open(folder)?, Some(claim))
        }
        None => (CoOp::in_memory()?, None),
    };
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, options.port)).await?;
    let base_url = format!("http://{}", listener.local_addr()?);
    let line = serde_json::json!({
        "base_url": base_url,
        "accounts": co_op.accounts()?,
        "mail": format!("{base_url}/practice/mail"),
        "faults": format!("{base_url}/practice/faults"),
    });
    let mut stdout = std::io::stdout();
    writeln!(stdout, "{line}")?;
    stdout.flush()?;
    practice::run(listener, co_op, asked_to_end()).await?;
    Ok(())
}
