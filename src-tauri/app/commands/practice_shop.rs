//! The practice shop and its part of the panel.

use super::Reply;
use super::practice::{REQUESTS_SHOWN, failed, shown_fault};
use crate::shell::Shell;
use contract::{
    PracticeAccount, PracticeFault, PracticeFlavour, PracticeMail, PracticeRequest, PracticeServer,
    PracticeShopAct, PracticeShopMode, PracticeShopPanel, Problem,
};
use practice::{CoOp, Flavour, KeyNow, Permalinks, Permission, RestGuard, SecondFactor};
use practice::{Shop, ShopAct, ShopMode, ShopRole};
use tauri::State;

/// Where its sign-in page is when that was moved.
const MOVED_LOGIN: &str = "/entrance/";

/// What the panel shows of it.
pub(crate) fn panel(shell: &Shell) -> Result<PracticeShopPanel, Problem> {
    let (shop, url) = shell.practice.shop()?;
    let mode = shop.mode().map_err(|error| failed(&error))?;
    let users = shop.users().map_err(|error| failed(&error))?;
    let mails = shop.mails().map_err(|error| failed(&error))?;
    let moved = mode.moved_login.as_deref();
    Ok(PracticeShopPanel {
        base_url: url.as_str().to_owned(),
        login_address: moved.map(|path| format!("{}{path}", url.as_str())),
        accounts: users
            .into_iter()
            .map(|user| PracticeAccount {
                name: user.login,
                password: user.password,
                roles: vec![role(user.role).to_owned()],
            })
            .collect(),
        mails: mails
            .into_iter()
            .map(|mail| PracticeMail {
                to: mail.to,
                code: mail.code,
                sent_at: mail.sent_at,
            })
            .collect(),
        mode: shown_mode(&mode),
        requests: shop
            .history()
            .into_iter()
            .take(REQUESTS_SHOWN)
            .map(|request| PracticeRequest {
                at: request.at,
                method: request.method,
                path: request.path,
                status: request.status,
            })
            .collect(),
    })
}

/// The switches of both servers that are on.
pub(crate) fn faults(shell: &Shell, co_op: &CoOp) -> Result<Vec<PracticeFault>, Problem> {
    let (shop, _) = shell.practice.shop()?;
    let of_co_op = co_op.faults().into_iter();
    let of_co_op = of_co_op.filter_map(|fault| shown_fault(PracticeServer::CoOp, fault));
    let of_shop = shop.faults().into_iter();
    let of_shop = of_shop.filter_map(|fault| shown_fault(PracticeServer::Shop, fault));
    Ok(of_co_op.chain(of_shop).collect())
}

fn role(role: ShopRole) -> &'static str {
    match role {
        ShopRole::Administrator => "administrator",
        ShopRole::ShopManager => "shop_manager",
        ShopRole::Editor => "editor",
        ShopRole::Customer => "customer",
    }
}

fn shown_mode(mode: &ShopMode) -> PracticeShopMode {
    PracticeShopMode {
        flavour: match mode.flavour {
            Flavour::A => PracticeFlavour::Current,
            Flavour::B => PracticeFlavour::Older,
            Flavour::C => PracticeFlavour::Oldest,
        },
        plain_permalinks: mode.permalinks == Permalinks::Plain,
        second_factor: mode.second_factor.is_some(),
        captcha: mode.captcha,
        login_moved: mode.moved_login.is_some(),
        header_stripped: mode.strips_authorization,
        https_hidden: mode.tls_ends_in_front,
        rest_closed: mode.rest_guard.is_some(),
    }
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn set_practice_shop_mode(
    shell: State<'_, Shell>,
    mode: PracticeShopMode,
) -> Reply<()> {
    let (shop, _) = shell.practice.shop()?;
    // What only its control pages switch stays as it is.
    let former = shop.mode().map_err(|error| failed(&error))?;
    let asked = ShopMode {
        flavour: match mode.flavour {
            PracticeFlavour::Current => Flavour::A,
            PracticeFlavour::Older => Flavour::B,
            PracticeFlavour::Oldest => Flavour::C,
        },
        permalinks: if mode.plain_permalinks {
            Permalinks::Plain
        } else {
            Permalinks::Pretty
        },
        second_factor: mode
            .second_factor
            .then(|| former.second_factor.unwrap_or(SecondFactor::Email)),
        captcha: mode.captcha,
        moved_login: mode.login_moved.then(|| MOVED_LOGIN.to_owned()),
        strips_authorization: mode.header_stripped,
        tls_ends_in_front: mode.https_hidden,
        rest_guard: mode
            .rest_closed
            .then(|| former.rest_guard.unwrap_or(RestGuard::Code)),
        ..former
    };
    shop.set_mode(&asked).map_err(|error| failed(&error))
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn practice_shop_act(shell: State<'_, Shell>, act: PracticeShopAct) -> Reply<()> {
    let (shop, _) = shell.practice.shop()?;
    let act = match act {
        PracticeShopAct::CreateKey => ShopAct::CreateKey {
            description: None,
            owner: None,
            permission: Permission::Read,
        },
        PracticeShopAct::UseNewestKey => ShopAct::UseKey {
            id: newest(&shop)?.id,
        },
        PracticeShopAct::RevokeNewestKey => ShopAct::RevokeNewest,
        PracticeShopAct::LimitNewestKey => ShopAct::EditKey {
            id: newest(&shop)?.id,
            permission: Some(Permission::Read),
            description: None,
        },
        PracticeShopAct::ExpireSessions => ShopAct::ExpireSessions,
    };
    shop.act(&act).map_err(|error| failed(&error))
}

fn newest(shop: &Shop) -> Result<KeyNow, Problem> {
    let keys = shop.keys().map_err(|error| failed(&error))?;
    let there = keys.into_iter().filter(|key| !key.revoked);
    there
        .max_by_key(|key| key.id)
        .ok_or(Problem::PracticeFailed {
            what: "the practice shop has no key".to_owned(),
        })
}
