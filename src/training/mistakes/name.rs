//! The names that a course may use, and the nearest one to a misspelt name.

use crate::domain::{
    Action, AdminRole, Coded, CompanyName, DomainName, Location, PartnerRole, PersonName, Sku,
    UserName, distance_within,
};
use crate::training::check::{CountFilter, Who};
use crate::training::pointing::{Place, Role};
use crate::training::{Act, FileEncoding};

/// What a name stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Name {
    /// A part number.
    Product,
    /// The code of a service plan of the product.
    Plan,
    /// A whole user name.
    User,
    /// A whole user name, or `*@` and a domain.
    UserOrAnyone,
    Domain,
    Location,
    AdminRole,
    PartnerRole,
    Action,
    Act,
    /// A filter of the list of users.
    Filter,
    /// A first, last or display name.
    Person,
    Company,
    /// The name of a goal or an exercise: lower-case letters, digits and hyphens.
    Id,
    Encoding,
    Place,
    /// The role of a control.
    Control,
}

impl Name {
    /// Returns whether there is something of this name, as far as the text alone tells.
    pub(super) fn is_known(self, text: &str) -> bool {
        match self {
            Self::Product => Sku::by_part_number(text).is_some(),
            Self::User => UserName::parse(text).is_some(),
            Self::UserOrAnyone => Who::try_from(text.to_owned()).is_ok(),
            Self::Domain => DomainName::parse(text).is_some(),
            Self::Location => Location::parse(text).is_some(),
            Self::Filter => CountFilter::try_from(text.to_owned()).is_ok(),
            Self::Person => PersonName::required(text).is_ok(),
            Self::Company => CompanyName::parse(text).is_ok(),
            Self::Id => is_id(text),
            Self::Plan
            | Self::AdminRole
            | Self::PartnerRole
            | Self::Action
            | Self::Act
            | Self::Encoding
            | Self::Place
            | Self::Control => self.all().contains(&text),
        }
    }

    /// Returns the known name that was probably meant.
    pub(super) fn suggestion(self, text: &str) -> Option<String> {
        if self == Self::Filter {
            let (prefix, product) = ["without-", "with-"]
                .into_iter()
                .find_map(|prefix| Some((prefix, text.strip_prefix(prefix)?)))?;
            let known = nearest(text, self.all()).map(str::to_owned);
            let of_product = || Self::Product.suggestion(product);
            return known.or_else(|| Some([prefix, &of_product()?].concat()));
        }
        nearest(text, self.all()).map(str::to_owned)
    }

    /// Returns every known name, if they can be listed.
    pub(super) fn all(self) -> Vec<&'static str> {
        match self {
            Self::Product => Sku::all().map(|sku| sku.part_number).collect(),
            Self::Location => Location::all().map(Location::code).collect(),
            Self::AdminRole => codes::<AdminRole>(),
            Self::PartnerRole => codes::<PartnerRole>(),
            Self::Action => codes::<Action>(),
            Self::Act => codes::<Act>(),
            Self::Filter => CountFilter::NAMED.to_vec(),
            Self::Encoding => codes::<FileEncoding>(),
            Self::Place => codes::<Place>(),
            Self::Control => codes::<Role>(),
            Self::User
            | Self::UserOrAnyone
            | Self::Domain
            | Self::Person
            | Self::Company
            | Self::Id
            | Self::Plan => Vec::new(),
        }
    }
}

fn codes<T: Coded>() -> Vec<&'static str> {
    T::ALL.iter().map(|one| one.code()).collect()
}

fn is_id(text: &str) -> bool {
    let is_letter = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    (1..=40).contains(&text.len()) && text.bytes().all(is_letter)
}

/// Returns the candidate that was probably meant: the nearest one within three edits, or fewer for
/// a short text, or one with the same letters in another order.
pub(super) fn nearest<'a>(
    text: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    let limit = (text.len() / 3).min(3);
    let letters = |text: &str| {
        let mut letters = text.as_bytes().to_vec();
        letters.sort_unstable();
        letters
    };
    let own = letters(text);
    let near = candidates.into_iter().filter_map(|candidate| {
        let is_mixed_up = candidate.len() == own.len() && letters(candidate) == own;
        let distance = if is_mixed_up {
            Some(1)
        } else {
            distance_within(candidate.as_bytes(), text.as_bytes(), limit)
        };
        Some((distance?, candidate))
    });
    near.min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}
