//! Connecting, signing in and out, refreshing.

use super::Reply;
use crate::shell::Shell;
use crate::{events, problem, view};
use contract::{Problem, Progress, RecognisedServer, RefreshReport, SignInStep};
use keys::{ConnectionColour, ConnectionId, ConnectionKind, Secret, ServerUrl};
use operations::SignIn;
use std::sync::Arc;
use tauri::{AppHandle, State};

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn recognise_server(
    shell: State<'_, Shell>,
    address: String,
) -> Reply<RecognisedServer> {
    let rooms = shell.rooms()?;
    let found = operations::recognise_server(rooms, &address)
        .await
        .map_err(problem::of)?;
    let connections = rooms.inventory.connections();
    let connections = connections.map_err(problem::inventory)?;
    let known = connections
        .iter()
        .find(|connection| connection.url == found.url);
    Ok(RecognisedServer {
        base_url: found.url.as_str().to_owned(),
        host: found.url.host().to_owned(),
        name: found.name,
        country: found.country,
        locale: found.locale,
        practice: shell.practice.is_at(&found.url),
        connection: known.map(|connection| connection.id.0),
    })
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn sign_in(
    app: AppHandle,
    shell: State<'_, Shell>,
    base_url: String,
    username: String,
    password: String,
) -> Reply<SignInStep> {
    let password = Secret::new(password);
    let url = parse(&base_url)?;
    let rooms = shell.rooms()?;
    let is_site = operations::is_site(rooms, &url).map_err(problem::of)?;
    let kind = if shell.practice.is_at(&url) {
        ConnectionKind::Practice
    } else if shell.practice.is_shop_at(&url) {
        ConnectionKind::PracticeShop
    } else if is_site {
        ConnectionKind::WooCommerce
    } else {
        ConnectionKind::CoopCycle
    };
    let step = operations::sign_in(rooms, kind, &url, &username, &password).await;
    Ok(told(&app, step.map_err(problem::of)?))
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn submit_code(
    app: AppHandle,
    shell: State<'_, Shell>,
    base_url: String,
    code: String,
) -> Reply<SignInStep> {
    let step = operations::submit_code(shell.rooms()?, &parse(&base_url)?, &code).await;
    Ok(told(&app, step.map_err(problem::of)?))
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn cancel_sign_in(shell: State<'_, Shell>, base_url: String) -> Reply<()> {
    operations::cancel_sign_in(shell.rooms()?, &parse(&base_url)?);
    Ok(())
}

pub(crate) fn parse(base_url: &str) -> Reply<ServerUrl> {
    ServerUrl::parse_site(base_url).map_err(|_| Problem::BadAddress)
}

fn told(app: &AppHandle, step: SignIn) -> SignInStep {
    match step {
        SignIn::CodeNeeded(source) => SignInStep::CodeNeeded {
            by: view::code_source(source),
        },
        SignIn::Connected { connection, admin } => {
            events::changed(app, Some(connection));
            SignInStep::Connected {
                connection: connection.0,
                admin,
            }
        }
    }
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn sign_out(
    app: AppHandle,
    shell: State<'_, Shell>,
    connection: i64,
) -> Reply<()> {
    let connection = ConnectionId(connection);
    shell.cancel_refresh(connection);
    operations::sign_out(shell.rooms()?, connection)
        .await
        .map_err(problem::of)?;
    events::changed(&app, Some(connection));
    Ok(())
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn disconnect(
    app: AppHandle,
    shell: State<'_, Shell>,
    connection: i64,
    typed_name: String,
) -> Reply<()> {
    let connection = ConnectionId(connection);
    shell.cancel_refresh(connection);
    let done = operations::disconnect(shell.rooms()?, connection, &typed_name).await;
    done.map_err(problem::of)?;
    events::changed(&app, None);
    Ok(())
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn set_connection_colour(
    app: AppHandle,
    shell: State<'_, Shell>,
    connection: i64,
    colour: u8,
) -> Reply<()> {
    let connection = ConnectionId(connection);
    let set = shell
        .rooms()?
        .inventory
        .set_colour(connection, ConnectionColour::new(colour));
    set.map_err(problem::inventory)?;
    events::changed(&app, Some(connection));
    Ok(())
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn refresh(
    app: AppHandle,
    shell: State<'_, Shell>,
    connection: i64,
) -> Reply<RefreshReport> {
    let id = ConnectionId(connection);
    let rooms = Arc::clone(shell.rooms()?);
    let teller = app.clone();
    let work = tokio::spawn(async move {
        operations::refresh(&rooms, id, &|stage, done, total| {
            events::progress(
                &teller,
                Progress {
                    connection,
                    stage: view::stage(stage),
                    done: view::number(done),
                    total: total.map(view::number),
                },
            );
        })
        .await
    });
    shell.begin_refresh(id, work.abort_handle());
    let done = work.await;
    // Also after a failure: what was read until then is in the inventory.
    events::changed(&app, Some(id));
    shell.tending.notify_one();
    match done {
        Ok(report) => Ok(view::report(&report.map_err(problem::of)?)),
        Err(_) => Err(Problem::Cancelled),
    }
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn cancel_refresh(shell: State<'_, Shell>, connection: i64) -> Reply<()> {
    shell.cancel_refresh(ConnectionId(connection));
    Ok(())
}
