//! The words of a report: Fluent resources, one language over another.

use std::collections::BTreeSet;
use std::fmt;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use thiserror::Error;
use unic_langid::LanguageIdentifier;

use super::page::folded;
use crate::vocabulary::Vocabulary;

const DUTCH: [&str; 2] = [include_str!("locale/nl/report.ftl"), include_str!("locale/nl/vocabulary.ftl")];
const ENGLISH: [&str; 2] = [include_str!("locale/en/report.ftl"), include_str!("locale/en/vocabulary.ftl")];

/// What the keys begin with for words that a model may choose itself: rings and sectors.
const OWN_WORDS: [&str; 2] = ["ring-", "sector-"];

/// How deep a message may nest.
const DEEPEST: usize = 32;

/// The words of one language, over English ones for what it lacks.
pub struct Locale {
    tag: String,
    words: FluentBundle<FluentResource>,
    fallback: Option<FluentBundle<FluentResource>>,
    unknown: Vec<String>,
}

impl fmt::Debug for Locale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Locale").field("tag", &self.tag).finish_non_exhaustive()
    }
}

/// A locale cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum LocaleError {
    /// The tag is no language tag.
    #[error("`{tag}` is not a language tag")]
    Tag {
        /// The tag as given, cut after 80 characters.
        tag: String,
    },
    /// The text is no Fluent resource.
    #[error("line {line}: {message}")]
    Syntax {
        /// The line of the first mistake, from 1.
        line: usize,
        /// What is wrong there.
        message: String,
    },
    /// Braces or parentheses stand in each other more than 32 deep. One that is closed after a quotation mark on its line counts as
    /// open until the message ends.
    #[error("line {line}: nested more than 32 deep")]
    TooDeep {
        /// The line where it gets too deep, from 1.
        line: usize,
    },
    /// A message stands in it twice.
    #[error("`{key}` stands in it twice")]
    Twice {
        /// The key of the message.
        key: String,
    },
}

/// A word or sentence as a locale gave it.
pub(super) struct Said {
    pub(super) text: String,
    /// Whether the locale itself had it.
    pub(super) own: bool,
}

impl Locale {
    /// The languages that are compiled in.
    pub const BUILTIN: &[&str] = &["nl", "en"];

    /// A language that is compiled in, by its tag; a region makes no difference (`nl-BE`).
    pub fn builtin(lang: &str) -> Option<Self> {
        let tag: LanguageIdentifier = lang.parse().ok()?;
        let texts = builtin_texts(&tag)?;
        Some(Self::assemble(tag, Some(texts), None, Vec::new()))
    }

    /// Words of one's own for a language: over the ones that are compiled in for it, and those over English. A byte order mark at
    /// the start is skipped. Line breaks and characters that cannot be seen are shown as those of a model are.
    ///
    /// # Errors
    /// [`LocaleError`] when the tag is none, or the text is not Fluent.
    pub fn from_ftl(tag: &str, text: &str) -> Result<Self, LocaleError> {
        let tag: LanguageIdentifier =
            tag.parse().map_err(|_| LocaleError::Tag { tag: tag.chars().take(80).collect() })?;
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        // The parser of Fluent recurses.
        if let Some(line) = too_deep(text) {
            return Err(LocaleError::TooDeep { line });
        }
        let resource = FluentResource::try_new(text.to_owned()).map_err(|(_, faults)| {
            let (at, message) = faults.first().map_or((0, String::new()), |f| (f.pos.start, f.kind.to_string()));
            let line = 1 + text.bytes().take(at).filter(|b| *b == b'\n').count();
            LocaleError::Syntax { line, message }
        })?;
        let mut seen = BTreeSet::new();
        for entry in text.lines().filter_map(key_of_line) {
            if !seen.insert(entry) {
                return Err(LocaleError::Twice { key: entry.to_owned() });
            }
        }
        let english: BTreeSet<&str> = ENGLISH.iter().flat_map(|text| text.lines()).filter_map(key_of_line).collect();
        let named = |key: &&&str| OWN_WORDS.iter().any(|kind| key.starts_with(kind));
        let unknown = seen.difference(&english).filter(|key| !named(key)).map(|key| (*key).to_owned()).collect();
        let builtin = builtin_texts(&tag);
        Ok(Self::assemble(tag, builtin, Some(resource), unknown))
    }

    fn assemble(
        tag: LanguageIdentifier,
        builtin: Option<[&str; 2]>,
        own: Option<FluentResource>,
        unknown: Vec<String>,
    ) -> Self {
        let english = tag.language.as_str() == "en";
        let mut words = bundle(&tag, builtin.into_iter().flatten());
        if let Some(own) = own {
            words.add_resource_overriding(own);
        }
        let fallback = (!english).then(|| bundle(&LanguageIdentifier::default(), ENGLISH));
        Self { tag: tag.to_string(), words, fallback, unknown }
    }

    /// The language tag.
    pub fn tag(&self) -> &str {
        &self.tag
    }

    /// The keys of [`Locale::from_ftl`] that English does not have, in order of the alphabet: no report asks for them, so they are
    /// likely misspelt. Terms (`-name`) are not among them.
    pub fn unknown_keys(&self) -> &[String] {
        &self.unknown
    }

