//! Filters of the list of users, as a course writes them.

use serde::Deserialize;

use crate::domain::{Sku, UserFilter};

/// A filter of the list of users; `None` is everybody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct CountFilter(pub Option<UserFilter>);

impl CountFilter {
    /// The filters that are about no product.
    pub const NAMED: [&'static str; 5] = [
        "all",
        "without-license",
        "with-license",
        "administrators",
        "without-location",
    ];
}

impl CountFilter {
    /// Returns the name of the filter in a course.
    pub fn code(self) -> String {
        let code = match self.0 {
            None => "all",
            Some(UserFilter::Unlicensed) => "without-license",
            Some(UserFilter::Licensed) => "with-license",
            Some(UserFilter::Administrators) => "administrators",
            Some(UserFilter::WithoutLocation) => "without-location",
            Some(UserFilter::Holding(sku)) => return format!("with-{}", sku.part_number),
            Some(UserFilter::NotHolding(sku)) => return format!("without-{}", sku.part_number),
        };
        code.to_owned()
    }
}

impl TryFrom<String> for CountFilter {
    type Error = &'static str;

    fn try_from(code: String) -> Result<Self, Self::Error> {
        let of_product = |prefix: &str| code.strip_prefix(prefix).and_then(Sku::by_part_number);
        let filter = match &*code {
            "all" => return Ok(Self(None)),
            "without-license" => UserFilter::Unlicensed,
            "with-license" => UserFilter::Licensed,
            "administrators" => UserFilter::Administrators,
            "without-location" => UserFilter::WithoutLocation,
            _ => match (of_product("with-"), of_product("without-")) {
                (Some(sku), _) => UserFilter::Holding(sku),
                (None, Some(sku)) => UserFilter::NotHolding(sku),
                (None, None) => return Err("not a filter of the list of users"),
            },
        };
        Ok(Self(Some(filter)))
    }
}
