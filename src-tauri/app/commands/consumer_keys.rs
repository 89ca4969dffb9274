//! Consumer keys: making, editing, revoking, pasting.

use super::Reply;
use super::keys::tell;
use crate::shell::Shell;
use crate::{events, problem, view};
use contract::{
    ConsumerKeyChange, ConsumerKeyForm, KeyCreated, KeyPasted, NewConsumerKey, PastedKey,
    RevokeReport, SiteUser,
};
use keys::{ConnectionId, KeyId, Secret, SiteUserId};
use operations::Created;
use tauri::{AppHandle, State};

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn consumer_key_form(
    shell: State<'_, Shell>,
    connection: i64,
) -> Reply<ConsumerKeyForm> {
    let form = operations::consumer_key_form(shell.rooms()?, ConnectionId(connection)).await;
    let form = form.map_err(problem::of)?;
    Ok(ConsumerKeyForm {
        own: view::site_user(form.own),
        may_choose_owner: form.may_choose_owner,
    })
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn find_site_users(
    shell: State<'_, Shell>,
    connection: i64,
    term: String,
) -> Reply<Vec<SiteUser>> {
    let found = operations::find_site_users(shell.rooms()?, ConnectionId(connection), &term).await;
    let found = found.map_err(problem::of)?;
    Ok(found.into_iter().map(view::site_user).collect())
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn create_consumer_key(
    app: AppHandle,
    shell: State<'_, Shell>,
    new_key: NewConsumerKey,
) -> Reply<KeyCreated> {
    let connection = ConnectionId(new_key.connection);
    let new = operations::NewConsumerKey {
        connection,
        description: new_key.description,
        owner: new_key.owner.map(SiteUserId),
        permission: view::read_permission(new_key.permission),
    };
    let made = operations::create_consumer_key(shell.rooms()?, &new).await;
    events::changed(&app, Some(connection));
    shell.tending.notify_one();
    Ok(created(made.map_err(problem::of)?))
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn edit_consumer_key(
    app: AppHandle,
    shell: State<'_, Shell>,
    key: i64,
    change: ConsumerKeyChange,
) -> Reply<()> {
    let rooms = shell.rooms()?;
    let permission = view::read_permission(change.permission);
    let id = KeyId(key);
    let edited = operations::edit_consumer_key(rooms, id, &change.description, permission).await;
    tell(&app, rooms, key);
    edited.map_err(problem::of)
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn revoke_keys(
    app: AppHandle,
    shell: State<'_, Shell>,
    keys: Vec<i64>,
    typed_name: String,
) -> Reply<RevokeReport> {
    let keys: Vec<KeyId> = keys.into_iter().map(KeyId).collect();
    let told = operations::revoke_keys(shell.rooms()?, &keys, &typed_name).await;
    events::changed(&app, None);
    shell.tending.notify_one();
    Ok(view::revocations(&told.map_err(problem::of)?))
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn remake_key(
    app: AppHandle,
    shell: State<'_, Shell>,
    key: i64,
) -> Reply<KeyCreated> {
    let rooms = shell.rooms()?;
    let made = operations::remake_key(rooms, KeyId(key)).await;
    tell(&app, rooms, key);
    shell.tending.notify_one();
    Ok(created(made.map_err(problem::of)?))
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn paste_key(
    app: AppHandle,
    shell: State<'_, Shell>,
    pasted: PastedKey,
) -> Reply<KeyPasted> {
    let connection = ConnectionId(pasted.connection);
    let pasted = operations::PastedKey {
        connection,
        name: pasted.name,
        consumer_key: Secret::new(pasted.consumer_key),
        consumer_secret: Secret::new(pasted.consumer_secret),
        anyway: pasted.anyway,
    };
    let kept = operations::paste_key(shell.rooms()?, pasted).await;
    events::changed(&app, Some(connection));
    let (made, status) = kept.map_err(problem::of)?;
    Ok(KeyPasted {
        key: made.key.0,
        secret_stored: made.secret_stored,
        status: view::status(status),
    })
}

fn created(made: Created) -> KeyCreated {
    KeyCreated {
        key: made.key.0,
        secret_stored: made.secret_stored,
    }
}
