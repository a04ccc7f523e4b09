//! What the person and the studio do on any day, as a table.

use crate::phrases::Topic;
use crate::place::Place;
use crate::roster::Pool;

/// What an everyday transaction is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shape {
    /// One payment for one thing.
    Plain,
    /// A supermarket: a part of larger bills is for the household.
    Basket,
    /// A shop sale of the studio, through the payment processor.
    Sale,
    /// A studio purchase whose price includes VAT.
    WithVat,
    /// Money back from a shop.
    Refund,
    /// Something paid for a friend, who owes it now, or the friend paying back.
    Lend,
    /// A studio payment abroad in dollars, free of VAT.
    Abroad,
}

/// Something done again and again.
pub(crate) struct Habit {
    pub(crate) shape: Shape,
    /// How often, on weekdays and at weekends.
    often: (u32, u32),
    pub(crate) category: Place,
    pub(crate) pool: Pool,
    /// Least and most, in whole baht (dollars for [`Shape::Abroad`]), and the step in satang (cents).
    pub(crate) amount: (i128, i128, i128),
    /// Ways to pay; one that stands twice is twice as likely.
    pub(crate) ways: &'static [Place],
    pub(crate) topic: Option<Topic>,
}

use Place::{Card, Cash, Checking, DollarCard, EWallet, Processor, StudioBank};
use Shape::{Abroad, Basket, Lend, Plain, Refund, Sale, WithVat};

const SMALL: &[Place] = &[Cash, EWallet, EWallet, Checking];
const STREET: &[Place] = &[Cash, Cash, Checking, EWallet];
const SHOP: &[Place] = &[Card, Card, Card, Checking];
const TABLE: &[Place] = &[Card, Card, Checking, Cash];
const CARD: &[Place] = &[Card];
const STUDIO: &[Place] = &[StudioBank];

const fn habit(
    shape: Shape,
    often: (u32, u32),
    category: Place,
    pool: Pool,
    amount: (i128, i128, i128),
    ways: &'static [Place],
    topic: Option<Topic>,
) -> Habit {
    Habit { shape, often, category, pool, amount, ways, topic }
}

