//! Pages as three releases write them (contract 4, 5): A and B in English, C in French.

use crate::stage::{Answer, Line, html, json, line};

/// A release, with what it writes differently.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Flavour {
    A,
    B,
    C,
}

impl Flavour {
    pub(crate) const ALL: [Self; 3] = [Self::A, Self::B, Self::C];

    /// Labels of read, write and both.
    pub(crate) fn labels(self) -> [&'static str; 3] {
        match self {
            Self::A | Self::B => ["Read", "Write", "Read/Write"],
            Self::C => ["Lecture", "Écriture", "Lecture/Écriture"],
        }
    }

    /// The tags of the cells with box and title.
    fn tags(self) -> (&'static str, &'static str) {
        match self {
            Self::A => ("td", "th"),
            Self::B | Self::C => ("th", "td"),
        }
    }

    fn dots(self) -> &'static str {
        match self {
            Self::A | Self::B => "***",
            Self::C => "&hellip;",
        }
    }

    /// The word for a key never used.
    pub(crate) fn never(self) -> &'static str {
        match self {
            Self::A | Self::B => "Unknown",
            Self::C => "Inconnu",
        }
    }
}

/// The list's path, and more of its query.
pub(crate) fn keys(more: &str) -> String {
    format!("GET /wp-admin/admin.php?page=wc-settings&tab=advanced&section=keys{more}")
}

/// The ajax address.
pub(crate) const AJAX: &str = "POST /wp-admin/admin-ajax.php";

/// A row of the list.
#[derive(Clone)]
pub(crate) struct Row {
    pub(crate) id: i64,
    pub(crate) description: String,
    pub(crate) ending: String,
    /// Cell of the owner, as markup.
    pub(crate) owner: String,
    /// Which label: 0 to 2.
    pub(crate) permission: usize,
    pub(crate) last_access: Option<&'static str>,
    pub(crate) may_change: bool,
}

/// An ordinary row.
pub(crate) fn row(id: i64) -> Row {
    Row {
        id,
        description: format!("App {id} &amp; Co"),
        ending: format!("{id:07}"),
        owner: "<a href=\"{base}/wp-admin/user-edit.php?user_id=2&#038;x=1\">Ann</a>".to_owned(),
        permission: 2,
        last_access: None,
        may_change: true,
    }
}

impl Row {
    pub(crate) fn with_permission(mut self, permission: usize) -> Self {
        self.permission = permission;
        self
    }

    /// Somebody else's, seen by an account that may not touch it.
    pub(crate) fn untouchable(mut self) -> Self {
        self.may_change = false;
        self.owner = "Bob".to_owned();
        self
    }

    /// Of a deleted user.
    pub(crate) fn ownerless(mut self) -> Self {
        self.owner = String::new();
        self
    }

    fn written(&self, flavour: Flavour) -> String {
        let Self { id, ending, .. } = self;
        let (box_tag, title_tag) = flavour.tags();
        let dots = flavour.dots();
        let edit = format!(
            "{{base}}/wp-admin/admin.php?page=wc-settings&#038;tab=advanced&#038;section=keys&#038;edit-key={id}"
        );
        let revoke = edit.replace("edit-key", "revoke-key") + "&#038;_wpnonce=0123456789";
        let title = if self.may_change {
            format!(
                "<a href=\"{edit}\" class=\"row-title\">{}</a>",
                self.description
            )
        } else {
            self.description.clone()
        };
        let acts = if self.may_change {
            format!(
                " | <span class=\"edit\"><a href=\"{edit}\">Voir</a></span> | <span class=\"trash\">\
                <a class=\"submitdelete\" href=\"{revoke}\">Révoquer</a></span>"
            )
        } else {
            String::new()
        };
        let label = flavour.labels()[self.permission];
        let last_access = self.last_access.unwrap_or(flavour.never());
        let owner = &self.owner;
        format!(
            "<tr><{box_tag} class=\"check-column\"><input type=\"checkbox\" name=\"key[]\" value=\"{id}\" /></{box_tag}>
            <{title_tag} class='title column-title has-row-actions column-primary' data-colname=\"x\">
            <strong>{title}</strong><div class=\"row-actions\"><span class=\"id\">ID: {id}</span>{acts}</div>
            <button type=\"button\" class=\"toggle-row\"><span>x</span></button></{title_tag}>
            <td class='truncated_key column-truncated_key'><code>{dots}{ending}</code></td>
            <td class='user column-user'>{owner}</td>
            <td class='permissions column-permissions'>{label}</td>
            <td class='last_access column-last_access'>{last_access}</td></tr>"
        )
    }
}

