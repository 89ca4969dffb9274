//! Requests that are held, let pass first, or given up by who asked.

use practice::{Fault, FaultKind};
use tokio::sync::watch;

use super::browser::{Browser, Form, Running};

const NEW: &str = "/admin/api/apps/new";

/// A filled form, and the browser to send it with.
async fn prepared(running: &Running, name: &str) -> (Browser, Form) {
    let mut admin = running.signed_in("admin").await;
    let form = admin.form(NEW, "api_app").await.set("api_app[name]", name);
    (admin, form)
}

/// Sends the form and goes away once so many failures took effect.
async fn send_and_leave(
    admin: &mut Browser,
    form: &Form,
    effects: &mut watch::Receiver<u64>,
    count: u64,
) {
    tokio::select! {
        biased;
        seen = effects.wait_for(|seen| *seen == count) => drop(seen.unwrap()),
        reply = admin.submit(NEW, form) => panic!("answered: {reply:?}"),
    }
}

fn names(running: &Running) -> Vec<String> {
    let made = running.co_op.made().into_iter();
    made.map(|made| made.name).collect()
}

#[tokio::test]
async fn held_before_work_does_nothing_and_held_after_work_has_done_it() {
    let running = Running::start().await;
    let mut effects = running.co_op.subscribe_faults();
    let hold = |after_work| Fault::on(NEW, FaultKind::Hold { after_work }).times(1);
    let (mut admin, form) = prepared(&running, "Held").await;
    running.co_op.add_fault(hold(false));
    send_and_leave(&mut admin, &form, &mut effects, 1).await;
    assert_eq!(names(&running), [""; 0]);
    running.co_op.add_fault(hold(true));
    send_and_leave(&mut admin, &form, &mut effects, 2).await;
    assert_eq!(names(&running), ["Held"]);
    assert_eq!(admin.submit(NEW, &form).await.status, 302);
    assert_eq!(names(&running), ["Held", "Held"]);
    let counts = [("held after work", 1), ("held before work", 1)];
    assert_eq!(running.co_op.fault_counts(), counts.into());
}

#[tokio::test(start_paused = true)]
async fn begun_work_is_done_although_nobody_waits_for_it() {
    let running = Running::start().await;
    let mut effects = running.co_op.subscribe_faults();
    let (mut admin, form) = prepared(&running, "Left alone").await;
    let milliseconds = 60_000;
    for kind in [FaultKind::Delay { milliseconds }, FaultKind::CutAfterWork] {
        running.co_op.add_fault(Fault::on(NEW, kind).times(1));
    }
    send_and_leave(&mut admin, &form, &mut effects, 1).await;
    assert_eq!(names(&running), [""; 0]);
    drop(admin);
    effects.wait_for(|seen| *seen == 2).await.unwrap();
    assert_eq!(names(&running), ["Left alone"]);
}

#[tokio::test(start_paused = true)]
async fn work_delayed_in_its_answer_is_done_before() {
    let running = Running::start().await;
    let mut effects = running.co_op.subscribe_faults();
    let (mut admin, form) = prepared(&running, "Late").await;
    let kind = FaultKind::DelayAfterWork {
        milliseconds: 60_000,
    };
    running.co_op.add_fault(Fault::on(NEW, kind).times(1));
    let before = tokio::time::Instant::now();
    let (reply, names_then) = tokio::join!(admin.submit(NEW, &form), async {
        effects.changed().await.unwrap();
        names(&running)
    });
    assert_eq!((reply.status, names_then), (302, vec!["Late".to_owned()]));
    assert!(before.elapsed().as_secs() >= 60);
}

#[tokio::test]
async fn a_failure_lets_the_first_requests_pass() {
    let running = Running::start().await;
    let mut browser = running.browser();
    let fault = Fault::on("/api", FaultKind::ServerError).times(1).after(2);
    running.co_op.add_fault(fault);
    let mut statuses = Vec::new();
    for path in ["/api", "/login", "/api/settings", "/api", "/api"] {
        statuses.push(browser.get(path).await.status);
    }
    assert_eq!(statuses, [200, 200, 200, 500, 200]);
    assert!(running.co_op.faults().is_empty());
}

#[tokio::test]
async fn only_failures_that_strike_are_counted() {
    let running = Running::start().await;
    let mut browser = running.browser();
    for kind in [FaultKind::ServerError, FaultKind::Garbage] {
        running.co_op.add_fault(Fault::on("/api", kind).times(1));
    }
    assert_eq!(browser.get("/api").await.status, 500);
    assert_eq!(running.co_op.fault_counts(), [("server error", 1)].into());
    assert_eq!(*running.co_op.subscribe_faults().borrow(), 1);
}
