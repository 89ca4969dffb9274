//! The one list of commands: what the page may ask, with what, and what comes back.

#[cfg_attr(
    not(test),
    expect(clippy::wildcard_imports, reason = "names every type of the room")
)]
use crate::*;
use ts_rs::{Config, TS};

macro_rules! commands {
    ($($name:ident ( $($argument:ident : $type:ty),* ) -> $reply:ty;)*) => {
        /// The names of all commands. The shell builds and permits these and no others.
        pub const COMMANDS: &[&str] = &[$(stringify!($name)),*];

        /// The same list as a TypeScript interface.
        pub(crate) fn commands_in_typescript(config: &Config) -> String {
            let mut text = String::from("export interface Commands {\n");
            $(
                let arguments: Vec<String> = vec![
                    $(format!("{}: {}", stringify!($argument), <$type as TS>::name(config))),*
                ];
                text += &format!(
                    "  {}: {{ args: {{ {} }}; reply: {} }};\n",
                    stringify!($name),
                    arguments.join("; "),
                    <$reply as TS>::name(config),
                );
            )*
            text + "}\n"
        }
    };
}

/// A number that is an id; a plain `number` for the page.
type Id = i64;

commands! {
    overview() -> Overview;
    list_keys(query: KeyQuery) -> KeyPage;
    locate_key(query: KeyQuery, key: Id) -> Option<u32>;
    key_detail(key: Id) -> KeyDetail;
    list_stores(query: StoreQuery) -> StorePage;
    list_activity(limit: u32, before: Option<Id>, filter: ActivityFilter) -> Vec<ActivityEntry>;
    people() -> Vec<String>;
    export_activity(filter: ActivityFilter, words: ActivityWords) -> String;
    recognise_server(address: String) -> RecognisedServer;
    recognise_site(address: String, login_address: Option<String>) -> RecognisedSite;
    add_site(address: String) -> Id;
    open_site_page(connection: Id, page: SitePage) -> ();
    sign_in(base_url: String, username: String, password: String) -> SignInStep;
    submit_code(base_url: String, code: String) -> SignInStep;
    cancel_sign_in(base_url: String) -> ();
    sign_out(connection: Id) -> ();
    disconnect(connection: Id, typed_name: String) -> ();
    set_connection_colour(connection: Id, colour: u8) -> ();
    refresh(connection: Id) -> RefreshReport;
    cancel_refresh(connection: Id) -> ();
    store_form(connection: Id) -> StoreForm;
    geocode(connection: Id, address: String) -> Position;
    create_store(connection: Id, values: Vec<(String, String)>) -> StoreCreated;
    time_slots(connection: Id) -> Vec<TimeSlot>;
    set_time_slot(store: Id, slot: String) -> ();
    key_form(connection: Id) -> KeyForm;
    create_key(new_key: NewKey) -> KeyCreated;
    consumer_key_form(connection: Id) -> ConsumerKeyForm;
    find_site_users(connection: Id, term: String) -> Vec<SiteUser>;
    create_consumer_key(new_key: NewConsumerKey) -> KeyCreated;
    edit_consumer_key(key: Id, change: ConsumerKeyChange) -> ();
    revoke_keys(keys: Vec<Id>, typed_name: String) -> RevokeReport;
    remake_key(key: Id) -> KeyCreated;
    paste_key(pasted: PastedKey) -> KeyPasted;
    check_key(key: Id) -> KeyStatus;
    check_all(connection: Option<Id>) -> CheckReport;
    stop_checking() -> ();
    diagnose_key(key: Id) -> DiagnosisView;
    diagnose_values(values: EnteredValues) -> DiagnosisView;
    ask_in_address(key: Id) -> DiagnosisView;
    letter(letter: LetterRequest) -> String;
    copy_letter(letter: LetterRequest) -> CopyReceipt;
    list_attention(query: AttentionQuery) -> AttentionPage;
    put_off(kind: AttentionKind, subject: AttentionSubject, until: Option<Id>) -> ();
    take_up(kind: AttentionKind, subject: AttentionSubject) -> ();
    sheet(sheet: SheetRequest) -> Sheet;
    check_code(key: Id) -> String;
    copy_sheet(sheet: SheetRequest) -> CopyReceipt;
    mail_sheet(sheet: SheetRequest, to: String) -> ();
    mail_pack(sheet: SheetRequest, path: String, to: String) -> ();
    print_sheet() -> ();
    save_sheet_pdf(sheet: SheetRequest) -> String;
    seal_pack(sheet: SheetRequest, person: String) -> SealedPack;
    reveal_qr(key: Id, field: CopyField) -> QrCode;
    record_handover(sheet: SheetRequest, person: String, channel: Channel) -> Id;
    confirm_handover(handover: Id, confirmed: bool) -> ();
    remove_handover(handover: Id) -> ();
    restore_handover(handover: Id) -> ();
    holders() -> Vec<HolderView>;
    set_holder_left(person: String, left: bool) -> ();
    copy_passphrase(passphrase: String) -> CopyReceipt;
    show_folder(path: String) -> ();
    copy_in_turn(key: Id) -> CopyReceipt;
    copy_next() -> Option<CopyReceipt>;
    stop_copying_in_turn() -> ();
    rotations() -> Vec<RotationView>;
    begin_rotation(key: Id) -> Id;
    make_rotation_key(rotation: Id, name: String, scopes: Vec<String>) -> KeyCreated;
    look_for_delivery(rotation: Id) -> bool;
    look_for_access(rotation: Id) -> bool;
    confirm_rotation(rotation: Id) -> ();
    retire_old_key(rotation: Id, typed_name: String) -> ();
    open_app_page(key: Id) -> ();
    finish_rotation(rotation: Id) -> ();
    give_up_rotation(rotation: Id) -> ();
    export_connections(connections: Vec<Id>, with_secrets: bool) -> ExportMade;
    choose_file(kind: ImportKind) -> Option<String>;
    read_import(source: ImportSource) -> ImportPreview;
    apply_import(import: u32, choices: Vec<ImportChoice>) -> ImportReport;
    discard_import(import: u32) -> ();
    copy_field(key: Id, field: CopyField) -> CopyReceipt;
    clear_clipboard() -> ();
    extend_clipboard() -> ();
    reveal_secret(key: Id) -> RevealedSecret;
    renew_secret(key: Id, typed_name: String) -> SecretRenewed;
    set_note(key: Id, note: String) -> ();
    set_local_name(key: Id, name: Option<String>) -> ();
    archive_key(key: Id) -> ();
    unarchive_key(key: Id) -> ();
    forget_key(key: Id) -> ();
    undo_forget_key(key: Id) -> ();
    accept_new_pair(key: Id) -> ();
    mark_drift_seen(drift: Id) -> ();
    mark_all_drift_seen(connection: Option<Id>) -> ();
    list_drafts() -> Vec<DraftView>;
    save_draft(connection: Id, draft: Option<Id>, content: DraftContent) -> Id;
    delete_draft(draft: Id) -> ();
    restore_draft(draft: Id) -> ();
    clear_sent_drafts() -> ();
    send_drafts(drafts: Vec<Id>) -> Vec<SendResult>;
    stop_sending() -> ();
    open_questions() -> Vec<OpenQuestion>;
    decide(intent: Id, ours: Option<Id>) -> ();
    rescue_secrets() -> RescueReport;
    list_backups() -> Vec<BackupView>;
    back_up() -> BackupView;
    restore_backup(name: String) -> ();
    retry_keychain() -> KeychainView;
    stop_waiting_for_keychain() -> ();
    save_settings(settings: Settings) -> Settings;
    save_layout(layout: Layout) -> ();
    start_practice() -> PracticeView;
    stop_practice() -> ();
    practice_panel() -> PracticePanel;
    add_practice_fault(fault: PracticeFault) -> ();
    clear_practice_faults() -> ();
    practice_act(act: PracticeAct) -> ();
    set_practice_mode(mode: PracticeMode) -> ();
    set_practice_maintenance(on: bool) -> ();
    set_practice_shop_mode(mode: PracticeShopMode) -> ();
    practice_shop_act(act: PracticeShopAct) -> ();
    reset_practice() -> ();
}
