//! What is worth knowing: today, and of a month.

mod month;
mod safe;
mod spending;
mod today;
mod view;

pub use view::{
    BecauseView, ChangeView, InsightNote, InsightTransaction, InsightView, MilestoneMark, MilestoneView,
    MonthReview, SafeReasonView, SafeView, SafeWhy, UnusualView, UsualView,
};
