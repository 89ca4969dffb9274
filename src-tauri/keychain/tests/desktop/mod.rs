//! A private desktop session: a bus, a GNOME keyring with its home in a temporary folder, and a
//! prompt that nobody answers.

mod prompter;

use keychain::{Keychain, System, SystemOptions};
use prompter::Prompter;
use std::fs;
use std::io::{BufRead as _, BufReader, Write as _};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use tempfile::TempDir;
use zbus::blocking::Connection;
use zbus::blocking::connection::Builder;
use zbus::blocking::fdo::DBusProxy;
use zbus::names::BusName;
use zbus::zvariant::{ObjectPath, OwnedObjectPath, OwnedValue, Value};

const SECRETS: &str = "org.freedesktop.secrets";
const SECRETS_PATH: &str = "/org/freedesktop/secrets";
const PASSWORD: &str = "practice password";
const PATIENCE: Duration = Duration::from_secs(20);

/// A session bus that starts no service by itself.
pub(crate) struct Session {
    bus: Child,
    address: String,
    home: TempDir,
}

impl Session {
    /// The bus alone.
    pub(crate) fn start() -> Self {
        let home = tempfile::tempdir().unwrap();
        let folder = home.path().display();
        let settings = home.path().join("bus.conf");
        fs::write(
            &settings,
            format!(
                r#"<busconfig><type>session</type><listen>unix:dir={folder}</listen>
                <policy context="default"><allow send_destination="*"/><allow own="*"/>
                <allow receive_sender="*"/></policy></busconfig>"#
            ),
        )
        .unwrap();
        let mut bus = Command::new("dbus-daemon")
            .args(["--nofork", "--print-address", "--config-file"])
            .arg(&settings)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("dbus-daemon is needed (Debian: dbus)");
        let mut address = String::new();
        BufReader::new(bus.stdout.as_mut().unwrap())
            .read_line(&mut address)
            .unwrap();
        Self {
            bus,
            address: address.trim().to_owned(),
            home,
        }
    }

    /// The keychain on this bus.
    pub(crate) fn keychain(&self, deadline: Duration) -> Keychain {
        keychain_at(&self.address, deadline)
    }

    /// A keyring whose login collection is made, or opened, with the password.
    pub(crate) fn start_keyring(&self) -> Keyring {
        let mut keyring = self.spawn_keyring(&["--unlock"]);
        // A line break would become part of the password.
        let mut input = keyring.0.stdin.take().unwrap();
        input.write_all(PASSWORD.as_bytes()).unwrap();
        drop(input);
        wait_for("the login collection", || {
            self.default_collection()
                .is_some_and(|path| !self.is_locked(&path))
        });
        keyring
    }

    /// A keyring that was never set up.
    pub(crate) fn start_new_keyring(&self) -> Keyring {
        let keyring = self.spawn_keyring(&["--start"]);
        wait_for("the Secret Service", || {
            let name = BusName::try_from(SECRETS).unwrap();
            DBusProxy::new(&self.connect())
                .unwrap()
                .name_has_owner(name)
                .unwrap()
        });
        keyring
    }

    fn spawn_keyring(&self, how: &[&str]) -> Keyring {
        let child = Command::new("gnome-keyring-daemon")
            .args(how)
            .args(["--foreground", "--components=secrets"])
            .env("HOME", self.home.path())
            .env("XDG_RUNTIME_DIR", self.home.path())
            .env("XDG_DATA_HOME", self.home.path().join("data"))
            .env("DBUS_SESSION_BUS_ADDRESS", &self.address)
            .env_remove("GNOME_KEYRING_CONTROL")
            .env_remove("DISPLAY")
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("gnome-keyring-daemon is needed (Debian: gnome-keyring)");
        Keyring(child)
    }

    /// Locks the default collection, as the person can in the keychain program.
    pub(crate) fn lock(&self) {
        let collection = self.default_collection().unwrap();
        self.connect()
            .call_method(
                Some(SECRETS),
                SECRETS_PATH,
                Some("org.freedesktop.Secret.Service"),
                "Lock",
                &(vec![ObjectPath::from(collection.clone())]),
            )
            .unwrap();
        wait_for("the lock", || self.is_locked(&collection));
    }

    /// Opens the default collection without a prompt, as signing in to the desktop does.
    pub(crate) fn unlock(&self) {
        let connection = self.connect();
        let reply = connection
            .call_method(
                Some(SECRETS),
                SECRETS_PATH,
                Some("org.freedesktop.Secret.Service"),
                "OpenSession",
                &("plain", Value::from("")),
            )
            .unwrap();
        let (_, session): (OwnedValue, OwnedObjectPath) = reply.body().deserialize().unwrap();
        let password = PASSWORD.as_bytes();
        let secret = (session, Vec::<u8>::new(), password, "text/plain");
        connection
            .call_method(
                Some(SECRETS),
                SECRETS_PATH,
                Some("org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface"),
                "UnlockWithMasterPassword",
                &(self.default_collection().unwrap(), secret),
            )
            .unwrap();
    }

    /// What `secret-tool` says, as another program of the same person.
    pub(crate) fn secret_tool(&self, arguments: &[&str], input: &str) -> String {
        let mut child = Command::new("secret-tool")
            .args(arguments)
            .env("DBUS_SESSION_BUS_ADDRESS", &self.address)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("secret-tool is needed (Debian: libsecret-tools)");
        let mut pipe = child.stdin.take().unwrap();
        pipe.write_all(input.as_bytes()).unwrap();
        drop(pipe);
        let output = child.wait_with_output().unwrap();
        // It prints the secret to one stream and the attributes to the other.
        String::from_utf8([output.stdout, output.stderr].concat()).unwrap()
    }

    /// Shows every prompt of the keyring, and never answers.
    pub(crate) fn start_prompter(&self) -> Prompter {
        Prompter::start(&self.address)
    }

    fn connect(&self) -> Connection {
        Builder::address(self.address.as_str())
            .unwrap()
            .build()
            .unwrap()
    }

    fn default_collection(&self) -> Option<OwnedObjectPath> {
        let reply = self
            .connect()
            .call_method(
                Some(SECRETS),
                SECRETS_PATH,
                Some("org.freedesktop.Secret.Service"),
                "ReadAlias",
                &"default",
            )
            .ok()?;
        let path: OwnedObjectPath = reply.body().deserialize().unwrap();
        (path.as_str() != "/").then_some(path)
    }

    fn is_locked(&self, collection: &OwnedObjectPath) -> bool {
        let reply = self
            .connect()
            .call_method(
                Some(SECRETS),
                collection,
                Some("org.freedesktop.DBus.Properties"),
                "Get",
                &("org.freedesktop.Secret.Collection", "Locked"),
            )
            .unwrap();
        let value: OwnedValue = reply.body().deserialize().unwrap();
        bool::try_from(value).unwrap()
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        self.bus.kill().ok();
        self.bus.wait().ok();
    }
}

/// The keychain on a bus that may not exist.
pub(crate) fn keychain_at(address: &str, deadline: Duration) -> Keychain {
    Keychain::System(System::new(SystemOptions {
        deadline,
        bus_address: Some(address.to_owned()),
    }))
}

/// A running keyring; ends with the value.
pub(crate) struct Keyring(Child);

impl Drop for Keyring {
    fn drop(&mut self) {
        self.0.kill().ok();
        self.0.wait().ok();
    }
}

fn wait_for(what: &str, is_there: impl Fn() -> bool) {
    let start = Instant::now();
    while !is_there() {
        assert!(start.elapsed() < PATIENCE, "{what} did not come");
        std::thread::yield_now();
    }
}