/// A page of the list: its rows, how many rows and pages there are, and whether several may be
/// revoked at once. The link to a next page never ends.
pub(crate) fn list(
    flavour: Flavour,
    rows: &[Row],
    count: usize,
    pages: usize,
    bulk: bool,
) -> Answer {
    let rows: String = rows.iter().map(|row| row.written(flavour)).collect();
    let menu = if bulk {
        "<select name=\"action\" id=\"bulk-action-selector-top\"><option value=\"-1\">Actions</option>\
        <option value=\"revoke\">Révoquer</option></select>"
    } else {
        ""
    };
    html(&format!(
        "<html><body class=\"wp-admin\"><a href=\"{{base}}/wp-login.php?action=logout&amp;_wpnonce=abc\">Bye</a>
        <form method=\"post\" id=\"mainform\" action=\"\" enctype=\"multipart/form-data\">
        <h2><a class=\"page-title-action\" href=\"x\">Add key</a></h2>
        <input type=\"hidden\" name=\"_wpnonce\" value=\"1111111111\" /><div class=\"tablenav\">{menu}
        <span class=\"displaying-num\">{count} items</span><span class='total-pages'>{pages}</span>
        <a class='next-page button' href='{{base}}/x&#038;paged={pages}'>›</a></div>
        <table class=\"wp-list-table widefat keys\"><thead><tr><td class='column-title'>x</td></tr></thead>
        <tbody id=\"the-list\" data-wp-lists='list:key'>{rows}</tbody></table>
        <input type=\"hidden\" name=\"_wpnonce\" value=\"2222222222\" />
        <input type=\"hidden\" name=\"_wp_http_referer\" value=\"x\" /></form></body></html>"
    ))
}

/// A whole list on one page, as an administrator sees it.
pub(crate) fn short_list(flavour: Flavour, rows: &[Row]) -> Answer {
    list(flavour, rows, rows.len(), 1, true)
}

/// No key at all.
pub(crate) fn blank() -> Answer {
    html(
        "<form id=\"mainform\"><div class=\"woocommerce-BlankState woocommerce-BlankState--api\"></div></form>",
    )
}

