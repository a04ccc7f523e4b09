//! What a provider can do, one word each.

use serde::{Deserialize, Serialize};

/// The eleven services that money has in the app.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "types", derive(specta::Type))]
pub enum Service {
    /// Accounts and what moved on them.
    Finance,
    /// Balances in several currencies or coins.
    Wallets,
    /// Rates and conversions.
    Exchange,
    /// Holdings, prices and orders.
    Investments,
    /// Being paid.
    Payments,
    /// Plans, subscribers and invoices.
    Billing,
    /// Money between people.
    People,
    /// Loans, and paying later.
    Lending,
    /// Policies and claims.
    Insurance,
    /// Accounts opened and closed at a bank.
    Banking,
    /// Who somebody is, and whether they may be dealt with.
    Compliance,
}

/// How a capability is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Shape {
    /// The whole answer, page after page.
    List,
    /// What has changed since a cursor.
    Sync,
    /// An outside effect: an [`Operation`](crate::Operation).
    Act,
}

macro_rules! capabilities {
    ($($(#[$doc:meta])* $name:ident: $service:ident, $shape:ident;)*) => {
        /// Something that a provider can do.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        #[cfg_attr(feature = "types", derive(specta::Type))]
        pub enum Capability { $($(#[$doc])* $name,)* }

        impl Capability {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            /// The service that it belongs to.
            pub fn service(self) -> Service {
                match self { $(Self::$name => Service::$service,)* }
            }

            /// How it is asked for.
            pub fn shape(self) -> Shape {
                match self { $(Self::$name => Shape::$shape,)* }
            }
        }
    };
}

capabilities! {
    /// The accounts that a person has there.
    Accounts: Finance, List;
    /// What moved on an account.
    Transactions: Finance, Sync;
    /// What accounts and wallets hold.
    Balances: Wallets, List;
    /// What moved in a wallet.
    Movements: Wallets, Sync;
    /// Exchange rates of days.
    Rates: Exchange, List;
    /// An offer to convert, for a while.
    Quote: Exchange, List;
    /// A conversion.
    Convert: Exchange, Act;
    /// Securities and coins that are held.
    Holdings: Investments, List;
    /// Prices of securities and coins.
    Prices: Investments, List;
    /// A purchase or a sale.
    Order: Investments, Act;
    /// Taking a payment.
    Charge: Payments, Act;
    /// Giving a payment back.
    Refund: Payments, Act;
    /// Payments taken, with their fees.
    Charges: Payments, Sync;
    /// What a processor paid out.
    Payouts: Payments, Sync;
    /// What is offered for subscription.
    Plans: Billing, List;
    /// A subscription for a customer.
    Subscribe: Billing, Act;
    /// An invoice to a customer.
    Invoice: Billing, Act;
    /// People and firms that money can be sent to.
    Parties: People, List;
    /// Money to somebody.
    Send: People, Act;
    /// Asking somebody for money.
    RequestMoney: People, Act;
    /// Offers of a loan.
    LoanOffers: Lending, List;
    /// An application for a loan.
    LoanApply: Lending, Act;
    /// Taking an offer.
    LoanAccept: Lending, Act;
    /// A repayment.
    LoanRepay: Lending, Act;
    /// The price of cover.
    CoverOffers: Insurance, List;
    /// Taking out a policy.
    CoverBind: Insurance, Act;
    /// A claim under a policy.
    CoverClaim: Insurance, Act;
    /// Paying a bill or moving money from an account.
    Pay: Banking, Act;
    /// A new account.
    AccountOpen: Banking, Act;
    /// The end of an account.
    AccountClose: Banking, Act;
    /// Statements as files.
    Statements: Banking, List;
    /// A check of who somebody is.
    Identify: Compliance, Act;
    /// A look into lists of sanctions.
    Screen: Compliance, List;
}

impl Capability {
    /// `true` for what moves money or binds a person; what is only read does neither.
    pub fn acts(self) -> bool {
        self.shape() == Shape::Act
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_service_has_a_capability() {
        let served: BTreeSet<Service> = Capability::ALL.iter().map(|one| one.service()).collect();
        assert_eq!(served.len(), 11);
    }
}
