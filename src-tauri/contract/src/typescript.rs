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
#[expect(clippy::too_many_lines, reason = "a list of all types, one a line")]
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
        AttentionCount,
        AttentionKind,
        AttentionPage,
        AttentionQuery,
        AttentionRow,
        AttentionSubject,
        BackupReason,
        BackupView,
        Candidate,
        Cause,
        CertificateReason,
        Changed,
        Channel,
        CheckProgress,
        CheckReport,
        ClipboardView,
        CodeSource,
        ConnectionKind,
        ConnectionView,
        ConsumerKeyChange,
        ConsumerKeyForm,
        ConsumerKeyView,
        CopyField,
        CopyReceipt,
        Counts,
        DiagnosedStep,
        DiagnosisStep,
        DiagnosisView,
        DifferingField,
        DraftContent,
        DraftState,
        DraftView,
        DriftKind,
        DriftView,
        EnteredField,
        EnteredValues,
        ExportMade,
        FieldProblem,
        Fix,
        FormField,
        FormFieldKind,
        FormOption,
        FoundCause,
        HandoverView,
        HolderView,
        ImportChoice,
        ImportColumn,
        ImportDifference,
        ImportField,
        ImportKind,
        ImportPreview,
        ImportReport,
        ImportRow,
        ImportSource,
        ImportTrouble,
        ImportVerdict,
        InventoryView,
        KeyCreated,
        KeyDetail,
        KeyFilter,
        KeyForm,
        KeyPage,
        KeyPasted,
        KeyQuery,
        KeyRow,
        KeyStatus,
        KeyType,
        KeychainView,
        Language,
        Layout,
        LetterRequest,
        Mark,
        MarkField,
        NewConsumerKey,
        NewKey,
        OfferView,
        OpenQuestion,
        Overview,
        PastedKey,
        Permalinks,
        Permission,
        Platform,
        PluginMessage,
        Position,
        PracticeAccount,
        PracticeAct,
        PracticeFault,
        PracticeFaultKind,
        PracticeFlavour,
        PracticeMail,
        PracticeMode,
        PracticePanel,
        PracticeRequest,
        PracticeServer,
        PracticeShopAct,
        PracticeShopMode,
        PracticeShopPanel,
        PracticeView,
        Problem,
        Progress,
        ProgressStage,
        QrCode,
        RecognisedServer,
        RecognisedSite,
        RefreshReport,
        RescueProgress,
        RescueReport,
        RetireWay,
        RevealedSecret,
        RevokeReport,
        RotationStep,
        RotationView,
        SealedPack,
        SecretRenewed,
        Seen,
        SendOutcome,
        SendProgress,
        SendResult,
        ServerKind,
        ServerLines,
        SessionState,
        Settings,
        Sheet,
        SheetLanguage,
        SheetRequest,
        SheetValue,
        SignInStep,
        SitePage,
        SiteUser,
        SiteView,
        StepOutcome,
        StoreChoice,
        StoreCreated,
        StoreForm,
        StorePage,
        StoreQuery,
        StoreRow,
        Theme,
        TimeSlot,
        TransferProgress,
        TurnView,
    );
    text.push('\n');
    text += &commands_in_typescript(&config);
    text += "\nexport interface Events {\n";
    for (name, carried) in EVENTS {
        let _ = writeln!(text, "  {name}: {carried};");
    }
    text + "}\n"
}
