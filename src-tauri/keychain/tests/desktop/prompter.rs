//! The part of GNOME's shell that shows prompts, here to a person who never answers.
#![expect(
    clippy::used_underscore_binding,
    clippy::needless_pass_by_value,
    clippy::unused_self,
    reason = "the bus decides what is passed, and a silent prompter has no use for it"
)]

use super::PATIENCE;
use std::collections::HashMap;
use std::sync::mpsc;
use zbus::blocking::Connection;
use zbus::blocking::connection::Builder;
use zbus::message::{Flags, Header, Message};
use zbus::zvariant::{ObjectPath, OwnedValue, Value};

/// The silent prompter, seen from the test.
pub(crate) struct Prompter {
    _connection: Connection,
    shown: mpsc::Receiver<()>,
}

impl Prompter {
    pub(super) fn start(address: &str) -> Self {
        let (show, shown) = mpsc::channel();
        let connection = Builder::address(address)
            .unwrap()
            .serve_at("/org/gnome/keyring/Prompter", Silent { show })
            .unwrap()
            .name("org.gnome.keyring.SystemPrompter")
            .unwrap()
            .build()
            .unwrap();
        Self {
            _connection: connection,
            shown,
        }
    }

    pub(crate) fn wait_until_shown(&self) {
        self.shown.recv_timeout(PATIENCE).unwrap();
    }
}

struct Silent {
    show: mpsc::Sender<()>,
}

#[zbus::interface(name = "org.gnome.keyring.internal.Prompter")]
impl Silent {
    fn begin_prompting(
        &self,
        callback: ObjectPath<'_>,
        #[zbus(header)] header: Header<'_>,
        #[zbus(connection)] connection: &zbus::Connection,
    ) {
        // The keyring is told that it may ask, as by the real prompter. It must hear that after
        // the answer to this call.
        let ready = Message::method_call(callback, "PromptReady")
            .and_then(|call| call.destination(header.sender().unwrap().to_owned()))
            .and_then(|call| call.interface("org.gnome.keyring.internal.Prompter.Callback"))
            .and_then(|call| call.with_flags(Flags::NoReplyExpected))
            .and_then(|call| call.build(&("", HashMap::<&str, Value<'_>>::new(), "")))
            .unwrap();
        let own = connection.clone();
        let sending = async move { own.send(&ready).await.unwrap() };
        connection
            .executor()
            .spawn(sending, "prompt ready")
            .detach();
    }

    fn perform_prompt(
        &self,
        _callback: ObjectPath<'_>,
        _kind: &str,
        _properties: HashMap<String, OwnedValue>,
        _exchange: &str,
    ) {
        self.show.send(()).ok();
    }

    fn stop_prompting(&self, _callback: ObjectPath<'_>) {}
}
