//! The accounts of the sample books.

use crate::Language;
use crate::unit::Unit;
use ledger::{Account, AccountId, AccountKind};

macro_rules! maybe {
    (_ $of:ident) => {
        None
    };
    ($name:ident $of:ident) => {
        Some($of::$name)
    };
}

macro_rules! places {
    ($($name:ident $parent:tt $kind:ident $unit:tt $english:literal $thai:literal;)*) => {
        /// Every account, in the order of its id.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(crate) enum Place { $($name,)* }

        impl Place {
            pub(crate) const ALL: &[Self] = &[$(Self::$name,)*];

            fn row(self) -> Row {
                match self {
                    $(Self::$name => Row {
                        parent: maybe!($parent Place),
                        kind: AccountKind::$kind,
                        unit: maybe!($unit Unit),
                        english: $english,
                        thai: $thai,
                    },)*
                }
            }
        }
    };
}

struct Row {
    parent: Option<Place>,
    kind: AccountKind,
    unit: Option<Unit>,
    english: &'static str,
    thai: &'static str,
}

places! {
    // The roots have one name in every language: paths start with them.
    Assets _ Asset _ "Assets" "Assets";
    Liabilities _ Liability _ "Liabilities" "Liabilities";
    Equity _ Equity _ "Equity" "Equity";
    Income _ Income _ "Income" "Income";
    Expenses _ Expense _ "Expenses" "Expenses";
    Opening Equity Opening _ "Opening balances" "ยอดยกมา";
    Conversion Equity Conversion _ "Conversion" "แลกเปลี่ยน";

    Bank Assets Asset _ "Bank" "ธนาคาร";
    Checking Bank Checking Thb "Ratchaphruek Checking" "ราชพฤกษ์ กระแสรายวัน";
    Savings Bank Savings Thb "Ratchaphruek Savings" "ราชพฤกษ์ ออมทรัพย์";
    HighSavings Bank Savings Thb "Andaman e-Savings" "อันดามัน อีเซฟวิ่งส์";
    Dollars Bank Checking Usd "Northlight Dollar Account" "นอร์ทไลต์ บัญชีดอลลาร์";
    EuroPot Bank Savings Eur "Holiday Pot" "เงินเก็บไปเที่ยว";
    Cash Assets Cash Thb "Cash" "เงินสด";
    Wallets Assets Asset _ "Wallets" "กระเป๋าเงิน";
    EWallet Wallets Wallet Thb "MaliPay" "มะลิเพย์";
    TravelWallet Wallets Wallet _ "Wanderpurse" "วันเดอร์เพิร์ส";
    BitcoinWallet Wallets Wallet Btc "Bitcoin" "บิตคอยน์";
    EtherWallet Wallets Wallet Eth "Ether" "อีเธอร์";
    Investments Assets Asset _ "Investments" "การลงทุน";
    Brokerage Investments Brokerage _ "Sailom Securities" "หลักทรัพย์สายลม";
    ProvidentFund Investments Asset Thb "Provident Fund" "กองทุนสำรองเลี้ยงชีพ";
    Lent Assets Asset _ "Lent" "เงินให้ยืม";
    Tuition Lent Receivable Thb "Ploy's Tuition" "ค่าเทอมพลอย";
    Friends Lent Receivable Thb "Friends" "เพื่อน ๆ";
    Property Assets Asset _ "Property" "ทรัพย์สิน";
    Car Property Asset Thb "Car" "รถยนต์";
    RentDeposit Property Asset Thb "Rent Deposit" "เงินประกันห้อง";
    StudioAssets Assets Asset _ "Khlong Studio" "คลองสตูดิโอ";
    StudioBank StudioAssets Checking Thb "Studio Bank" "บัญชีธนาคารสตูดิโอ";
    Receivables StudioAssets Receivable _ "Receivables" "ลูกหนี้การค้า";
    Processor StudioAssets Wallet _ "Tillbridge Balance" "ยอดเงินทิลบริดจ์";
    InputVat StudioAssets Receivable Thb "Input VAT" "ภาษีซื้อ";
    WithheldByClients StudioAssets Receivable Thb "Tax Withheld by Clients" "ภาษีถูกหัก ณ ที่จ่าย";

    Card Liabilities Card Thb "Ratchaphruek Credit Card" "บัตรเครดิตราชพฤกษ์";
    DollarCard Liabilities Card Usd "Northlight Dollar Card" "บัตรดอลลาร์นอร์ทไลต์";
    CarLoan Liabilities Loan Thb "Car Loan" "สินเชื่อรถยนต์";
    StudioDebts Liabilities Liability _ "Khlong Studio" "คลองสตูดิโอ";
    Payables StudioDebts Payable Thb "Payables" "เจ้าหนี้การค้า";
    OutputVat StudioDebts Payable Thb "Output VAT" "ภาษีขาย";
    PayrollDebts StudioDebts Payable Thb "Payroll Taxes" "ภาษีและประกันสังคมค้างจ่าย";

    Salary Income Income _ "Salary" "เงินเดือน";
    Bonus Income Income _ "Bonus" "โบนัส";
    EmployerFund Income Income _ "Employer Contributions" "เงินสมทบนายจ้าง";
    Interest Income Income _ "Interest" "ดอกเบี้ยรับ";
    Dividends Income Income _ "Dividends" "เงินปันผล";
    Staking Income Income _ "Staking Rewards" "ผลตอบแทนสเตกกิง";
    GiftsReceived Income Income _ "Gifts Received" "เงินรับขวัญ";
    StudioIncome Income Income _ "Khlong Studio" "คลองสตูดิโอ";
    DesignFees StudioIncome Income _ "Design Fees" "ค่าออกแบบ";
    OverseasFees StudioIncome Income _ "Overseas Clients" "ลูกค้าต่างประเทศ";
    ShopSales StudioIncome Income _ "Shop Sales" "ขายหน้าร้านออนไลน์";

    Housing Expenses Expense _ "Housing" "ที่อยู่อาศัย";
    Rent Housing Expense _ "Rent" "ค่าเช่าห้อง";
    Electricity Housing Expense _ "Electricity" "ค่าไฟ";
    Water Housing Expense _ "Water" "ค่าน้ำ";
    Internet Housing Expense _ "Internet" "อินเทอร์เน็ตบ้าน";
    Mobile Housing Expense _ "Mobile" "ค่าโทรศัพท์";
    Household Housing Expense _ "Household Supplies" "ของใช้ในบ้าน";
    Furniture Housing Expense _ "Furniture & Repairs" "เฟอร์นิเจอร์และซ่อมแซม";
    Food Expenses Expense _ "Food" "อาหาร";
    Groceries Food Expense _ "Groceries" "ของเข้าครัว";
    StreetFood Food Expense _ "Street Food" "อาหารตามสั่ง";
    Restaurants Food Expense _ "Restaurants" "ร้านอาหาร";
    Coffee Food Expense _ "Coffee" "กาแฟ";
    Delivery Food Expense _ "Delivery" "เดลิเวอรี";
    Convenience Food Expense _ "Convenience Store" "ร้านสะดวกซื้อ";
    Transport Expenses Expense _ "Transport" "การเดินทาง";
    Trains Transport Expense _ "Skytrain & Metro" "รถไฟฟ้า";
    Rides Transport Expense _ "Taxi & Rides" "แท็กซี่และเรียกรถ";
    Fuel Transport Expense _ "Fuel" "น้ำมันรถ";
    Tolls Transport Expense _ "Tolls & Parking" "ทางด่วนและที่จอดรถ";
    CarCare Transport Expense _ "Car Care" "ดูแลรถ";
    Depreciation Transport Expense _ "Depreciation" "ค่าเสื่อมราคารถ";
    Shopping Expenses Expense _ "Shopping" "ช้อปปิ้ง";
    Online Shopping Expense _ "Online" "ซื้อของออนไลน์";
    Clothes Shopping Expense _ "Clothes" "เสื้อผ้า";
    Health Expenses Expense _ "Health" "สุขภาพ";
    Doctor Health Expense _ "Doctor & Dentist" "หมอและหมอฟัน";
    Pharmacy Health Expense _ "Pharmacy" "ร้านยา";
    Fitness Health Expense _ "Fitness" "ฟิตเนส";
    PersonalCare Expenses Expense _ "Personal Care" "ดูแลตัวเอง";
    Hair PersonalCare Expense _ "Hair & Beauty" "ทำผมและความงาม";
    Massage PersonalCare Expense _ "Massage" "นวด";
    Leisure Expenses Expense _ "Leisure" "พักผ่อน";
    Events Leisure Expense _ "Cinema & Events" "หนังและอีเวนต์";
    Learning Leisure Expense _ "Books & Courses" "หนังสือและคอร์สเรียน";
    Lottery Leisure Expense _ "Lottery" "ลอตเตอรี่";
    Subscriptions Expenses Expense _ "Subscriptions" "ค่าสมาชิก";
    Streaming Subscriptions Expense _ "Streaming & Music" "หนังและเพลง";
    Apps Subscriptions Expense _ "Apps & Cloud" "แอปและคลาวด์";
    News Subscriptions Expense _ "News" "ข่าว";
    Pets Expenses Expense _ "Cat" "น้องแมว";
    Family Expenses Expense _ "Family" "ครอบครัว";
    Parents Family Expense _ "Parents" "ให้พ่อแม่";
    Gifts Family Expense _ "Gifts" "ของขวัญและใส่ซอง";
    Merit Family Expense _ "Merit Making" "ทำบุญ";
    Insurance Expenses Expense _ "Insurance" "ประกัน";
    HealthInsurance Insurance Expense _ "Health Insurance" "ประกันสุขภาพ";
    CarInsurance Insurance Expense _ "Car Insurance" "ประกันรถยนต์";
    LifeInsurance Insurance Expense _ "Life Insurance" "ประกันชีวิต";
    TravelInsurance Insurance Expense _ "Travel Insurance" "ประกันเดินทาง";
    Travel Expenses Expense _ "Travel" "ท่องเที่ยว";
    Flights Travel Expense _ "Flights" "ตั๋วเครื่องบิน";
    Hotels Travel Expense _ "Hotels" "ที่พัก";
    TripFood Travel Expense _ "Eating Out" "กินระหว่างเที่ยว";
    TripTransport Travel Expense _ "Getting Around" "เดินทางระหว่างเที่ยว";
    Sights Travel Expense _ "Sights & Souvenirs" "ที่เที่ยวและของฝาก";
    Taxes Expenses Expense _ "Taxes" "ภาษี";
    WithheldTax Taxes Expense _ "Withheld" "ภาษีหัก ณ ที่จ่าย";
    IncomeTax Taxes Expense _ "Income Tax" "ภาษีเงินได้";
    SocialSecurity Taxes Expense _ "Social Security" "ประกันสังคม";
    Fees Expenses Expense _ "Fees" "ค่าธรรมเนียม";
    BankFees Fees Expense _ "Bank" "ธนาคาร";
    ExchangeFees Fees Expense _ "Exchange" "แลกเงิน";
    BrokerFees Fees Expense _ "Brokerage" "ซื้อขายหลักทรัพย์";
    NetworkFees Fees Expense _ "Network" "ค่าแก๊ส";
    LoanInterest Expenses Expense _ "Loan Interest" "ดอกเบี้ยเงินกู้";
    Uncategorised Expenses Expense _ "Uncategorised" "ยังไม่จัดหมวด";
    StudioCosts Expenses Expense _ "Khlong Studio" "คลองสตูดิโอ";
    Wages StudioCosts Expense _ "Wages" "เงินเดือนพนักงาน";
    Freelancers StudioCosts Expense _ "Freelancers" "ฟรีแลนซ์";
    Office StudioCosts Expense _ "Office" "ค่าออฟฟิศ";
    Software StudioCosts Expense _ "Software" "ซอฟต์แวร์";
    Printing StudioCosts Expense _ "Printing" "งานพิมพ์";
    Materials StudioCosts Expense _ "Materials" "วัสดุอุปกรณ์";
    Shipping StudioCosts Expense _ "Shipping" "ค่าส่งของ";
    Advertising StudioCosts Expense _ "Advertising" "โฆษณา";
    PaymentFees StudioCosts Expense _ "Payment Fees" "ค่าธรรมเนียมรับชำระเงิน";
    Accounting StudioCosts Expense _ "Accounting" "ค่าทำบัญชี";
    TeamMeals StudioCosts Expense _ "Team Meals" "เลี้ยงทีม";
    CorporateTax StudioCosts Expense _ "Corporate Tax" "ภาษีนิติบุคคล";
}

