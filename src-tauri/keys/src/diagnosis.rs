//! Why a key does not work where it was entered: causes by name, and the steps that told them.

/// What is wrong, as a person can mend it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cause {
    /// A value has a space or a line break in it, or an invisible character.
    WhiteSpace(EnteredField),
    /// A value is empty.
    Empty(EnteredField),
    /// Identifier and Secret were entered in each other's field.
    HalvesSwapped,
    /// A Secret or Identifier was cut short, or holds something else; with its length and the
    /// expected one.
    WrongLength {
        /// Which.
        field: EnteredField,
        /// How many characters it has.
        found: usize,
        /// How many it should have.
        expected: usize,
    },
    /// The base URL ends with a slash, which some versions of the plugin fall over.
    BaseUrlSlash,
    /// The base URL has a path, a query or a fragment.
    BaseUrlPath,
    /// The base URL begins with `http://`.
    BaseUrlHttp,
    /// The base URL has, or lacks, the `www.` of the server's address.
    BaseUrlWww,
    /// The base URL is no web address at all.
    BaseUrlNoAddress,
    /// The base URL leads to another address, which plugins do not follow with a key.
    Redirected {
        /// Where to.
        to: String,
    },
    /// The server's certificate is not trusted. The WordPress plugin does not look at it.
    Certificate,
    /// Another instance's address: the Identifier belongs to that one.
    OtherInstance {
        /// The address the Identifier belongs to.
        belongs_to: String,
    },
    /// The address is none of the connections, so it was not asked.
    UnknownAddress,
    /// No CoopCycle instance answers there.
    NotCoopCycle,
    /// The deliveries scope is missing.
    LacksDeliveries,
    /// An `ak_` value, where a plugin wants Identifier and Secret.
    ApiKeyInstead,
    /// It opens another Store than it should; with that Store's name.
    OpensAnotherStore {
        /// What it opens.
        store: String,
    },
    /// The Secret is a former one: it was renewed since.
    Renewed,
    /// The pair is a former one: the app's page was saved on the server since.
    Replaced,
    /// The Secret is not the one that belongs to the Identifier.
    SecretDiffers,
    /// No such Identifier is known, here or to the server.
    UnknownIdentifier,
    /// Identifier and Secret are not accepted, and nothing here tells why.
    Refused,
    /// The server is under maintenance.
    Maintenance,
    /// The server answers with an error.
    ServerDown {
        /// Its status.
        status: Option<u16>,
    },
    /// The server was not reached.
    Unreachable,
    /// The key works, but its Store has no time slot: the plugin's date picker stays empty.
    NoTimeSlot,
    /// The key works without any scope: it may do everything.
    Unrestricted,
    /// The site answers over plain http, where consumer keys do not count.
    SitePlainHttp,
    /// The site has plain permalinks, behind which consumer keys are not recognised.
    PlainPermalinks,
    /// The web server keeps the header to itself that carries the consumer key.
    HeaderStripped,
    /// A proxy ends https in front of the site without telling it.
    HttpsHidden,
    /// The key is in the site's list and the site does not see it: either of the two above. Asking
    /// with the key in the address would tell which.
    HeaderOrHttps,
    /// The key is not in the site's list any more.
    Revoked,
    /// The site has no such consumer key, or never got it: nobody is signed in to tell.
    NotRecognised,
    /// The key's owner may not manage the shop.
    OwnerLacksRight,
    /// The key's owner was deleted.
    OwnerGone,
    /// The key may not read.
    LacksRead,
    /// The key may not write.
    LacksWrite,
    /// No WooCommerce answers there.
    NotWooCommerce,
    /// A firewall or a plugin closes the site's REST routes.
    RestClosed,
    /// Everything works from here.
    NothingWrong,
}

/// A value that is entered in a plugin.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum EnteredField {
    /// *Base URL*.
    BaseUrl,
    /// *API Key*.
    Identifier,
    /// *API Secret*.
    Secret,
}

/// A step of the plugin's own way (contract 6.6), and what we look at besides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DiagnosisStep {
    /// The values as they were entered.
    Values,
    /// `GET /api`: is it an instance?
    Entrypoint,
    /// `POST /oauth2/token` with the scope `deliveries`.
    Token,
    /// `GET /api/me`.
    WhoAmI,
    /// The Store.
    Store,
    /// The Store's time slot.
    TimeSlot,
    /// The site's REST root: is it WooCommerce, and behind which permalinks?
    SiteRoot,
    /// Reading with the consumer key.
    Reading,
    /// Writing with the consumer key, where nothing can be written.
    Writing,
    /// The site's list of keys.
    KeyList,
    /// The same with the key in the address, after asking.
    InAddress,
}

/// What came of a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum StepOutcome {
    /// As it should be.
    Passed,
    /// It works, but something needs a look.
    Doubtful,
    /// Here it ends.
    Failed,
    /// It did not come to that.
    NotReached,
}

/// What the WordPress plugin 1.1.0 shows in this case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PluginMessage {
    /// "Server is not compatible with CoopCycle".
    NotCompatible,
    /// "API credentials are not valid".
    CredentialsNotValid,
    /// The settings page breaks.
    Broken,
    /// `Connected to app "…"`, with the App name.
    Connected(String),
    /// Nothing that one could see.
    Silent,
}

/// One-click mending.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Fix {
    /// Copy the right values in turn, for the developer to enter again.
    CopyInTurn,
    /// Take the pair that the server shows now.
    TakeNewPair,
    /// Make a second key with the deliveries scope and replace this one.
    Rotate,
    /// Choose a time slot for the Store.
    SetTimeSlot,
    /// Read the server again.
    Refresh,
    /// Ask once with the key in the address, which the web server may write down.
    AskInAddress,
    /// Give the key another permission.
    ChangePermission,
    /// Revoke it, and make another like it.
    Remake,
}

/// The outcome of a diagnosis.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnosis {
    /// What is wrong, most likely first; never empty.
    pub causes: Vec<(Cause, Option<Fix>)>,
    /// Every step, in order.
    pub steps: Vec<(DiagnosisStep, StepOutcome)>,
    /// What the plugin shows; `None` for a consumer key, which is entered in programs of any kind.
    pub plugin: Option<PluginMessage>,
    /// The base URL to enter, when the given one was wrong or merely untidy.
    pub right_base_url: Option<String>,
}
