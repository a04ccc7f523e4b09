//! Bills and subscriptions: found in what was paid, confirmed or dismissed by a person.

mod decide;
mod find;
mod list;
mod view;

pub(crate) use decide::key_of;
pub(crate) use list::Billing;
pub use view::{BillCharge, BillPrice, BillRhythm, BillState, BillView, BillsView, PriceRise};