/// The page of a key, or for a new one.
pub(crate) struct KeyPage {
    pub(crate) id: i64,
    pub(crate) nonce: &'static str,
    pub(crate) owner: i64,
    /// The permission chosen: 0 to 2.
    pub(crate) permission: usize,
    pub(crate) description: &'static str,
    pub(crate) ending: &'static str,
    /// Labels other than the release's own.
    pub(crate) labels: Option<[&'static str; 3]>,
}

/// The page for a new key.
pub(crate) fn new_key() -> KeyPage {
    KeyPage {
        id: 0,
        nonce: "aaaaaaaaaa",
        owner: 1,
        permission: 0,
        description: "",
        ending: "",
        labels: None,
    }
}

/// The page of a key that exists.
pub(crate) fn edit_key(id: i64) -> KeyPage {
    KeyPage {
        id,
        ending: "0000009",
        description: "Renamed &amp; Co",
        owner: 2,
        ..new_key()
    }
}

impl KeyPage {
    pub(crate) fn answer(&self, flavour: Flavour) -> Answer {
        let slash = if flavour == Flavour::C { "\\/" } else { "/" };
        let ajax = "{base}/wp-admin/admin-ajax.php".replace('/', slash);
        let labels = self.labels.unwrap_or(flavour.labels());
        let options = [0, 1, 2].map(|place| {
            let value = ["read", "write", "read_write"][place];
            let chosen = ["", " selected='selected'"][usize::from(place == self.permission)];
            let label = labels[place];
            format!("<option value=\"{value}\"{chosen}>{label}</option>")
        });
        let options = options.concat();
        let Self {
            id,
            nonce,
            owner,
            description,
            ending,
            ..
        } = self;
        let code = if *id == 0 {
            String::new()
        } else {
            format!("<code>&hellip;{ending}</code>")
        };
        html(&format!(
            "<html><body><a href='{{base}}/wp-login.php?action=logout&amp;_wpnonce=abc'>Bye</a>
            <script id=\"wc-enhanced-select-js-extra\">
            var wc_enhanced_select_params = {{\"i18n_x\":\"y\",\"search_customers_nonce\":\"cccccccccc\"}};
            </script><script id='woocommerce_admin_api_keys'>
            var woocommerce_admin_api_keys = {{\"ajax_url\":\"{ajax}\",\"update_api_nonce\":\"{nonce}\",\"clipboard_failed\":\"x}};\"}};
            </script><form method=\"post\" id=\"mainform\"><input type=\"hidden\" id=\"key_id\" value=\"{id}\" />
            <input maxlength=\"200\" id=\"key_description\" type=\"text\" value=\"{description}\" />
            <select class=\"wc-customer-search\" id=\"key_user\"><option value=\"{owner}\" selected=\"selected\">ann (#{owner} &ndash; ann@shop.example)</option></select>
            <select id=\"key_permissions\">{options}</select>{code}</form></body></html>"
        ))
    }
}

/// The page for a new key, asked for.
pub(crate) fn new_key_line() -> Line {
    line(&keys("&create-key=1"), new_key().answer(Flavour::A))
}

/// A key just made.
pub(crate) fn made(permissions: &str) -> Answer {
    json(&format!(
        r#"{{"success":true,"data":{{"user_id":1,"description":"My app","permissions":"{permissions}",
        "consumer_key":"ck_0123456789abcdef0123456789abcdef01234567",
        "consumer_secret":"cs_89abcdef0123456789abcdef0123456789abcdef","truncated_key":"1234567",
        "message":"API Key generated successfully.",
        "revoke_url":"<a style=\"color: #a00\" href=\"{{base}}\/wp-admin\/admin.php?page=wc-settings&#038;tab=advanced&#038;section=keys&#038;revoke-key=9&#038;_wpnonce=0123456789\">Revoke<\/a>"}}}}"#
    ))
}

/// The login page, with more in its form.
pub(crate) fn login(more: &str) -> Answer {
    let form = login_form(more);
    html(&form).with("Set-Cookie: wordpress_test_cookie=WP%20Cookie%20check; path={folder}/")
}

/// Its markup.
pub(crate) fn login_form(more: &str) -> String {
    format!(
        "<html><body class=\"login\"><form name=\"loginform\" id=\"loginform\" action=\"{{base}}/wp-login.php\" method=\"post\">
        <input type=\"text\" name=\"log\" id=\"user_login\" required=\"required\" />
        <input type=\"password\" name=\"pwd\" id=\"user_pass\" required=\"required\" />{more}
        <input name=\"rememberme\" type=\"checkbox\" id=\"rememberme\" value=\"forever\" />
        <input type=\"submit\" name=\"wp-submit\" value=\"Log In\" />
        <input type=\"hidden\" name=\"redirect_to\" value=\"{{base}}/wp-admin/\" />
        <input type=\"hidden\" name=\"testcookie\" value=\"1\" /></form></body></html>"
    )
}

/// The cookies of a session, on an answer.
pub(crate) fn signed_in(answer: Answer) -> Answer {
    answer
        .with("Set-Cookie: wordpress_5e1f=ann%7C1; path={folder}/wp-content/plugins; HttpOnly")
        .with("Set-Cookie: wordpress_5e1f=ann%7C1; path={folder}/wp-admin; HttpOnly")
        .with("Set-Cookie: wordpress_logged_in_5e1f=ann%7C2; path={folder}/; HttpOnly")
}