impl Place {
    pub(crate) const COUNT: usize = Self::ALL.len();

    pub(crate) fn index(self) -> usize {
        self as usize
    }

    pub(crate) fn id(self) -> AccountId {
        AccountId(self as i64 + 1)
    }

    /// The accounts whose bank sends a statement at the end of each month.
    pub(crate) const WITH_STATEMENT: [Self; 7] = [
        Self::Checking,
        Self::Savings,
        Self::HighSavings,
        Self::Dollars,
        Self::StudioBank,
        Self::Card,
        Self::DollarCard,
    ];

    pub(crate) fn has_statement(self) -> bool {
        Self::WITH_STATEMENT.contains(&self)
    }

    pub(crate) fn is_holding(self) -> bool {
        self.row().kind.account_type().is_holding()
    }

    /// Its number at the bank.
    fn number(self) -> &'static str {
        match self {
            Self::Checking => "204-1-88213-7",
            Self::Savings => "204-2-51960-4",
            Self::HighSavings => "771-0-30428-5",
            Self::Dollars => "NL4402998175",
            Self::EuroPot => "NL4402998176",
            Self::StudioBank => "204-1-93377-0",
            Self::Card => "4800-XXXX-XXXX-2719",
            Self::DollarCard => "5300-XXXX-XXXX-6604",
            Self::CarLoan => "RR-58-0041927",
            _ => "",
        }
    }

    fn account(self, language: Language) -> Account {
        let row = self.row();
        Account {
            id: self.id(),
            parent: row.parent.map(Self::id),
            name: language.of(row.english, row.thai).to_owned(),
            kind: row.kind,
            commodity: row.unit.map(Unit::id),
            number: self.number().to_owned(),
            note: String::new(),
            closed: false,
        }
    }
}

/// The rows of every account, ids from 1, parents before their children.
pub(crate) fn accounts(language: Language) -> Vec<Account> {
    Place::ALL.iter().map(|place| place.account(language)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use ledger::{AccountPath, AccountTree};

    #[test]
    fn every_account_has_a_path_of_its_own_below_the_root_of_its_type() {
        for language in [Language::English, Language::Thai] {
            let accounts = accounts(language);
            let tree = AccountTree::new(accounts.clone());
            for account in &accounts {
                let path = AccountPath::parse(&tree.path(account.id)).unwrap();
                assert_eq!(tree.find(&path).unwrap().id, account.id, "{path}");
                assert_eq!(path.account_type(), account.account_type(), "{path}");
                assert!(account.parent.is_none_or(|parent| parent < account.id), "{path}");
            }
        }
    }
}