    /// What a word of a vocabulary is called; the word itself where neither this language nor English has it.
    pub fn word<V: Vocabulary>(&self, word: V) -> String {
        self.say(&word_key(word), &FluentArgs::new()).map_or_else(|| word.word().to_owned(), |said| said.text)
    }

    /// The message of a key: from this language, else in English; `None` where there is none.
    pub(super) fn say(&self, key: &str, args: &FluentArgs<'_>) -> Option<Said> {
        let from = |bundle: &FluentBundle<FluentResource>| {
            let pattern = bundle.get_message(key)?.value()?;
            let mut faults = Vec::new();
            let text = bundle.format_pattern(pattern, Some(args), &mut faults).into_owned();
            faults.is_empty().then(|| folded(&text))
        };
        let own = from(&self.words).map(|text| Said { text, own: true });
        own.or_else(|| from(self.fallback.as_ref()?).map(|text| Said { text, own: false }))
    }
}

fn builtin_texts(tag: &LanguageIdentifier) -> Option<[&'static str; 2]> {
    match tag.language.as_str() {
        "nl" => Some(DUTCH),
        "en" => Some(ENGLISH),
        _ => None,
    }
}

fn bundle<'a>(tag: &LanguageIdentifier, texts: impl IntoIterator<Item = &'a str>) -> FluentBundle<FluentResource> {
    let mut out = FluentBundle::new_concurrent(vec![tag.clone()]);
    out.set_use_isolating(false);
    for text in texts {
        // A test holds the texts that are compiled in to be without fault.
        let resource = FluentResource::try_new(text.to_owned()).unwrap_or_else(|(partial, _)| partial);
        out.add_resource_overriding(resource);
    }
    out
}

/// The line on which braces, and parentheses within them, nest more than [`DEEPEST`] deep.
///
/// Never less deep than the parser goes, whatever the text: a quotation mark may begin a string or be text, so that nothing on its
/// line closes after it, and a parenthesis closes only one, since it may be text in a brace. Where a message begins the parser is
/// outside of everything; a comment it does not enter.
fn too_deep(text: &str) -> Option<usize> {
    let mut open: Vec<char> = Vec::new();
    for (number, line) in text.lines().enumerate().filter(|(_, line)| !line.starts_with('#')) {
        if key_of_line(line.strip_prefix('-').unwrap_or(line)).is_some() {
            open.clear();
        }
        let mut quoted = false;
        for c in line.chars() {
            match c {
                '{' => open.push(c),
                '(' if !open.is_empty() => open.push(c),
                '"' if !open.is_empty() => quoted = true,
                '}' if !quoted => open.truncate(open.iter().rposition(|o| *o == '{').unwrap_or(0)),
                ')' if !quoted && open.last() == Some(&'(') => {
                    open.pop();
                }
                _ => {}
            }
            if open.len() > DEEPEST {
                return Some(number + 1);
            }
        }
    }
    None
}

/// The key of a message that begins on a line.
fn key_of_line(line: &str) -> Option<&str> {
    let (key, _) = line.split_once('=')?;
    let plain = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    (key.starts_with(|c: char| c.is_ascii_alphabetic()) && key.trim_end().chars().all(plain)).then(|| key.trim_end())
}

/// The key under which a locale holds a word of a vocabulary: the vocabulary's name and the word, hyphenated, such as
/// `kind-of-party-government`.
pub fn word_key<V: Vocabulary>(word: V) -> String {
    let name = V::NAME.chars().map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' });
    name.chain(['-']).chain(word.word().chars()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_compiled_in_is_without_fault() {
        for text in DUTCH.into_iter().chain(ENGLISH) {
            if let Err((_, faults)) = FluentResource::try_new(text.to_owned()) {
                panic!("{faults:?}");
            }
        }
        for texts in [DUTCH, ENGLISH] {
            let mut seen = BTreeSet::new();
            for key in texts.iter().flat_map(|t| t.lines()).filter_map(key_of_line) {
                assert!(seen.insert(key), "{key} stands there twice");
            }
        }
    }

    #[test]
    fn tags() {
        assert_eq!(Locale::builtin("nl-NL").unwrap().tag(), "nl-NL");
        assert!(Locale::builtin("fy").is_none() && Locale::builtin("").is_none());
        assert!(matches!(Locale::from_ftl("not a tag", ""), Err(LocaleError::Tag { .. })));
        assert!(matches!(Locale::from_ftl("fy", "a = b\n\nc d\n"), Err(LocaleError::Syntax { line: 3, .. })));
        for deep in [
            "{".repeat(100_000),
            "{ F(".repeat(100_000),
            "{".to_owned() + &"(".repeat(100_000),
            "{ F(\")\", ".repeat(100_000),
            "{ F(\"})\", ".repeat(100_000),
            "{ $n -> *[x] ) ".repeat(100_000),
            format!("{{ $n -> *[x] \" {}", "{".repeat(100_000)),
        ] {
            let fault = Locale::from_ftl("fy", &format!("a = {deep}")).unwrap_err();
            assert_eq!(fault, LocaleError::TooDeep { line: 1 });
        }
        assert_eq!(Locale::from_ftl("fy", "a = b\na = c\n").unwrap_err(), LocaleError::Twice { key: "a".into() });
    }
}
