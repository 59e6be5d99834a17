//! The columns of a file of users: the source of the sample file, the validation, the help and the
//! documentation.

use crate::domain::values::{is_invisible, to_ascii};
use crate::domain::{DomainName, NAME_LIMIT, PersonName, USER_NAME_LIMIT, UserDetails};

/// A column that a file of users may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Column {
    FirstName,
    LastName,
    DisplayName,
    /// The user name.
    Email,
    /// The result for the row; ignored when reading.
    StatusUpdate,
}

/// The properties of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ColumnRule {
    pub column: Column,
    pub english: Wording,
    pub german: Wording,
    /// Other accepted headings.
    pub aliases: &'static [&'static str],
    /// Whether the column, and a value in every record, is required.
    pub is_required: bool,
    /// The most characters (Unicode scalar values) of a value, unless the column is ignored.
    pub limit: Option<usize>,
    /// Values for the sample file; for e-mail addresses, the part before the `@`.
    pub examples: [&'static str; 2],
}

/// A column in one language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wording {
    pub heading: &'static str,
    pub help: &'static str,
}

/// Every column, in the order of the sample file.
pub static COLUMNS: [ColumnRule; 5] = [
    ColumnRule {
        column: Column::FirstName,
        english: Wording {
            heading: "First name",
            help: "Optional.",
        },
        german: Wording {
            heading: "Vorname",
            help: "Optional.",
        },
        aliases: &["Given name", "Prénom", "Nome", "Nombre", "Voornaam"],
        is_required: false,
        limit: Some(NAME_LIMIT),
        examples: ["Mina", "Jörg"],
    },
    ColumnRule {
        column: Column::LastName,
        english: Wording {
            heading: "Last name",
            help: "Optional.",
        },
        german: Wording {
            heading: "Nachname",
            help: "Optional.",
        },
        aliases: &[
            "Surname",
            "Family name",
            "Familienname",
            "Nom",
            "Nom de famille",
            "Cognome",
            "Apellidos",
            "Apellido",
            "Achternaam",
        ],
        is_required: false,
        limit: Some(NAME_LIMIT),
        examples: ["Berger", "Lindner"],
    },
    ColumnRule {
        column: Column::DisplayName,
        english: Wording {
            heading: "Display name",
            help: "The name in lists.",
        },
        german: Wording {
            heading: "Anzeigename",
            help: "Der Name in Listen.",
        },
        aliases: &[
            "Full name",
            "Nom d’affichage",
            "Nom complet",
            "Nome visualizzato",
            "Nome completo",
            "Nombre para mostrar",
            "Nombre completo",
            "Weergavenaam",
            "Volledige naam",
        ],
        is_required: true,
        limit: Some(NAME_LIMIT),
        examples: ["Mina Berger", "Jörg Lindner"],
    },
    ColumnRule {
        column: Column::Email,
        english: Wording {
            heading: "Email",
            help: "Becomes the user name. It must be in one of the customer's domains and not be \
                   taken.",
        },
        german: Wording {
            heading: "E-Mail",
            help: "Wird zum Benutzernamen. Die Domäne muss zum Kunden gehören, der Name noch frei \
                   sein.",
        },
        aliases: &[
            "Email address",
            "E-Mail-Adresse",
            "User name",
            "Benutzername",
            "User principal name",
            "Benutzerprinzipalname",
            "Adresse e-mail",
            "Adresse de messagerie",
            "Courriel",
            "Nom d’utilisateur",
            "Indirizzo e-mail",
            "Indirizzo di posta elettronica",
            "Posta elettronica",
            "Nome utente",
            "Correo electrónico",
            "Dirección de correo electrónico",
            "Nombre de usuario",
            "E-mailadres",
            "Gebruikersnaam",
        ],
        is_required: true,
        limit: Some(USER_NAME_LIMIT),
        examples: ["mina.berger", "joerg.lindner"],
    },
    ColumnRule {
        column: Column::StatusUpdate,
        english: Wording {
            heading: "Status update",
            help: "Leave it empty. Results show the status of each row here.",
        },
        german: Wording {
            heading: "Statusupdate",
            help: "Leer lassen. In den Ergebnissen steht hier der Status der Zeile.",
        },
        aliases: &[
            "Statusaktualisierung",
            "Mise à jour du statut",
            "Aggiornamento stato",
            "Actualización de estado",
        ],
        is_required: false,
        limit: None,
        examples: ["", ""],
    },
];

