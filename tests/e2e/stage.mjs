// A stage for one journey: an X server, a D-Bus session, a keychain and a home of its own, and the
// real program on it, driven over WebDriver.

import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { Builder } from "selenium-webdriver";
import { Page } from "./page.mjs";
import { Processes, freePort, output, until } from "./processes.mjs";

const KEYRING_PASSWORD = "practice-keyring";
/** The project. */
export const ROOT = resolve(import.meta.dirname, "../..");

/** The program under test. */
export function program() {
  const target = process.env.CARGO_TARGET_DIR ?? join(ROOT, "target");
  return process.env.SADDLEBAG_PROGRAM ?? join(target, "debug", "saddlebag");
}

/** Whether a process still runs; one that only waits to be reaped does not. */
function isRunning(pid) {
  try {
    return !/^State:\tZ/m.test(readFileSync(`/proc/${pid}/status`, "utf8"));
  } catch {
    return false;
  }
}

/** A bus without activation: only what the stage starts is on it. */
function busConfiguration(folder) {
  return `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:dir=${folder}</listen>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/>
<allow own="*"/></policy></busconfig>`;
}

/** What stands for the desktop's own opener: nothing is opened, what was asked for is noted. */
function openerScript(file) {
  return `#!/bin/sh\nprintf '%s\\n' "$@" >> '${file}'\n`;
}

export class Stage {
  #processes = new Processes();
  #driverService;
  #keychain;

  /**
   * Sets a stage up. `keychain`: "unlocked", or "none" for a system without a Secret Service.
   * `locale`: as in LANG. `dataFolder`: that of another stage, as two people at one computer
   * might choose it.
   */
  static async open({
    keychain = "unlocked", locale = "C.UTF-8", size = "1120x720", dataFolder,
  } = {}) {
    const stage = new Stage();
    stage.folder = mkdtempSync(join(tmpdir(), "saddlebag-"));
    stage.dataFolder = dataFolder ?? join(stage.folder, "data");
    for (const name of ["home", "run", "config", "cache", "share", "bus", "programs"]) {
      mkdirSync(join(stage.folder, name), { mode: 0o700 });
    }
    const opener = join(stage.folder, "programs", "xdg-open");
    writeFileSync(opener, openerScript(stage.#openedFile), { mode: 0o700 });
    stage.env = {
      PATH: `${join(stage.folder, "programs")}:${process.env.PATH}`,
      HOME: join(stage.folder, "home"),
      XDG_RUNTIME_DIR: join(stage.folder, "run"),
      XDG_CONFIG_HOME: join(stage.folder, "config"),
      XDG_CACHE_HOME: join(stage.folder, "cache"),
      XDG_DATA_HOME: join(stage.folder, "share"),
      SADDLEBAG_DATA_FOLDER: stage.dataFolder,
      LANG: locale,
      LC_ALL: locale,
      LANGUAGE: locale.split(".")[0],
      USER: "coordinator",
      NO_AT_BRIDGE: "1",
      GIO_USE_VFS: "local",
      GDK_BACKEND: "x11",
      LIBGL_ALWAYS_SOFTWARE: "1",
      TAURI_AUTOMATION: "true",
      TAURI_WEBVIEW_AUTOMATION: "true",
    };
    try {
      await stage.#openDisplay(size);
      await stage.#openBus();
      if (keychain === "unlocked") await stage.openKeychain();
    } catch (error) {
      await stage.close();
      throw error;
    }
    return stage;
  }

  async #openDisplay(size) {
    const command = ["Xvfb", "-displayfd", "1", "-screen", "0", `${size}x24`, "-nolisten", "tcp",
      // Without it the server starts over when its last client leaves, and turns the next away.
      "-noreset"];
    const { line } = await this.#processes.startAndRead("Xvfb", command, { env: this.env });
    this.env.DISPLAY = `:${line}`;
  }

  async #openBus() {
    const file = join(this.folder, "bus.conf");
    writeFileSync(file, busConfiguration(join(this.folder, "bus")));
    const command = ["dbus-daemon", `--config-file=${file}`, "--nofork", "--print-address=1"];
    const { line } = await this.#processes.startAndRead("dbus-daemon", command, { env: this.env });
    this.env.DBUS_SESSION_BUS_ADDRESS = line;
  }

