//! What a person does that changes no state.

use serde::{Deserialize, Serialize};

use crate::domain::coded;

coded! {
    /// Something that a person does and that no event tells of. It is recorded in the attempt only.
    #[derive(Serialize, Deserialize)]
    #[serde(try_from = "String", into = "&'static str")]
    pub enum Act {
        /// Temporary passwords were handed over, in whichever way. Only checks have it; an attempt
        /// records the way. A draft of an e-mail hands over nothing.
        CredentialsDelivered = "credentials-delivered",
        CredentialsPrinted = "credentials-printed",
        CredentialsCopied = "credentials-copied",
        CredentialsDownloaded = "credentials-downloaded",
        /// An e-mail with temporary passwords was begun.
        EmailDrafted = "email-drafted",
        /// A list was exported, whichever. Only checks have it; an attempt records which.
        Exported = "exported",
        CustomersExported = "customers-exported",
        UsersExported = "users-exported",
        SubscriptionsExported = "subscriptions-exported",
        LogExported = "log-exported",
        /// The list of users was filtered.
        Filtered = "filtered",
        /// A file of users was validated, with or without mistakes.
        Uploaded = "uploaded",
        /// A REST request or PowerShell command was copied from the activity log.
        CallCopied = "call-copied",
    }
}

impl Act {
    /// Returns whether somebody who did `other` has done this.
    pub const fn includes(self, other: Self) -> bool {
        match self {
            Self::CredentialsDelivered => matches!(
                other,
                Self::CredentialsDelivered
                    | Self::CredentialsPrinted
                    | Self::CredentialsCopied
                    | Self::CredentialsDownloaded
            ),
            Self::Exported => matches!(
                other,
                Self::Exported
                    | Self::CustomersExported
                    | Self::UsersExported
                    | Self::SubscriptionsExported
                    | Self::LogExported
            ),
            _ => self as u8 == other as u8,
        }
    }
}
