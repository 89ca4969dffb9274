//! The practice co-op and its panel.

use super::{Reply, practice_shop};
use crate::events;
use crate::shell::Shell;
use contract::{
    PracticeAccount, PracticeAct, PracticeFault, PracticeFaultKind, PracticeMail, PracticeMode,
    PracticePanel, PracticeRequest, PracticeServer, PracticeView, Problem,
};
use practice::{Act, Fault, FaultKind, Mode};
use tauri::{AppHandle, Manager as _, State};

/// The setting that keeps its port, so that its connection stays true.
const PORT: &str = "practice_port";
/// The same of the practice shop.
const SHOP_PORT: &str = "practice_shop_port";
/// The setting that says it ran when the program was last open.
const RUNS: &str = "practice_runs";
/// How many requests the panel shows.
pub(crate) const REQUESTS_SHOWN: usize = 100;
/// A page far above the client's limit.
const LARGE_PAGE_BYTES: u64 = 32 * 1024 * 1024;

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn start_practice(app: AppHandle, shell: State<'_, Shell>) -> Reply<PracticeView> {
    let rooms = shell.rooms()?;
    let inventory = &rooms.inventory;
    let former = |name: &str| {
        let kept = inventory.setting(name).ok().flatten();
        kept.and_then(|port| port.parse().ok())
    };
    let ports = shell
        .practice
        .start(former(PORT), former(SHOP_PORT))
        .await?;
    let (shop, url) = shell.practice.shop()?;
    operations::trust(rooms, &url, &shop.certificate()).map_err(crate::problem::of)?;
    let kept = inventory.set_setting(PORT, &ports.co_op.to_string());
    let kept = kept.and_then(|()| inventory.set_setting(SHOP_PORT, &ports.shop.to_string()));
    let kept = kept.and_then(|()| inventory.set_setting(RUNS, "yes"));
    kept.map_err(crate::problem::inventory)?;
    events::practice(&app);
    Ok(shell.practice.view())
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn stop_practice(app: AppHandle, shell: State<'_, Shell>) -> Reply<()> {
    shell.practice.stop();
    let kept = shell.rooms()?.inventory.set_setting(RUNS, "no");
    kept.map_err(crate::problem::inventory)?;
    events::practice(&app);
    Ok(())
}

/// Starts it again if it ran when the program was last open.
pub(crate) fn start_again(app: &AppHandle) {
    let shell = app.state::<Shell>();
    let Ok(rooms) = shell.rooms() else { return };
    if rooms.inventory.setting(RUNS).ok().flatten().as_deref() != Some("yes") {
        return;
    }
    let app = app.clone();
    tauri::async_runtime::spawn(async move {
        // When it cannot start, its connection shows as offline and its panel says stopped.
        let _ = start_practice(app.clone(), app.state::<Shell>()).await;
    });
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn practice_panel(shell: State<'_, Shell>) -> Reply<PracticePanel> {
    let view = shell.practice.view();
    let Ok(co_op) = shell.practice.co_op() else {
        return Ok(PracticePanel {
            base_url: None,
            accounts: Vec::new(),
            mails: Vec::new(),
            faults: Vec::new(),
            mode: PracticeMode::Current,
            maintenance: false,
            shop: None,
            requests: Vec::new(),
        });
    };
    Ok(PracticePanel {
        base_url: view.base_url,
        accounts: co_op
            .accounts()
            .map_err(|error| failed(&error))?
            .into_iter()
            .map(|account| PracticeAccount {
                name: account.name,
                password: account.password,
                roles: account.roles,
            })
            .collect(),
        mails: co_op
            .mails()
            .map_err(|error| failed(&error))?
            .into_iter()
            .map(|mail| PracticeMail {
                to: mail.to,
                code: mail.code,
                sent_at: mail.sent_at,
            })
            .collect(),
        faults: practice_shop::faults(&shell, &co_op)?,
        mode: match co_op.mode().map_err(|error| failed(&error))? {
            Mode::BeforeSecondFactor => PracticeMode::BeforeSecondFactor,
            Mode::BeforeScopes | Mode::FirstApps => PracticeMode::BeforeScopes,
            Mode::Current => PracticeMode::Current,
        },
        maintenance: co_op
            .is_under_maintenance()
            .map_err(|error| failed(&error))?,
        shop: Some(practice_shop::panel(&shell)?),
        requests: co_op
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

/// A switch as the panel shows it, if it does.
pub(crate) fn shown_fault<A>(server: PracticeServer, fault: Fault<A>) -> Option<PracticeFault> {
    let kind = match fault.kind {
        FaultKind::RefuseConnection => PracticeFaultKind::RefuseConnection,
        FaultKind::Delay { milliseconds } => PracticeFaultKind::Delay {
            milliseconds: u32::try_from(milliseconds).unwrap_or(u32::MAX),
        },
        FaultKind::ServerError => PracticeFaultKind::ServerError,
        FaultKind::CutAfterWork => PracticeFaultKind::CutAfterWork,
        FaultKind::CutBeforeWork => PracticeFaultKind::CutBeforeWork,
        FaultKind::ExpireSession { .. } => PracticeFaultKind::ExpireSession,
        FaultKind::Garbage => PracticeFaultKind::Garbage,
        FaultKind::LargePage { .. } => PracticeFaultKind::LargePage,
        // Set over HTTP only; the panel has buttons for what another admin does.
        FaultKind::Act { .. }
        | FaultKind::DelayAfterWork { .. }
        | FaultKind::Hold { .. }
        | FaultKind::Redirect { .. }
        | FaultKind::Website
        | FaultKind::Maintenance
        | FaultKind::Status { .. } => return None,
    };
    Some(PracticeFault {
        server,
        path: fault.path,
        kind,
        times: fault.times,
    })
}

fn fault_of<A>(shown: &PracticeFault) -> Fault<A> {
    let kind = match shown.kind {
        PracticeFaultKind::RefuseConnection => FaultKind::RefuseConnection,
        PracticeFaultKind::Delay { milliseconds } => FaultKind::Delay {
            milliseconds: milliseconds.into(),
        },
        PracticeFaultKind::ServerError => FaultKind::ServerError,
        PracticeFaultKind::CutAfterWork => FaultKind::CutAfterWork,
        PracticeFaultKind::CutBeforeWork => FaultKind::CutBeforeWork,
        PracticeFaultKind::ExpireSession => FaultKind::ExpireSession { remembered: true },
        PracticeFaultKind::Garbage => FaultKind::Garbage,
        PracticeFaultKind::LargePage => FaultKind::LargePage {
            bytes: LARGE_PAGE_BYTES,
        },
    };
    Fault {
        times: shown.times,
        ..Fault::on(&shown.path, kind)
    }
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn add_practice_fault(shell: State<'_, Shell>, fault: PracticeFault) -> Reply<()> {
    match fault.server {
        PracticeServer::CoOp => shell.practice.co_op()?.add_fault(fault_of(&fault)),
        PracticeServer::Shop => shell.practice.shop()?.0.add_fault(fault_of(&fault)),
    }
    Ok(())
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn clear_practice_faults(shell: State<'_, Shell>) -> Reply<()> {
    shell.practice.co_op()?.clear_faults();
    shell.practice.shop()?.0.clear_faults();
    Ok(())
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn practice_act(shell: State<'_, Shell>, act: PracticeAct) -> Reply<()> {
    let act = match act {
        PracticeAct::CreateKey => Act::CreateApp {
            name: None,
            store: None,
        },
        PracticeAct::RenewSecret => Act::Renew { app: None },
        PracticeAct::SaveEditPage => Act::SaveEditPage { app: None },
        PracticeAct::DeleteStore => Act::DeleteStore { store: None },
        PracticeAct::ExpireSessions => Act::ExpireSessions { remembered: true },
    };
    shell
        .practice
        .co_op()?
        .act(&act)
        .map_err(|error| failed(&error))
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn set_practice_mode(shell: State<'_, Shell>, mode: PracticeMode) -> Reply<()> {
    let mode = match mode {
        PracticeMode::Current => Mode::Current,
        PracticeMode::BeforeSecondFactor => Mode::BeforeSecondFactor,
        PracticeMode::BeforeScopes => Mode::BeforeScopes,
    };
    shell
        .practice
        .co_op()?
        .set_mode(mode)
        .map_err(|error| failed(&error))
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn set_practice_maintenance(shell: State<'_, Shell>, on: bool) -> Reply<()> {
    shell
        .practice
        .co_op()?
        .set_maintenance(on)
        .map_err(|error| failed(&error))
}

#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn reset_practice(shell: State<'_, Shell>) -> Reply<()> {
    let (co_op, (shop, _)) = (shell.practice.co_op()?, shell.practice.shop()?);
    let reset = co_op.reset().and_then(|()| shop.reset());
    reset.map_err(|error| failed(&error))
}

pub(crate) fn failed(error: &practice::Error) -> Problem {
    Problem::PracticeFailed {
        what: error.to_string(),
    }
}
