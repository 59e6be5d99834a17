//! The products that users hold, and changes to them.

mod held;
mod survey;
mod update;

pub use held::Licenses;
pub(super) use survey::Fate;
pub use survey::{Forecast, SeatForecast, Share, Survey};
pub use update::{LicenseChange, LicenseUpdate};
