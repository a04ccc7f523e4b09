//! Row identities: each noun has its own type, so that one cannot be passed for another.

macro_rules! id {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[serde(transparent)]
        #[cfg_attr(feature = "types", derive(specta::Type), specta(transparent))]
        pub struct $name(#[cfg_attr(feature = "types", specta(type = u32))] pub i64);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }
    )*};
}

id! {
    /// A commodity in one ledger.
    CommodityId,
    /// An account in one ledger.
    AccountId,
    /// A payee in one ledger.
    PayeeId,
    /// A tag in one ledger.
    TagId,
    /// An import: one file taken into the books.
    BatchId,
    /// A remembered way to read a bank's files.
    ProfileId,
    /// A categorisation rule.
    RuleId,
    /// A statement balance.
    StatementId,
    /// A file kept with a transaction.
    AttachmentId,
}
