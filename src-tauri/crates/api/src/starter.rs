//! What a new ledger is founded on: the five roots, the accounts that the books need, and first categories.

use crate::books::Start;
use crate::settings::LedgerSettings;
use crate::{ApiError, Books};
use ledger::{Account, AccountId, AccountKind, AccountType, CommodityId, find_listing};
use serde::{Deserialize, Serialize};
use specta::Type;
use store::{Action, Change, Delta, Names, Reader, Setting};

/// The languages that Coffer speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Language {
    /// English.
    #[default]
    English,
    /// Thai.
    Thai,
}

impl Language {
    fn pick<'a>(self, english: &'a str, thai: &'a str) -> &'a str {
        match self {
            Self::English => english,
            Self::Thai => thai,
        }
    }
}

/// First categories in English and Thai; a level below another is written after a colon.
const INCOME: &[(&str, &str)] = &[
    ("Salary", "เงินเดือน"),
    ("Business", "รายได้ธุรกิจ"),
    ("Interest", "ดอกเบี้ยรับ"),
    ("Dividends", "เงินปันผล"),
    ("Gifts", "ของขวัญและเงินให้"),
    ("Refunds", "เงินคืน"),
];

const EXPENSES: &[(&str, &str)] = &[
    ("Home:Rent", "ที่อยู่อาศัย:ค่าเช่า"),
    ("Home:Utilities", "ที่อยู่อาศัย:ค่าน้ำค่าไฟ"),
    ("Home:Internet and phone", "ที่อยู่อาศัย:อินเทอร์เน็ตและโทรศัพท์"),
    ("Home:Household", "ที่อยู่อาศัย:ของใช้ในบ้าน"),
    ("Food:Groceries", "อาหาร:ของสด"),
    ("Food:Restaurants", "อาหาร:ร้านอาหาร"),
    ("Food:Coffee", "อาหาร:กาแฟ"),
    ("Transport:Public", "เดินทาง:รถสาธารณะ"),
    ("Transport:Fuel", "เดินทาง:น้ำมัน"),
    ("Transport:Car", "เดินทาง:รถยนต์"),
    ("Health", "สุขภาพ"),
    ("Insurance", "ประกันภัย"),
    ("Shopping", "ช้อปปิ้ง"),
    ("Fun", "บันเทิง"),
    ("Subscriptions", "ค่าสมาชิก"),
    ("Education", "การศึกษา"),
    ("Travel", "ท่องเที่ยว"),
    ("Family", "ครอบครัว"),
    ("Donations", "บริจาค"),
    ("Taxes", "ภาษี"),
    ("Fees", "ค่าธรรมเนียม"),
    ("Interest paid", "ดอกเบี้ยจ่าย"),
];

/// Settings that name the accounts for what nobody has sorted yet.
const UNSORTED_INCOME: &str = "unsorted_income";
const UNSORTED_EXPENSE: &str = "unsorted_expense";

/// The accounts that take what nobody has sorted yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Unsorted {
    pub income: AccountId,
    pub expense: AccountId,
}

impl Unsorted {
    pub async fn read(reader: &mut Reader, names: &Names) -> Result<Self, ApiError> {
        let mut find = async |setting: &str| {
            let id: Option<i64> = reader.setting(setting).await?.and_then(|text| text.parse().ok());
            let found = id.map(AccountId).filter(|id| names.accounts.get(*id).is_some());
            found.ok_or_else(|| ApiError::missing(format!("the account for {setting}")))
        };
        Ok(Self { income: find(UNSORTED_INCOME).await?, expense: find(UNSORTED_EXPENSE).await? })
    }

    pub fn holds(self, account: AccountId) -> bool {
        account == self.income || account == self.expense
    }
}

/// Gathers the first accounts of a ledger.
struct Foundation {
    changes: Vec<Change>,
    accounts: Vec<Account>,
}

impl Foundation {
    fn account(&mut self, parent: Option<AccountId>, name: &str, kind: AccountKind) -> AccountId {
        let known = self.accounts.iter().find(|known| known.parent == parent && known.name == name);
        if let Some(known) = known {
            return known.id;
        }
        let id = AccountId(i64::try_from(self.accounts.len()).unwrap_or(i64::MAX - 1) + 1);
        let account = Account {
            id,
            parent,
            name: name.to_owned(),
            kind,
            commodity: None,
            number: String::new(),
            note: String::new(),
            closed: false,
        };
        self.accounts.push(account.clone());
        self.changes.push(Delta::added(account).into());
        id
    }

    fn categories(&mut self, root: AccountId, kind: AccountKind, language: Language, names: &[(&str, &str)]) {
        for (english, thai) in names {
            let mut parent = root;
            for name in language.pick(english, thai).split(':') {
                parent = self.account(Some(parent), name, kind);
            }
        }
    }
}

/// Founds a ledger.
pub(crate) async fn fill(books: &Books, start: &Start) -> Result<(), ApiError> {
    let listing =
        find_listing(&start.currency).ok_or_else(|| ApiError::unknown_commodity(&start.currency))?;
    let mut foundation = Foundation { changes: Vec::new(), accounts: Vec::new() };
    let roots = AccountType::ALL.map(|root| foundation.account(None, root.root_name(), root.generic_kind()));
    let [_, _, equity, income, expense] = roots;
    let pick = |english, thai| start.language.pick(english, thai);
    foundation.account(Some(equity), pick("Opening balances", "ยอดยกมา"), AccountKind::Opening);
    foundation.account(Some(equity), pick("Conversion", "แลกเปลี่ยนเงินตรา"), AccountKind::Conversion);
    let unsorted = pick("Uncategorised", "ยังไม่จัดหมวด");
    let unsorted = Unsorted {
        income: foundation.account(Some(income), unsorted, AccountKind::Income),
        expense: foundation.account(Some(expense), unsorted, AccountKind::Expense),
    };
    if start.categories {
        foundation.categories(income, AccountKind::Income, start.language, INCOME);
        foundation.categories(expense, AccountKind::Expense, start.language, EXPENSES);
    }
    let settings = LedgerSettings {
        name: books.path().file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default(),
        currency: listing.code.clone(),
        purposes: Vec::new(),
        hidden_sections: Vec::new(),
        sample: false,
    };
    let currency = ledger::Commodity {
        id: CommodityId(1),
        code: listing.code,
        name: listing.name,
        kind: listing.kind,
        scale: listing.scale,
        symbol: listing.symbol,
    };
    let mut changes = vec![Delta::added(currency).into(), Delta::added(settings.setting()?).into()];
    changes.extend(unsorted.settings());
    changes.extend(foundation.changes);
    let mut writer = books.store.write().await?;
    writer.next_ids("account", foundation.accounts.len()).await?;
    writer.next_id("commodity").await?;
    writer.commit(Action::founding("ledger_create", changes)).await?;
    Ok(())
}

impl Unsorted {
    /// The settings that remember the two accounts.
    pub fn settings(self) -> Vec<Change> {
        [(UNSORTED_INCOME, self.income), (UNSORTED_EXPENSE, self.expense)]
            .map(|(name, id)| Delta::added(Setting { name: name.into(), value: id.to_string() }).into())
            .into()
    }
}