  /** Starts and unlocks the keychain. The password has no newline: it would become part of it. */
  async openKeychain() {
    this.#keychain = this.#processes.start(
      ["gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets"],
      { env: this.env, input: KEYRING_PASSWORD },
    );
    await until("the keychain to answer", () =>
      output(this.#dbus("org.freedesktop.DBus", "/", "org.freedesktop.DBus.NameHasOwner",
        "string:org.freedesktop.secrets"), { env: this.env }).includes("true"));
    await until("the keychain to be unlocked", () => !this.keychainIsLocked());
  }

  #dbus(destination, path, method, ...rest) {
    return ["dbus-send", "--session", "--print-reply", `--dest=${destination}`, path, method,
      ...rest];
  }

  /** Whether the keychain's collection is locked. */
  keychainIsLocked() {
    const collection = "/org/freedesktop/secrets/collection/login";
    return output(this.#dbus("org.freedesktop.secrets", collection,
      "org.freedesktop.DBus.Properties.Get", "string:org.freedesktop.Secret.Collection",
      "string:Locked"), { env: this.env }).includes("true");
  }

  /** Locks the keychain, as a screen lock does. */
  lockKeychain() {
    output(this.#dbus("org.freedesktop.secrets", "/org/freedesktop/secrets",
      "org.freedesktop.Secret.Service.Lock",
      "array:objpath:/org/freedesktop/secrets/collection/login"), { env: this.env });
  }

  /** Unlocks it again, as signing in to the desktop anew does: with a daemon of its own. */
  async unlockKeychain() {
    await this.#processes.end(this.#keychain);
    await this.openKeychain();
  }

  /** Makes the keychain answer nothing, as one that hangs. */
  freezeKeychain() {
    this.#keychain.kill("SIGSTOP");
  }

  /** Makes it answer again, also what it was asked meanwhile. */
  thawKeychain() {
    this.#keychain.kill("SIGCONT");
  }

  /** Another program takes a secret out of the keychain. */
  removeSecret(service, user) {
    output(["secret-tool", "clear", "service", service, "username", user], { env: this.env });
  }

  /** A secret of the keychain, read by another program; "" when there is none. */
  secret(service, user) {
    const found = ["secret-tool", "lookup", "service", service, "username", user];
    try {
      return output(found, { env: this.env });
    } catch {
      return "";
    }
  }

  /** All secrets of a service, read by another program. */
  secrets(service) {
    const found = ["secret-tool", "search", "--all", "--unlock", "service", service];
    const text = output(found, { env: this.env });
    return [...text.matchAll(/^secret = (.*)$/gm)].map((match) => match[1]);
  }

  get #openedFile() {
    return join(this.folder, "opened");
  }

  /** What the program asked the desktop to open, the last one last. */
  get opened() {
    if (!existsSync(this.#openedFile)) return [];
    return readFileSync(this.#openedFile, "utf8").trim().split("\n");
  }

  /** The clipboard's text, read by another program; "" when it is empty. */
  clipboard() {
    try {
      return output(["xclip", "-selection", "clipboard", "-o"], { env: this.env, timeout: 3000 });
    } catch {
      return "";
    }
  }

  /** The kinds of content the clipboard offers. */
  clipboardTargets() {
    const command = ["xclip", "-selection", "clipboard", "-o", "-t", "TARGETS"];
    return output(command, { env: this.env, timeout: 3000 }).split("\n");
  }

  /** Another program takes the clipboard. */
  takeClipboard(text) {
    const command = ["xclip", "-selection", "clipboard", "-i", "-loops", "0", "-quiet"];
    return this.#processes.start(command, { env: this.env, input: text });
  }

  /**
   * A co-op on loopback in a process of its own; its base URL, accounts and control addresses. It
   * keeps what it has under its name, so that it can go away and come back.
   */
  async coOp(port = "0", name = "co-op") {
    const kept = join(this.folder, name);
    const command = [program(), "practice", "--port", port, "--data-folder", kept];
    const started = await this.#processes.startAndRead("the co-op", command, { env: this.env });
    const coOp = JSON.parse(started.line);
    coOp.process = started.child;
    coOp.host = coOp.base_url.replace("http://", "");
    return coOp;
  }

  /** The same co-op again, after its process was ended. */
  async coOpAgain(coOp) {
    return this.coOp(coOp.host.split(":")[1]);
  }

  /** Starts another program on the stage. */
  start(command) {
    return this.#processes.start(command, { env: this.env });
  }

  /** Ends a process of the stage. */
  end(child) {
    return this.#processes.end(child);
  }

  /** Opens the program's window and waits until something of that test id is drawn. */
  async openWindow(drawn = "rail") {
    const port = await freePort();
    this.#driverService = this.#processes.start(
      ["WebKitWebDriver", "--host=127.0.0.1", `--port=${port}`],
      { env: this.env },
    );
    const server = `http://127.0.0.1:${port}`;
    await until("WebKitWebDriver to answer", async () => (await fetch(`${server}/status`)).ok);
    const driver = await until("the window to open", () => new Builder()
      .usingServer(server)
      .withCapabilities({
        browserName: "wry",
        "webkitgtk:browserOptions": { binary: program(), args: [] },
      })
      .build(), 40);
    this.page = new Page(driver, this);
    await until("the page to be drawn", () => this.page.has(drawn));
    return this.page;
  }

  /** What the program and its driver said, for a journey that failed. */
  get said() {
    return this.#driverService?.said ?? "";
  }

  /** The running program's process, a child of the driver. */
  #programProcess() {
    const driver = this.#driverService?.pid;
    try {
      const children = readFileSync(`/proc/${driver}/task/${driver}/children`, "utf8");
      return Number(children.trim().split(" ")[0]) || undefined;
    } catch {
      return undefined;
    }
  }

  /**
   * Ends the program politely, as signing out of the desktop does, and waits for its end. Ending
   * the driver's session would close the page and could leave the program behind.
   */
  async closeWindow() {
    const process_ = this.#programProcess();
    if (process_) {
      process.kill(process_, "SIGTERM");
      await until("the program to end", () => !isRunning(process_), 10).catch((error) => {
        process.kill(process_, "SIGKILL");
        throw error;
      });
    }
    await this.#forgetWindow();
  }

  async #forgetWindow() {
    // A dead program's last threads still hold its name for a moment; the next start would ask it.
    if (this.page) {
      await until("the program's name to be free", () =>
        !output(this.#dbus("org.freedesktop.DBus", "/", "org.freedesktop.DBus.ListNames"),
          { env: this.env }).includes("coop.saddlebag"));
    }
    this.page = undefined;
    if (this.#driverService) await this.#processes.end(this.#driverService, "SIGKILL");
    this.#driverService = undefined;
  }

  /** Ends the program at once, as a crash or an empty battery does. */
  async killWindow() {
    const process_ = this.#programProcess();
    process.kill(process_, "SIGKILL");
    await until("the program to be dead", () => !isRunning(process_));
    await this.#forgetWindow();
  }

  /** Closes the window and opens it again on the same data. */
  async restart() {
    await this.closeWindow();
    return this.openWindow();
  }

  /** Ends everything and removes the folder. */
  async close() {
    this.#keychain?.kill("SIGCONT");
    await this.closeWindow();
    await this.#processes.endAll();
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
