//! Words that the rooms and the page share one by one.

macro_rules! shown {
    ($function:ident, $type:ident: $($variant:ident),* $(,)?) => {
        pub(crate) fn $function(value: keys::$type) -> contract::$type {
            match value {
                $(keys::$type::$variant => contract::$type::$variant,)*
            }
        }
    };
}

macro_rules! read {
    ($function:ident, $type:ident: $($variant:ident),* $(,)?) => {
        pub(crate) fn $function(value: contract::$type) -> keys::$type {
            match value {
                $(contract::$type::$variant => keys::$type::$variant,)*
            }
        }
    };
}

macro_rules! both {
    ($shown:ident, $read:ident, $type:ident: $($variant:ident),* $(,)?) => {
        shown!($shown, $type: $($variant),*);
        read!($read, $type: $($variant),*);
    };
}

both!(act, read_act, Act:
    Created, SeenOnServer, CopiedSecret, CopiedIdentifier, CopiedBaseUrl, Revealed, Renewed,
    RenewedElsewhere, ReplacedElsewhere, RenamedElsewhere, GoneFromServer, BackOnServer, Checked,
    NoteChanged, LocalNameChanged, TookNewPair, Archived, Unarchived, SecretLost, SecretRescued,
    HandedOver, HandoverConfirmed, RotationBegun, RotationEnded, Imported, Edited,
    PermissionChangedElsewhere, Revoked);
shown!(kind, ConnectionKind: CoopCycle, Practice, WooCommerce, PracticeShop);
both!(permission, read_permission, Permission: Read, Write, ReadWrite);
shown!(status, KeyStatus:
    Works, OpensAnotherStore, LacksDeliveries, Unrestricted, Refused, Replaced, RenewedElsewhere,
    WrongInstance, Gone, StoreGone, NotRecognised, OwnerLacksRight, OwnerGone, PlainHttp,
    PlainPermalinks, SecretMissing, NotHeld, Unreachable, NotChecked);
both!(key_type, read_key_type, KeyType: OAuth, ApiKey, Consumer);
both!(platform, read_platform, Platform: WooCommerce, PrestaShop, Shopify, Php, Curl, Api);
both!(sheet_language, read_sheet_language, SheetLanguage: En, Fr, Es, De, It, Pt, Ca);
both!(channel, read_channel, Channel: Copied, Mail, Printed, Pdf, SealedPack, Qr, Other);
both!(attention_kind, read_attention_kind, AttentionKind:
    KeyTrouble, SecretNotStored, Unrestricted, EveryOrder, HolderLeft, RotationOpen,
    NeverHandedOver, NotConfirmed, Old, Unused, NoTimeSlot, StoreWithoutKey, DraftWaiting);
shown!(rotation_step, RotationStep: MakeKey, HandOver, AwaitUse, Retire, Archive, Done);
shown!(seen, Seen: Confirmed, Delivery, Access);
both!(entered_field, read_entered_field, EnteredField: BaseUrl, Identifier, Secret);
shown!(fix, Fix:
    CopyInTurn, TakeNewPair, Rotate, SetTimeSlot, Refresh, AskInAddress, ChangePermission, Remake);
shown!(diagnosis_step, DiagnosisStep:
    Values, Entrypoint, Token, WhoAmI, Store, TimeSlot, SiteRoot, Reading, Writing, KeyList,
    InAddress);
shown!(step_outcome, StepOutcome: Passed, Doubtful, Failed, NotReached);
