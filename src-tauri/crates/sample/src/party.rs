//! The people and firms that have one part in the story each.

use crate::Language;

macro_rules! parties {
    ($($name:ident $english:literal $thai:literal;)*) => {
        /// Someone with a part in the story, in the order of the payee's id.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(crate) enum Party { $($name,)* }

        impl Party {
            pub(crate) const ALL: &[Self] = &[$(Self::$name,)*];

            fn names(self) -> (&'static str, &'static str) {
                match self { $(Self::$name => ($english, $thai),)* }
            }
        }
    };
}

parties! {
    Employer "Baan Rimnam Digital Co., Ltd." "บริษัท บ้านริมน้ำ ดิจิทัล จำกัด";
    Landlord "Khun Somsri Wongyai" "คุณสมศรี วงศ์ใหญ่";
    CityElectricity "City Electricity Office" "สำนักงานไฟฟ้าพระนคร";
    CityWater "City Waterworks" "สำนักงานประปาพระนคร";
    Nettara "Nettara Fibre" "เน็ตธารา ไฟเบอร์";
    Fahsai "Fahsai Mobile" "ฟ้าใส โมบาย";
    Mother "Mum" "แม่";
    Ploy "Ploy" "น้องพลอย";
    RatchaphruekBank "Ratchaphruek Bank" "ธนาคารราชพฤกษ์";
    AndamanBank "Andaman Bank" "ธนาคารอันดามัน";
    NorthlightBank "Northlight Bank" "Northlight Bank";
    MaliPay "MaliPay" "มะลิเพย์";
    Wanderpurse "Wanderpurse" "Wanderpurse";
    Tillbridge "Tillbridge" "Tillbridge";
    Sailom "Sailom Securities" "หลักทรัพย์สายลม";
    Kaimuk "Kaimuk Exchange" "ไข่มุก เอ็กซ์เชนจ์";
    CarFinance "Ruam Rod Leasing" "ร่วมรถ ลีสซิ่ง";
    CarDealer "Lan Rod Bang Na" "ลานรถบางนา";
    RomYen "Rom Yen Insurance" "ร่มเย็นประกันภัย";
    TonSai "Ton Sai Life" "ต้นไทรประกันชีวิต";
    Airline "Saithong Air" "สายทองแอร์";
    Staybarn "Staybarn" "Staybarn";
    RevenueDepartment "Revenue Department" "กรมสรรพากร";
    SocialSecurityOffice "Social Security Office" "สำนักงานประกันสังคม";
    Fern "Fern (studio)" "เฟิร์น (สตูดิโอ)";
    Boss "Boss (studio)" "บอส (สตูดิโอ)";
    RiceBarn "The Rice Barn Coworking" "ยุ้งข้าว โคเวิร์กกิ้ง";
    BancheeDee "Banchee Dee Accounting" "สำนักงานบัญชีดี";
    StudioPhone "Fahsai Business" "ฟ้าใส บิซิเนส";
    Nangdee "Nangdee Streaming" "หนังดี สตรีมมิง";
    Tunemango "Tunemango" "Tunemango";
    Cloudbarn "Cloudbarn Storage" "Cloudbarn Storage";
    YimFitness "Yim Fitness Ari" "ยิ้มฟิตเนส อารีย์";
    Otterlane "Otterlane VPN" "Otterlane VPN";
    Inkfold "Inkfold News" "Inkfold News";
    Lingoroo "Lingoroo" "Lingoroo";
    VegetableBox "Suan Phak Box" "กล่องผักสวนครัว";
    WaterFilter "Nam Sai Water Filters" "น้ำใส เครื่องกรองน้ำ";
    Gamelark "Gamelark Pass" "Gamelark Pass";
    Sketchmoss "Sketchmoss" "Sketchmoss";
    Typeharbor "Typeharbor Fonts" "Typeharbor Fonts";
    Deskbuoy "Deskbuoy" "Deskbuoy";
    Stockpetal "Stockpetal Images" "Stockpetal Images";
    Webtrellis "Webtrellis Hosting" "Webtrellis Hosting";
}

impl Party {
    pub(crate) fn index(self) -> usize {
        self as usize
    }

    pub(crate) fn name(self, language: Language) -> &'static str {
        let (english, thai) = self.names();
        language.of(english, thai)
    }

    /// How a bank's machine writes the name.
    pub(crate) fn descriptor(self) -> String {
        self.names().0.to_uppercase()
    }
}
