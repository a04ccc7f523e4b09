//! Bills, premiums and subscriptions, as a table.

use crate::calendar::{month_of_year, on, parts, weekday};
use crate::draw::Draw;
use crate::party::Party;
use crate::place::Place;
use crate::recurring::{Period, RecurringKind, Twist};
use crate::unit::{Unit, cents, whole};
use ledger::{Day, Month};

/// How a bill's amount moves around its price.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sway {
    Fixed,
    /// The aircon runs from March to June.
    Electricity,
    Water,
}

/// What a bill is besides an expense.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Nature {
    Private,
    /// Of the studio, with VAT in its price.
    StudioWithVat,
    /// Of the studio, free of VAT.
    Studio,
    /// Of the person, and deducted from income.
    Deductible,
}

/// Something that is paid again and again. Days before the end of the books say when it changes, so that there is
/// something to find in the last two years of any books.
pub(crate) struct Spec {
    pub(crate) party: Party,
    pub(crate) kind: RecurringKind,
    pub(crate) category: Place,
    /// Accounts it is paid from, the usual one first.
    pub(crate) ways: &'static [Place],
    pub(crate) unit: Unit,
    pub(crate) period: Period,
    /// Month of the year from 1 (of the first charge, if quarterly) and day of the month.
    pub(crate) on: (u32, u32),
    /// Since how many days before the end it costs how much, in smallest units, earliest first.
    pub(crate) prices: &'static [(i32, i128)],
    pub(crate) sway: Sway,
    pub(crate) nature: Nature,
    /// The last charge is so many days before the end.
    pub(crate) until: Option<i32>,
    pub(crate) twist: Option<Twist>,
}

/// Before any books began.
const EVER: i32 = i32::MAX;
const TRANSFER: &[Place] = &[Place::Checking, Place::Savings, Place::HighSavings, Place::StudioBank];
const CARD: &[Place] = &[Place::Card];
const DOLLAR_CARD: &[Place] = &[Place::DollarCard];
const STUDIO: &[Place] = &[Place::StudioBank, Place::HighSavings, Place::Savings, Place::Checking];

/// A bill of the same amount every month from the checking account; the table says what is different.
const BILL: Spec = Spec {
    party: Party::Landlord,
    kind: RecurringKind::Bill,
    category: Place::Rent,
    ways: TRANSFER,
    unit: Unit::Thb,
    period: Period::Monthly,
    on: (1, 1),
    prices: &[],
    sway: Sway::Fixed,
    nature: Nature::Private,
    until: None,
    twist: None,
};

/// A monthly subscription on the credit card.
const SUBSCRIPTION: Spec =
    Spec { kind: RecurringKind::Subscription, category: Place::Apps, ways: CARD, ..BILL };

/// A monthly subscription of the studio on the dollar card.
const STUDIO_APP: Spec = Spec {
    category: Place::Software,
    ways: DOLLAR_CARD,
    unit: Unit::Usd,
    nature: Nature::Studio,
    ..SUBSCRIPTION
};

