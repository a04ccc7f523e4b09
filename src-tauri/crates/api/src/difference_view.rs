//! A finding of the check as a screen shows it.

use serde::Serialize;
use specta::Type;
use std::collections::BTreeMap;
use store::Difference;

/// One of the things that are not as they must be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct DifferenceView {
    /// Which kind, as a stable word to translate: `unbalanced`.
    pub code: String,
    /// The values that its sentence needs.
    pub params: BTreeMap<String, String>,
    /// The same in English.
    pub text: String,
}

impl From<&Difference> for DifferenceView {
    fn from(difference: &Difference) -> Self {
        let told = serde_json::to_value(difference).unwrap_or_default();
        let values = told.as_object().into_iter().flatten();
        let mut params: BTreeMap<String, String> = values
            .map(|(name, value)| {
                let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
                (name.clone(), text)
            })
            .collect();
        let code = params.remove("code").unwrap_or_default();
        Self { code, params, text: difference.to_string() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_difference_carries_its_kind_and_its_values() {
        let difference = Difference::Unbalanced { id: 7, commodity: 2, units: "-50".into() };
        let view = DifferenceView::from(&difference);
        let values: Vec<(&str, &str)> =
            view.params.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        assert_eq!(view.code, "unbalanced");
        assert_eq!(values, [("commodity", "2"), ("id", "7"), ("units", "-50")]);
        assert_eq!(view.text, difference.to_string());
    }
}
