//! Which plans exclude each other, and which need another.

use super::handles::Plan;
use super::plans::*;

impl Plan {
    /// Returns the plans that may not be switched on for the same user together with this one. A
    /// plan never conflicts with itself, even out of two products. Conflicts are symmetric.
    ///
    /// Source: "Service plans that cannot be assigned at the same time", the last part of the
    /// reference (error `MutuallyExclusiveViolation`).
    pub fn conflicts_with(self) -> impl Iterator<Item = Plan> {
        CONFLICTS.iter().filter_map(move |&(one, other)| {
            if one == self {
                Some(other)
            } else if other == self {
                Some(one)
            } else {
                None
            }
        })
    }

    /// Returns what else must be switched on for the same user: **any one** plan of **every**
    /// group. Empty for most plans.
    ///
    /// Source: "Manage licenses for products with prerequisites" in "Identify and resolve license
    /// assignment problems for a group" (error `DependencyViolation`).
    pub fn requires(self) -> &'static [&'static [Plan]] {
        REQUIREMENTS
            .iter()
            .find(|(plan, _)| *plan == self)
            .map_or(&[], |(_, groups)| groups)
    }
}

/// Plans that may not be switched on for the same user. Each pair stands here once, in either
/// order.
///
/// From "Service plans that cannot be assigned at the same time" in "Product names and service plan
/// identifiers for licensing", as far as both plans are in the catalogue. Not in here, and why:
///
/// - Entra ID P1 and P2: "All service plans related to Microsoft Entra ID can now be assigned
///   together". P1 is included in P2 the other way round: every product with `AAD_PREMIUM_P2` lists
///   `AAD_PREMIUM` as well, and one plan out of two products is no conflict.
/// - Office for the web: the commercial products share the one plan `SHAREPOINTWAC`; there is no
///   second to conflict with.
/// - Project, Visio, Power BI: their own plans may be held together. Project Plans 1 and 3 still
///   cannot, because of their SharePoint plans.
///
/// Exchange Online follows the page ("Exchange Online (Plan 2) conflicts with Exchange Online (Plan
/// 1)"), although the commercial service lets several Exchange plans stack since January 2023.
/// SharePoint follows the table of the page, although its prose of 2025 says "not recommended".
static CONFLICTS: &[(Plan, Plan)] = &[
    (EXCHANGE_S_STANDARD, EXCHANGE_S_ENTERPRISE),
    (EXCHANGE_S_STANDARD, EXCHANGE_S_DESKLESS),
    (EXCHANGE_S_ENTERPRISE, EXCHANGE_S_DESKLESS),
    (SHAREPOINTSTANDARD, SHAREPOINTENTERPRISE),
    (SHAREPOINTSTANDARD, SHAREPOINTDESKLESS),
    (SHAREPOINTENTERPRISE, SHAREPOINTDESKLESS),
    (MCOIMP, MCOSTANDARD),
    (MCOPSTN1, MCOPSTN2),
    (DYN365_ENTERPRISE_SALES, DYN365_ENTERPRISE_TEAM_MEMBERS),
];

/// What a plan needs on the same user: any one plan of every group.
///
/// - Office for the web: "To assign a license that contains Office for the web, you must also
///   assign one of the following service plans: SharePoint Online (Plan 2), SharePoint Online
///   Kiosk, SharePoint Online (Plan 1)" (message of the admin center); OneDrive as well, because
///   the "Apps" products come with it and without SharePoint.
/// - Archiving is an add-on to a mailbox; it is in the products with Plan 2 already.
/// - Phone and Audio Conferencing are add-ons to Teams or, before it, Skype for Business
///   ("Microsoft Teams add-on licensing").
/// - Calling Plans: "You must first purchase a Phone System add-on license" ("Calling Plans for
///   Office 365").
static REQUIREMENTS: &[(Plan, &[&[Plan]])] = &[
    (
        SHAREPOINTWAC,
        &[&[
            SHAREPOINTSTANDARD,
            SHAREPOINTENTERPRISE,
            SHAREPOINTDESKLESS,
            ONEDRIVESTANDARD,
        ]],
    ),
    (
        EXCHANGE_S_ARCHIVE_ADDON,
        &[&[
            EXCHANGE_S_STANDARD,
            EXCHANGE_S_ENTERPRISE,
            EXCHANGE_S_DESKLESS,
        ]],
    ),
    (MCOEV, &[&[TEAMS1, MCOSTANDARD]]),
    (MCOMEETADV, &[&[TEAMS1, MCOSTANDARD]]),
    (MCOPSTN1, &[&[MCOEV]]),
    (MCOPSTN2, &[&[MCOEV]]),
];
