//! Bills and subscriptions: found in what was paid, confirmed or dismissed by a person.

mod view;

pub use view::{BillCharge, BillPrice, BillRhythm, BillState, BillView, BillsView, PriceRise};
