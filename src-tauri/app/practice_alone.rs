//! Serves the practice co-op and the practice shop alone, without a display, until they are stopped.

use crate::arguments::{PracticeOptions, complain};
use crate::signals::asked_to_end;
use practice::{CoOp, Scheme, Shop};
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
    let (co_op, shop, _claim) = match &options.data_folder {
        Some(folder) => {
            std::fs::create_dir_all(folder)?;
            let claim = inventory::Claim::take(folder)?;
            (CoOp::open(folder)?, Shop::open(folder)?, Some(claim))
        }
        None => (CoOp::in_memory()?, Shop::in_memory()?, None),
    };
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, options.port)).await?;
    let base_url = format!("http://{}", listener.local_addr()?);
    let shop_listener = TcpListener::bind((Ipv4Addr::LOCALHOST, options.shop_port)).await?;
    let shop_url = format!("https://{}{}", shop_listener.local_addr()?, shop.folder());
    let shop_accounts: Vec<_> = shop
        .users()?
        .into_iter()
        .map(|user| serde_json::json!({ "name": user.login, "password": user.password }))
        .collect();
    let line = serde_json::json!({
        "base_url": base_url,
        "accounts": co_op.accounts()?,
        "mail": format!("{base_url}/practice/mail"),
        "faults": format!("{base_url}/practice/faults"),
        "shop_url": shop_url,
        "shop_accounts": shop_accounts,
    });
    let mut stdout = std::io::stdout();
    writeln!(stdout, "{line}")?;
    stdout.flush()?;
    let co_op = practice::run(listener, co_op, asked_to_end());
    let shop = practice::run_shop(shop_listener, shop, Scheme::Https, asked_to_end());
    tokio::try_join!(co_op, shop)?;
    Ok(())
}
