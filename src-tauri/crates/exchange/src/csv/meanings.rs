//! What the words of banks can mean.

/// What a column's header says is in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Header {
    /// A date without more.
    Date,
    /// The day on which the bank booked the row.
    Booked,
    /// The day on which the payment was made.
    Made,
    /// The day from which interest counts.
    Value,
    Time,
    Amount,
    /// The amount after fees.
    Net,
    /// The amount before fees.
    Gross,
    Out,
    In,
    Direction,
    Fee,
    Balance,
    Currency,
    /// The amount in another currency than the account's.
    ForeignAmount,
    ForeignCurrency,
    Payee,
    /// Who paid, where the file tells them from who was paid.
    Payer,
    Description,
    /// The bank's word for the kind of payment.
    Kind,
    Note,
    Category,
    Subcategory,
    Tags,
    Status,
    Id,
    /// A number that may return in later rows, as a customer's or an invoice's does.
    Reference,
    /// The account that the statement is of.
    Account,
    /// A card, of which an account may have several.
    CardNumber,
    OtherAccount,
    Transfer,
    /// A number that is no amount of money moved.
    Quantity,
}

/// What a cell or line says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Phrase {
    FlagOut,
    FlagIn,
    MoveOut,
    MoveIn,
    Pending,
    Cancelled,
    Opening,
    Closing,
    Total,
    /// A total that stands within the table, with a date.
    Turnover,
    /// Words with which card statements describe money paid back to the card.
    PaidBack,
    Card,
    Merchant,
    KindCard,
    KindSavings,
    KindChecking,
    KindLoan,
    KeyAccount,
    KeyName,
    KeyOwner,
    KeyCurrency,
    KeyBank,
}

impl Header {
    /// The meaning that `words.tsv` calls so.
    pub fn named(name: &str) -> Option<Self> {
        Some(match name {
            "date" => Self::Date,
            "booked" => Self::Booked,
            "made" => Self::Made,
            "value" => Self::Value,
            "time" => Self::Time,
            "amount" => Self::Amount,
            "net" => Self::Net,
            "gross" => Self::Gross,
            "out" => Self::Out,
            "in" => Self::In,
            "direction" => Self::Direction,
            "fee" => Self::Fee,
            "balance" => Self::Balance,
            "currency" => Self::Currency,
            "foreign_amount" => Self::ForeignAmount,
            "foreign_currency" => Self::ForeignCurrency,
            "payee" => Self::Payee,
            "payer" => Self::Payer,
            "description" => Self::Description,
            "kind_text" => Self::Kind,
            "note" => Self::Note,
            "category" => Self::Category,
            "subcategory" => Self::Subcategory,
            "tags" => Self::Tags,
            "status" => Self::Status,
            "id" => Self::Id,
            "reference" => Self::Reference,
            "account" => Self::Account,
            "card_number" => Self::CardNumber,
            "other_account" => Self::OtherAccount,
            "transfer" => Self::Transfer,
            "quantity" => Self::Quantity,
            _ => return None,
        })
    }
}

impl Phrase {
    /// The meaning that `phrases.tsv` calls so.
    pub fn named(name: &str) -> Option<Self> {
        Some(match name {
            "flag_out" => Self::FlagOut,
            "flag_in" => Self::FlagIn,
            "move_out" => Self::MoveOut,
            "move_in" => Self::MoveIn,
            "pending" => Self::Pending,
            "cancelled" => Self::Cancelled,
            "opening" => Self::Opening,
            "closing" => Self::Closing,
            "total" => Self::Total,
            "turnover" => Self::Turnover,
            "paid_back" => Self::PaidBack,
            "card" => Self::Card,
            "merchant" => Self::Merchant,
            "kind_card" => Self::KindCard,
            "kind_savings" => Self::KindSavings,
            "kind_checking" => Self::KindChecking,
            "kind_loan" => Self::KindLoan,
            "key_account" => Self::KeyAccount,
            "key_name" => Self::KeyName,
            "key_owner" => Self::KeyOwner,
            "key_currency" => Self::KeyCurrency,
            "key_bank" => Self::KeyBank,
            _ => return None,
        })
    }
}