/// How often is counted in about a tenth of a time a month.
pub(crate) const HABITS: &[Habit] = &[
    habit(Plain, (190, 130), Place::Coffee, Pool::Cafe, (45, 195, 500), SMALL, Some(Topic::Coffee)),
    habit(Plain, (290, 170), Place::StreetFood, Pool::Street, (40, 160, 500), STREET, Some(Topic::Food)),
    habit(Plain, (55, 150), Place::Restaurants, Pool::Restaurant, (180, 2400, 500), TABLE, Some(Topic::Food)),
    habit(Plain, (75, 95), Place::Delivery, Pool::Delivery, (95, 520, 100), &[EWallet, EWallet, Card], None),
    habit(Plain, (150, 120), Place::Convenience, Pool::Convenience, (15, 320, 100), SMALL, None),
    habit(
        Basket,
        (30, 105),
        Place::Groceries,
        Pool::Supermarket,
        (160, 2900, 25),
        SHOP,
        Some(Topic::Grocery),
    ),
    habit(Plain, (22, 55), Place::Groceries, Pool::Market, (40, 620, 500), STREET, Some(Topic::Grocery)),
    habit(Plain, (150, 50), Place::Trains, Pool::Train, (17, 65, 100), &[EWallet, Card, Card], None),
    habit(Plain, (14, 8), Place::Trains, Pool::TopUp, (100, 600, 10_000), &[EWallet, Cash], None),
    habit(Plain, (55, 80), Place::Rides, Pool::Ride, (35, 380, 100), SMALL, Some(Topic::Ride)),
    habit(Plain, (24, 45), Place::Fuel, Pool::Fuel, (500, 1750, 1000), CARD, Some(Topic::Fuel)),
    habit(Plain, (45, 60), Place::Tolls, Pool::Road, (20, 140, 500), &[EWallet, Cash], Some(Topic::Ride)),
    habit(
        Plain,
        (40, 55),
        Place::Online,
        Pool::Online,
        (59, 3400, 100),
        &[Card, Card, EWallet],
        Some(Topic::Object),
    ),
    habit(Plain, (6, 24), Place::Clothes, Pool::Clothes, (190, 3200, 1000), SHOP, Some(Topic::Clothes)),
    habit(Plain, (14, 16), Place::Pharmacy, Pool::Pharmacy, (35, 780, 500), SMALL, Some(Topic::Health)),
    habit(Plain, (3, 5), Place::Doctor, Pool::Clinic, (600, 5200, 5000), CARD, Some(Topic::Doctor)),
    habit(Plain, (8, 22), Place::Hair, Pool::Hair, (150, 1800, 1000), TABLE, None),
    habit(Plain, (5, 18), Place::Massage, Pool::Massage, (250, 1200, 5000), STREET, None),
    habit(Plain, (8, 28), Place::Events, Pool::Event, (140, 1900, 1000), CARD, None),
    habit(Plain, (8, 10), Place::Learning, Pool::Learning, (95, 1600, 500), SHOP, None),
    habit(Plain, (5, 9), Place::Gifts, Pool::Gift, (200, 2500, 1000), TABLE, Some(Topic::Gift)),
    habit(Plain, (6, 14), Place::Merit, Pool::Temple, (20, 1500, 2000), STREET, Some(Topic::Merit)),
    habit(Plain, (12, 8), Place::Lottery, Pool::Lottery, (80, 400, 8000), &[Cash, Cash, EWallet], None),
    habit(Plain, (8, 13), Place::Pets, Pool::Pet, (150, 1900, 500), SHOP, Some(Topic::Pet)),
    habit(Plain, (6, 14), Place::Furniture, Pool::Home, (250, 4800, 500), SHOP, Some(Topic::Home)),
    habit(Plain, (3, 5), Place::CarCare, Pool::CarCare, (250, 5500, 1000), CARD, None),
    habit(Lend, (7, 13), Place::Friends, Pool::Friend, (90, 1500, 500), &[Checking], Some(Topic::Lend)),
    habit(Refund, (6, 6), Place::Online, Pool::Online, (99, 1900, 100), CARD, Some(Topic::Refund)),
    habit(
        Sale,
        (170, 260),
        Place::ShopSales,
        Pool::Customer,
        (290, 2900, 1000),
        &[Processor],
        Some(Topic::Sale),
    ),
    habit(WithVat, (24, 2), Place::Printing, Pool::Printer, (600, 9800, 5000), STUDIO, Some(Topic::Studio)),
    habit(WithVat, (50, 8), Place::Shipping, Pool::Courier, (38, 190, 100), STUDIO, None),
    habit(WithVat, (14, 6), Place::Advertising, Pool::Advert, (300, 2800, 10_000), STUDIO, None),
    habit(WithVat, (10, 3), Place::Materials, Pool::Material, (150, 5200, 500), STUDIO, Some(Topic::Studio)),
    habit(Plain, (12, 2), Place::TeamMeals, Pool::Restaurant, (380, 3600, 500), STUDIO, Some(Topic::Team)),
    habit(Abroad, (5, 2), Place::Software, Pool::Overseas, (5, 60, 1), &[DollarCard], None),
];

/// Running sums of how often, with sales of the studio's shop at an ordinary pace or, to refill the coffers, a busy one.
pub(crate) struct Rhythm {
    pub(crate) weekday: Vec<u32>,
    pub(crate) weekend: Vec<u32>,
    pub(crate) busy_shop: Vec<u32>,
    /// On a journey, where only what is done from afar goes on at home.
    pub(crate) away: Vec<u32>,
}

impl Rhythm {
    pub(crate) fn new() -> Self {
        let sums = |often: fn(&Habit) -> u32| {
            let mut sum = 0;
            HABITS
                .iter()
                .map(|habit| {
                    sum += often(habit);
                    sum
                })
                .collect()
        };
        Self {
            weekday: sums(|habit| habit.often.0),
            weekend: sums(|habit| habit.often.1),
            busy_shop: sums(|habit| if habit.shape == Sale { 1300 } else { habit.often.0 }),
            away: sums(|habit| match habit.category {
                Place::Online | Place::ShopSales | Place::Software | Place::Shipping | Place::Printing => {
                    habit.often.0
                }
                _ => 0,
            }),
        }
    }
}
