//! Finding names in texts.

use std::collections::BTreeMap;
use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Names that are looked for in texts, each with what stands in its place.
///
/// A name is found as a row of whole words, whatever their case and diacritics and whatever stands between them (a space, a hyphen,
/// a line break); the longest name counts. Words end where letters and digits do, so that `Stedin's` and `winst-stedin` hold
/// `Stedin`. Characters of scripts that write no spaces are words of their own.
#[derive(Debug, Default)]
pub(super) struct Names {
    /// By their words: what to put in their place, if anything.
    names: BTreeMap<Vec<String>, Option<String>>,
    /// How many words the longest name has that begins with a word.
    longest: BTreeMap<String, usize>,
    /// The names that are to be replaced, run together.
    run: Vec<String>,
    /// Names without a letter or digit, as they stand.
    signs: Vec<(String, String)>,
}

impl Names {
    /// Of names with what to put in their place; `None` leaves a name as it stands. Of equal names the first counts.
    pub(super) fn of<'n>(names: impl IntoIterator<Item = (&'n str, Option<String>)>) -> Self {
        let mut out = Self::default();
        for (name, put) in names {
            let (words, _) = words(name);
            match (words.first(), put) {
                (Some(first), put) => {
                    let longest = out.longest.entry(first.clone()).or_default();
                    *longest = (*longest).max(words.len());
                    out.names.entry(words).or_insert(put);
                }
                (None, Some(put)) if !name.trim().is_empty() => out.signs.push((name.trim().to_owned(), put)),
                (None, _) => {}
            }
        }
        out.run = out.names.iter().filter(|(_, put)| put.is_some()).map(|(words, _)| words.concat()).collect();
        out.signs.sort_by_key(|(name, _)| std::cmp::Reverse(name.len()));
        out
    }

    /// The text with the names replaced.
    pub(super) fn replaced(&self, text: &str) -> String {
        let mut out = String::with_capacity(text.len());
        let mut from = 0;
        for (at, put) in self.found(text) {
            if let Some(put) = put {
                out.push_str(text.get(from..at.start).unwrap_or_default());
                out.push_str(put);
                from = at.end;
            }
        }
        out.push_str(text.get(from..).unwrap_or_default());
        self.signs.iter().fold(out, |out, (name, put)| out.replace(name.as_str(), put))
    }

    /// Whether a name that is to be replaced stands in the text.
    pub(super) fn stand_in(&self, text: &str) -> bool {
        self.found(text).iter().any(|(_, put)| put.is_some())
            || self.signs.iter().any(|(name, _)| text.contains(name.as_str()))
    }

    /// Whether a name that is to be replaced stands in the text, be it as a part of a word or run together.
    pub(super) fn lie_within(&self, text: &str) -> bool {
        let run = words(text).0.concat();
        self.run.iter().any(|name| run.contains(name.as_str())) || self.stand_in(text)
    }

    /// The names in a text, from the left: where, and what to put in their place.
    fn found(&self, text: &str) -> Vec<(Range<usize>, Option<&str>)> {
        let (words, places) = words(text);
        let mut out = Vec::new();
        let mut at = 0;
        while let Some(first) = words.get(at) {
            let most = self.longest.get(first).copied().unwrap_or(0);
            let named = (1..=most).rev().find_map(|length| {
                let put = self.names.get(words.get(at..at.checked_add(length)?)?)?;
                let last = places.get(at.checked_add(length)?.checked_sub(1)?)?;
                Some((length, (places.get(at)?.start..last.end, put.as_deref())))
            });
            at += named.as_ref().map_or(1, |(length, _)| *length);
            out.extend(named.map(|(_, found)| found));
        }
        out
    }
}

/// The words of a text, folded, and their places in it.
fn words(text: &str) -> (Vec<String>, Vec<Range<usize>>) {
    let (mut words, mut places): (Vec<String>, Vec<Range<usize>>) = (Vec::new(), Vec::new());
    let mut open = false;
    for (at, c) in text.char_indices() {
        let end = at + c.len_utf8();
        if is_silent(c) {
            // It belongs to the word that it stands in, and does not part it.
            if let Some(place) = places.last_mut().filter(|_| open) {
                place.end = end;
            }
        } else if !c.is_alphanumeric() {
            open = false;
        } else if let (Some(word), Some(place), true) = (words.last_mut(), places.last_mut(), open && !stands_alone(c))
        {
            word.extend(folded(c));
            place.end = end;
        } else {
            words.push(folded(c).collect());
            places.push(at..end);
            open = !stands_alone(c);
        }
    }
    (words, places)
}

/// Without case, diacritics and forms of width: `É`, `é` and `e` are one.
fn folded(c: char) -> impl Iterator<Item = char> {
    // Up and down again, for letters that have more than one small form.
    let plain = std::iter::once(c).nfkd().filter(|c| !is_silent(*c)).collect::<String>();
    let lower: String = plain.chars().flat_map(char::to_uppercase).flat_map(char::to_lowercase).collect();
    lower.nfkd().filter(|c| !is_silent(*c)).collect::<Vec<_>>().into_iter()
}

/// Marks on letters, and what steers a text without being seen.
fn is_silent(c: char) -> bool {
    is_combining_mark(c)
        || matches!(c, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

/// Chinese, Japanese and Korean signs, and letters of Thai, Lao, Burmese and Khmer.
fn stands_alone(c: char) -> bool {
    matches!(c, '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{2e80}'..='\u{a4cf}'
        | '\u{ac00}'..='\u{d7af}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names() -> Names {
        let put = |text: &str| Some(text.to_owned());
        Names::of([
            ("Gemeente Enschede", put("P01")),
            ("gemeente", put("P02")),
            ("stedin", put("P03")),
            ("Coöperatie 't Überfluß", put("P04")),
            ("株式会社", put("P05")),
            ("+++", put("P06")),
            ("Stedin Nederland", None),
            ("Stedin", put("never")),
        ])
    }

    #[test]
    fn names_are_found_as_whole_words() {
        for (text, expected) in [
            ("the Gemeente Enschede says", "the P01 says"),
            ("GEMEENTE\n ENSCHEDE, and gemeente Hengelo", "P01, and P02 Hengelo"),
            ("gemeente-enschede", "P01"),
            ("winst-stedin and Stedin's", "winst-P03 and P03's"),
            ("gemeenteraad, Stedinx", "gemeenteraad, Stedinx"),
            ("COOPERATIE T UBERFLUSS!", "P04!"),
            ("coo\u{308}peratie t u\u{308}berfluß", "P04"),
            ("Ste\u{ad}din and ＳＴＥＤＩＮ", "P03 and P03"),
            ("東京株式会社の", "東京P05の"),
            ("so +++ then", "so P06 then"),
            ("Stedin Nederland is not Stedin", "Stedin Nederland is not P03"),
            ("", ""),
            ("…", "…"),
        ] {
            assert_eq!(names().replaced(text), expected, "{text}");
            assert_eq!(names().stand_in(text), text != expected, "{text}");
        }
    }

    #[test]
    fn a_part_of_a_word_is_within() {
        assert!(names().lie_within("stedinwinst") && !names().stand_in("stedinwinst"));
        assert!(names().lie_within("de-gemeente-raad") && names().lie_within("ste-din"));
        assert!(!names().lie_within("lower-bill"));
    }
}
