//! The page's side of the contract, generated: one file of TypeScript.

use crate::command::commands_in_typescript;
#[cfg_attr(
    not(test),
    expect(clippy::wildcard_imports, reason = "names every type of the room")
)]
use crate::*;
use std::fmt::Write as _;
use ts_rs::{Config, TS};

fn declare<T: TS>(text: &mut String, config: &Config) {
    if let Some(docs) = T::docs() {
        text.push_str(&docs);
    }
    let _ = writeln!(text, "export {}", T::decl(config));
}

/// The whole text of the page's `contract.ts`.
pub fn typescript() -> String {
    let config = Config::new().with_large_int("number");
    let mut text = String::from(
        "// Generated from the contract room; `./dev contract` writes it anew. Do not edit.\n\n",
    );
    macro_rules! declare_all {
        ($($type:ty),* $(,)?) => { $(declare::<$type>(&mut text, &config);)* };
    }
    declare_all!(
        Act,
        ActivityEntry,
        ActivityFilter,
        ActivityWords,
        AskedAct,
        BackupReason,
        BackupView,
        Candidate,
        CertificateReason,
        Changed,
        ClipboardView,
        ConnectionKind,
        ConnectionView,
        CopyField,
        CopyReceipt,
        Counts,
        DraftContent,
        DraftState,
        DraftView,
        DriftKind,
        DriftView,
        FieldProblem,
        FormField,
        FormFieldKind,
        FormOption,
        InventoryView,
        KeyCreated,
        KeyDetail,
        KeyFilter,
        KeyForm,
        KeyPage,
        KeyQuery,
        KeyRow,
        KeyStatus,
        KeyType,
        KeychainView,
        Language,
        Layout,
        Mark,
        MarkField,
        NewKey,
        OfferView,
        OpenQuestion,
        Overview,
        Position,
        PracticeAccount,
        PracticeAct,
        PracticeFault,
        PracticeFaultKind,
        PracticeMail,
        PracticeMode,
        PracticePanel,
        PracticeRequest,
        PracticeView,
        Problem,
        Progress,
        ProgressStage,
        RecognisedServer,
        RefreshReport,
        RescueProgress,
        RescueReport,
        RevealedSecret,
        SecretRenewed,
        SendOutcome,
        SendProgress,
        SendResult,
        SessionState,
        Settings,
        SignInStep,
        StoreChoice,
        StoreCreated,
        StoreForm,
        StorePage,
        StoreQuery,
        StoreRow,
        Theme,
        TimeSlot,
    );
    text.push('\n');
    text += &commands_in_typescript(&config);
    text += "\nexport interface Events {\n";
    for (name, carried) in EVENTS {
        let _ = writeln!(text, "  {name}: {carried};");
    }
    text + "}\n"
}
