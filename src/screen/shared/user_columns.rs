//! Texts about a user, shared by the lists of active and deleted users.

use crate::domain::{PersonName, User};
use crate::text::Language;

/// Returns a user's names, which a search looks through.
pub fn searched_text(user: &User) -> String {
    let details = &user.details;
    let first = details.first_name.as_ref().map_or("", PersonName::as_str);
    let last = details.last_name.as_ref().map_or("", PersonName::as_str);
    let (display, user) = (details.display_name.as_str(), details.user_name.as_str());
    format!("{display}\n{user}\n{first}\n{last}")
}

/// Returns the names of the user's permissions; nothing for somebody who only uses services.
pub fn permission_names(language: Language, user: &User) -> String {
    let roles = user.details.roles.iter();
    let names = roles.map(|role| language.sentences().admin_role(*role));
    names.collect::<Vec<_>>().join(", ")
}

/// Returns the names of the user's products, in catalogue order.
pub fn license_names(user: &User) -> String {
    user.licenses
        .products()
        .map(|sku| sku.name)
        .collect::<Vec<_>>()
        .join(", ")
}