/// A column of Export users that is ignored when reading: users are created without it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExtraColumn {
    Licenses,
    Permissions,
    Location,
    Created,
}

impl ExtraColumn {
    /// Every extra column, in the order of the file.
    pub const ALL: [Self; 4] = [
        Self::Licenses,
        Self::Permissions,
        Self::Location,
        Self::Created,
    ];

    /// Returns the headings in English and German.
    pub const fn headings(self) -> [&'static str; 2] {
        match self {
            Self::Licenses => ["Licenses", "Lizenzen"],
            Self::Permissions => ["Permissions", "Berechtigungen"],
            Self::Location => ["Location", "Standort"],
            Self::Created => ["Created (UTC)", "Erstellt (UTC)"],
        }
    }

    /// Returns the column with this heading in either language.
    pub fn from_heading(heading: &str) -> Option<Self> {
        let name = folded(heading);
        let is_same = |known: &str| folded(known) == name;
        let mut all = Self::ALL.into_iter();
        all.find(|column| column.headings().into_iter().any(is_same))
    }
}

impl Column {
    /// Every column, in the order of the sample file.
    pub const ALL: [Self; 5] = [
        Self::FirstName,
        Self::LastName,
        Self::DisplayName,
        Self::Email,
        Self::StatusUpdate,
    ];

    pub fn rule(self) -> &'static ColumnRule {
        let [first, last, display, email, status] = &COLUMNS;
        match self {
            Self::FirstName => first,
            Self::LastName => last,
            Self::DisplayName => display,
            Self::Email => email,
            Self::StatusUpdate => status,
        }
    }

    /// Returns a user's value in this column, so that reading it back gives the same user.
    pub fn value(self, details: &UserDetails) -> &str {
        fn optional(name: &Option<PersonName>) -> &str {
            name.as_ref().map_or("", PersonName::as_str)
        }
        match self {
            Self::FirstName => optional(&details.first_name),
            Self::LastName => optional(&details.last_name),
            Self::DisplayName => details.display_name.as_str(),
            Self::Email => details.user_name.as_str(),
            Self::StatusUpdate => "",
        }
    }

    /// Returns the column with this heading in a language that is known, ignoring case, accents,
    /// spaces and punctuation. Templates of other programs have another name, or a remark, in
    /// brackets: `User name [userPrincipalName] Required`, `First Name [Required]`.
    pub fn from_heading(heading: &str) -> Option<Self> {
        let (before, bracket) = heading.split_once('[').unwrap_or((heading, ""));
        let inside = bracket.split(']').next().unwrap_or_default();
        Self::from_name(before).or_else(|| Self::from_name(inside))
    }

    fn from_name(name: &str) -> Option<Self> {
        let name = folded(name);
        let is_same = |known: &&str| folded(known) == name;
        COLUMNS
            .iter()
            .filter(|_| !name.is_empty())
            .find(|rule| {
                let headings = [&rule.english.heading, &rule.german.heading];
                headings.into_iter().chain(rule.aliases).any(is_same)
            })
            .map(|rule| rule.column)
    }
}

/// Returns the letters and digits of a heading in lower case, without accents and invisible
/// characters.
fn folded(heading: &str) -> String {
    let is_letter = |c: &char| match *c {
        '\u{a0}' => false,
        c if c.is_ascii() => c.is_ascii_alphanumeric(),
        c => !is_invisible(c),
    };
    let ascii = to_ascii(heading);
    let letters = ascii.chars().filter(is_letter);
    letters.map(|c| c.to_ascii_lowercase()).collect()
}

/// Returns the rows of the sample file: the headings in the language of `wording`, and two invented
/// users at this domain.
pub fn sample_rows(
    domain: &DomainName,
    wording: &dyn Fn(&'static ColumnRule) -> Wording,
) -> Vec<Vec<String>> {
    let head = COLUMNS.iter().map(|rule| wording(rule).heading.to_owned());
    let mut rows = vec![head.collect()];
    for user in 0..2 {
        let cells = COLUMNS.iter().map(|rule| {
            let example = rule.examples.get(user).copied().unwrap_or_default();
            match rule.column {
                Column::Email => format!("{example}@{}", domain.as_str()),
                _ => example.to_owned(),
            }
        });
        rows.push(cells.collect());
    }
    rows
}