pub(crate) const SPECS: &[Spec] = &[
    Spec {
        prices: &[
            (EVER, whole(14_500)),
            (2900, whole(15_500)),
            (2000, whole(16_500)),
            (1200, whole(17_500)),
            (480, whole(18_500)),
        ],
        ..BILL
    },
    Spec {
        party: Party::CityElectricity,
        category: Place::Electricity,
        on: (1, 14),
        prices: &[(EVER, whole(1750))],
        sway: Sway::Electricity,
        ..BILL
    },
    Spec {
        party: Party::CityWater,
        category: Place::Water,
        on: (1, 16),
        prices: &[(EVER, whole(165))],
        sway: Sway::Water,
        ..BILL
    },
    Spec {
        party: Party::Nettara,
        category: Place::Internet,
        ways: CARD,
        on: (1, 8),
        prices: &[(EVER, cents(631, 30)), (900, cents(747, 93))],
        ..BILL
    },
    Spec {
        party: Party::Fahsai,
        category: Place::Mobile,
        ways: CARD,
        on: (1, 11),
        prices: &[(EVER, whole(427)), (1500, cents(533, 93))],
        ..BILL
    },
    Spec {
        party: Party::Mother,
        category: Place::Parents,
        on: (1, 27),
        prices: &[(EVER, whole(6000)), (1300, whole(8000))],
        ..BILL
    },
    Spec {
        party: Party::RomYen,
        kind: RecurringKind::Premium,
        category: Place::HealthInsurance,
        period: Period::Yearly,
        ways: CARD,
        on: (3, 9),
        prices: &[(EVER, whole(18_200)), (2200, whole(21_400)), (1000, whole(23_900)), (300, whole(26_300))],
        nature: Nature::Deductible,
        ..BILL
    },
    Spec {
        party: Party::RomYen,
        kind: RecurringKind::Premium,
        category: Place::CarInsurance,
        period: Period::Yearly,
        ways: CARD,
        on: (8, 19),
        prices: &[(EVER, whole(17_900)), (400, whole(16_850))],
        ..BILL
    },
    Spec {
        party: Party::TonSai,
        kind: RecurringKind::Premium,
        category: Place::LifeInsurance,
        on: (1, 21),
        prices: &[(EVER, whole(1850))],
        nature: Nature::Deductible,
        ..BILL
    },
    Spec {
        party: Party::Nangdee,
        category: Place::Streaming,
        on: (1, 7),
        prices: &[(2700, whole(199)), (1700, whole(249)), (900, whole(279)), (230, whole(349))],
        twist: Some(Twist::PriceRise),
        ..SUBSCRIPTION
    },
    Spec {
        party: Party::Tunemango,
        category: Place::Streaming,
        on: (1, 12),
        prices: &[(2100, whole(129))],
        ..SUBSCRIPTION
    },
    Spec {
        party: Party::Cloudbarn,
        ways: DOLLAR_CARD,
        unit: Unit::Usd,
        on: (1, 3),
        prices: &[(EVER, cents(2, 99))],
        ..SUBSCRIPTION
    },
    Spec {
        party: Party::YimFitness,
        category: Place::Fitness,
        on: (1, 2),
        prices: &[(420, whole(1290))],
        twist: Some(Twist::Unused),
        ..SUBSCRIPTION
    },
    Spec {
        party: Party::Otterlane,
        on: (1, 19),
        prices: &[(250, whole(9)), (225, whole(289))],
        twist: Some(Twist::TrialTurnedPaid),
        ..SUBSCRIPTION
    },
    Spec {
        party: Party::Inkfold,
        category: Place::News,
        ways: DOLLAR_CARD,
        unit: Unit::Usd,
        on: (1, 23),
        prices: &[(1600, whole(4))],
        twist: Some(Twist::DoubleCharge),
        ..SUBSCRIPTION
    },
    Spec {
        party: Party::Lingoroo,
        category: Place::Learning,
        period: Period::Yearly,
        on: (2, 4),
        prices: &[(1900, whole(1990))],
        ..SUBSCRIPTION
    },
    Spec {
        party: Party::VegetableBox,
        category: Place::Groceries,
        period: Period::Weekly,
        prices: &[(390, whole(320))],
        ..SUBSCRIPTION
    },
    Spec {
        party: Party::WaterFilter,
        category: Place::Household,
        period: Period::Quarterly,
        on: (2, 17),
        prices: &[(2300, whole(890))],
        ..SUBSCRIPTION
    },
    Spec {
        party: Party::Gamelark,
        category: Place::Events,
        on: (1, 25),
        prices: &[(1250, whole(199))],
        until: Some(290),
        twist: Some(Twist::Cancelled),
        ..SUBSCRIPTION
    },
    Spec {
        party: Party::Sketchmoss,
        on: (1, 6),
        prices: &[(EVER, whole(36)), (1100, whole(45))],
        ..STUDIO_APP
    },
    Spec { party: Party::Deskbuoy, on: (1, 15), prices: &[(1400, whole(24))], ..STUDIO_APP },
    Spec { party: Party::Stockpetal, on: (1, 28), prices: &[(760, whole(29))], ..STUDIO_APP },
    Spec {
        party: Party::Typeharbor,
        period: Period::Yearly,
        on: (5, 22),
        prices: &[(EVER, whole(120))],
        ..STUDIO_APP
    },
    Spec {
        party: Party::Webtrellis,
        period: Period::Yearly,
        on: (10, 9),
        prices: &[(EVER, whole(84))],
        ..STUDIO_APP
    },
    Spec {
        party: Party::RiceBarn,
        category: Place::Office,
        ways: STUDIO,
        on: (1, 3),
        prices: &[(EVER, whole(9630)), (1500, whole(12_840)), (600, whole(14_980))],
        nature: Nature::StudioWithVat,
        ..BILL
    },
    Spec {
        party: Party::BancheeDee,
        category: Place::Accounting,
        ways: STUDIO,
        on: (1, 20),
        prices: &[(EVER, whole(4280))],
        nature: Nature::StudioWithVat,
        ..BILL
    },
    Spec {
        party: Party::StudioPhone,
        category: Place::Office,
        ways: STUDIO,
        on: (1, 18),
        prices: &[(EVER, cents(854, 93))],
        nature: Nature::StudioWithVat,
        ..BILL
    },
];

impl Spec {
    /// The days on which it falls due between two days.
    pub(crate) fn due_days(&self, from: Day, to: Day) -> Vec<Day> {
        if self.period == Period::Weekly {
            // Thursdays.
            let first = from.offset((3 - weekday(from)).rem_euclid(7));
            return (0..).map(|week| first.offset(7 * week)).take_while(|day| *day <= to).collect();
        }
        let mut days = Vec::new();
        let mut month = Month::of(from);
        while month.first() <= to {
            let of_year = month_of_year(month);
            let due = match self.period {
                Period::Quarterly => of_year % 3 == self.on.0 % 3,
                Period::Yearly => of_year == self.on.0,
                Period::Monthly | Period::Weekly => true,
            };
            let day = on(month, self.on.1);
            if due && (from..=to).contains(&day) {
                days.push(day);
            }
            month = month.offset(1);
        }
        days
    }

    /// The amount of one bill: its price, or a figure of the season around it.
    pub(crate) fn swayed(&self, price: i128, day: Day, draw: &mut Draw) -> i128 {
        let season = match self.sway {
            Sway::Fixed => return price,
            Sway::Electricity => match parts(day).1 {
                1 | 12 => 78,
                2 | 11 => 88,
                3 | 6 => 122,
                4 | 5 => 152,
                7 => 112,
                _ => 102,
            },
            Sway::Water => 100,
        };
        let percent = season + i128::from(draw.between(-13, 13));
        price * percent / 100 + i128::from(draw.below(100))
    }
}
