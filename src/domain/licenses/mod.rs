//! The products that users hold, and changes to them.

mod forecast;
mod held;
mod share;
mod survey;
mod update;

pub use forecast::{Forecast, SeatForecast};
pub use held::Licenses;
pub use share::Share;
pub(super) use survey::Fate;
pub use survey::Survey;
pub use update::{LicenseChange, LicenseUpdate};
