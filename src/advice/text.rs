//! Texts in several languages.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Serialize, Serializer};
use thiserror::Error;

/// The tag of a language: two or three letters, and perhaps script, region or variant behind hyphens (`nl`, `nl-BE`,
/// `fy`).
///
/// Kept as tags are commonly written, so `NL-be` is `nl-BE`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Language(String);

/// A text is not the tag of a language.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("`{text}` is not a language tag")]
pub struct NotALanguage {
    /// The text as it was given, cut after 80 characters.
    pub text: String,
}

/// A text has nothing in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("the text has nothing in it")]
pub struct BlankText;

impl Language {
    /// The most characters that a tag may have.
    const LONGEST: usize = 35;

    /// Checks a tag.
    ///
    /// # Errors
    /// [`NotALanguage`] when it is none.
    pub fn new(tag: &str) -> Result<Self, NotALanguage> {
        written(tag).map(Self).ok_or_else(|| NotALanguage { text: tag.chars().take(80).collect() })
    }

    /// The tag.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The tag as it is commonly written, if it is one.
fn written(tag: &str) -> Option<String> {
    let is_part = |part: &str| (1..=8).contains(&part.len()) && part.chars().all(|c| c.is_ascii_alphanumeric());
    let mut parts = tag.split('-');
    let primary = parts.next().filter(|p| matches!(p.len(), 2 | 3) && p.chars().all(|c| c.is_ascii_alphabetic()))?;
    if tag.len() > Language::LONGEST {
        return None;
    }
    let mut out = primary.to_ascii_lowercase();
    for part in parts {
        if !is_part(part) {
            return None;
        }
        let lower = part.to_ascii_lowercase();
        let letters = lower.chars().all(|c| c.is_ascii_alphabetic());
        out.push('-');
        match lower.len() {
            2 if letters => out.push_str(&lower.to_ascii_uppercase()),
            4 if letters => {
                let (first, rest) = lower.split_at_checked(1)?;
                out.push_str(&first.to_ascii_uppercase());
                out.push_str(rest);
            }
            _ => out.push_str(&lower),
        }
    }
    Some(out)
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Serialize for Language {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

/// A text in one language or more; in JSON `{ "nl": "…", "en": "…" }`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Text(BTreeMap<Language, String>);

impl Text {
    /// A text in one language.
    ///
    /// # Errors
    /// [`BlankText`] when there is nothing in it.
    pub fn new(language: Language, text: impl Into<String>) -> Result<Self, BlankText> {
        Self(BTreeMap::new()).and(language, text)
    }

    /// The same text in one more language, or in other words for one that it has.
    ///
    /// # Errors
    /// [`BlankText`] when there is nothing in it.
    pub fn and(mut self, language: Language, text: impl Into<String>) -> Result<Self, BlankText> {
        let text = text.into();
        if text.trim().is_empty() {
            return Err(BlankText);
        }
        self.0.insert(language, text);
        Ok(self)
    }

    /// The text in a language: that of the tag itself, or else of the tag without its last parts (`nl` for `nl-BE`, `zh-Hant`
    /// for `zh-Hant-TW`), as RFC 4647 looks languages up. Never in another.
    pub fn in_language(&self, tag: &str) -> Option<&str> {
        let tag = Language::new(tag).ok()?;
        let shorter = |tag: &String| tag.rsplit_once('-').map(|(rest, _)| rest.to_owned());
        let tags = std::iter::successors(Some(tag.to_string()), shorter);
        tags.filter_map(|tag| self.0.get(&Language::new(&tag).ok()?)).map(String::as_str).next()
    }

    /// The text in a language, or else in English, or else in the first language that there is.
    pub fn or_another(&self, tag: &str) -> Option<&str> {
        let first = || self.iter().next().map(|(_, text)| text);
        self.in_language(tag).or_else(|| self.in_language("en")).or_else(first)
    }

    /// Every language with its words, in the order of the tags.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (&Language, &str)> {
        self.0.iter().map(|(language, text)| (language, text.as_str()))
    }

    /// These words over others, language by language.
    #[must_use]
    pub fn over(self, mut base: Self) -> Self {
        base.0.extend(self.0);
        base
    }

    /// The same languages with other words; where nothing is left of the words, they stay as they are.
    pub(super) fn mapped(&self, with: &dyn Fn(&str) -> String) -> Self {
        let other = |text: &String| Some(with(text)).filter(|text| !text.trim().is_empty());
        let mapped =
            self.0.iter().map(|(language, text)| (language.clone(), other(text).unwrap_or_else(|| text.clone())));
        Self(mapped.collect())
    }

    /// A text of the base set.
    pub(crate) fn dutch_and_english(nl: &str, en: &str) -> Self {
        let languages = [("en", en), ("nl", nl)];
        Self(languages.map(|(tag, text)| (Language(tag.to_owned()), text.to_owned())).into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags() {
        let all = ["nl", "NL-be", "fy", "zh-hans-tw", "nds-NL", "ca-valencia", "es-419"];
        let said = all.map(|t| Language::new(t).unwrap().to_string());
        assert_eq!(said, ["nl", "nl-BE", "fy", "zh-Hans-TW", "nds-NL", "ca-valencia", "es-419"]);
        for bad in ["", "n", "dutch", "nl_BE", "nl-", "-nl", "nl--BE", "n1", "nl-BE-", "ñl", "nl BE", "nl-abcdefghi"] {
            assert!(Language::new(bad).is_err(), "{bad}");
        }
        assert!(Language::new(&format!("nl{}", "-a".repeat(40))).is_err());
    }

    #[test]
    fn a_text_is_never_told_in_another_language() {
        let text = Text::dutch_and_english("Dag", "Hello");
        assert_eq!(text.in_language("nl-BE"), Some("Dag"));
        assert_eq!(text.in_language("EN"), Some("Hello"));
        assert_eq!(text.in_language("fy"), None);
        assert_eq!(text.in_language("nonsense!"), None);
        assert_eq!(Text::new(Language::new("nl").unwrap(), " \n"), Err(BlankText));
    }
}
