//! Finding names in texts.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::addresses;

/// A name to look for.
#[derive(Debug)]
pub(super) struct Name<'n> {
    pub(super) text: &'n str,
    /// Whether it is an id.
    pub(super) is_id: bool,
    /// What to put in its place; `None` leaves it as it stands.
    pub(super) put: Option<String>,
}

/// Names that are looked for in texts, each with what stands in its place.
///
/// A name is found as a row of whole words, whatever their case and diacritics and whatever stands between them (a space, a hyphen,
/// a line break), also with the s of a possessive. Words end where letters and digits do, so that `Stedin's` and `winst-stedin` hold
/// `Stedin`. Characters of scripts that write no spaces are words of their own. The longest name of the whole text counts: one that
/// lies within it is not looked at, and what overlaps goes with it.
///
/// A name of three letters or fewer is found as it is written only. An id of three letters is found with a capital (`Jan`, `RWS`), one
/// of two or fewer in no text: `de` and `ns` are words.
#[derive(Debug, Default)]
pub(super) struct Names {
    /// By their first word, the longest first.
    names: BTreeMap<String, Vec<Entry>>,
    /// The names that are to be replaced, run together; no short ones.
    run: Vec<String>,
    /// Names without a letter or digit, which count where they are the whole text.
    signs: BTreeMap<String, String>,
}

#[derive(Debug)]
struct Entry {
    words: Vec<String>,
    form: Form,
    put: Option<String>,
}

impl Entry {
    /// Whether it stands in a text from a word on.
    fn found(&self, text: &str, words: &[String], places: Option<&[Range<usize>]>, at: usize) -> Option<Found<'_>> {
        let end = at.checked_add(self.words.len())?;
        let here = words.get(at..end)?;
        let says = |(word, name): (&String, &String)| {
            let bends = matches!(self.form, Form::Any | Form::Capital);
            word == name || bends && word.strip_suffix('s') == Some(name)
        };
        let written = match (&self.form, places) {
            (Form::Any, _) | (_, None) => true,
            (Form::InSlugs, _) => false,
            (Form::Capital, Some(places)) => {
                places.get(at).and_then(|place| text.get(place.start..)?.chars().next()).is_some_and(char::is_uppercase)
            }
            (Form::Exactly(form), Some(places)) => {
                text.get(places.get(at)?.start..places.get(end.checked_sub(1)?)?.end) == Some(form)
            }
        };
        (written && here.iter().zip(&self.words).all(says)).then_some((at..end, self.put.as_deref()))
    }
}

/// How a name must be written to be found.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Form {
    Any,
    Exactly(String),
    /// With a capital.
    Capital,
    /// In ids and words of one's own alone.
    InSlugs,
}

/// Where a name stands: its words, from and to, and what to put in its place.
type Found<'a> = (Range<usize>, Option<&'a str>);

impl Names {
    /// Of equal names the first counts.
    pub(super) fn of<'n>(names: impl IntoIterator<Item = Name<'n>>) -> Self {
        let mut out = Self::default();
        let mut seen = BTreeSet::new();
        for Name { text, is_id, put } in names {
            let (words, places) = words(text);
            let (Some(first), Some(from), Some(to)) = (words.first(), places.first(), places.last()) else {
                if let Some(put) = put.filter(|_| !text.trim().is_empty()) {
                    out.signs.entry(text.trim().to_owned()).or_insert(put);
                }
                continue;
            };
            let form = match is_short(&words) {
                false => Form::Any,
                true if is_id && words.iter().map(|word| word.chars().count()).sum::<usize>() == 3 => Form::Capital,
                true if is_id => Form::InSlugs,
                true => Form::Exactly(text.get(from.start..to.end).unwrap_or_default().to_owned()),
            };
            if seen.insert((words.clone(), form.clone())) {
                if put.is_some() && form == Form::Any {
                    out.run.push(words.concat());
                }
                out.names.entry(first.clone()).or_default().push(Entry { words, form, put });
            }
        }
        out.names.values_mut().for_each(|all| all.sort_by_key(|entry| std::cmp::Reverse(entry.words.len())));
        out
    }

    /// The text with the names replaced, and without mail addresses and telephone numbers.
    pub(super) fn replaced(&self, text: &str) -> String {
        if let Some(put) = self.signs.get(text.trim()) {
            return put.clone();
        }
        let text = &addresses::hidden(text);
        let (words, places) = words(text);
        let mut out = String::with_capacity(text.len());
        let mut from = 0;
        for (found, put) in spans(self.found(text, &words, Some(&places))) {
            let (Some(first), Some(last)) = (places.get(found.start), places.get(found.end.saturating_sub(1))) else {
                continue;
            };
            out.push_str(text.get(from..first.start).unwrap_or_default());
            out.push_str(put);
            from = last.end;
        }
        out.push_str(text.get(from..).unwrap_or_default());
        out
    }

    /// Whether a name that is to be replaced stands in an id or the like, be it as a part of a word or run together.
    pub(super) fn lie_within(&self, slug: &str) -> bool {
        let (words, _) = words(slug);
        let run = words.concat();
        self.run.iter().any(|name| run.contains(name.as_str())) || !spans(self.found(slug, &words, None)).is_empty()
    }

    /// The longest name from each word on; in an id, where there are no places, short names count however they are written.
    fn found(&self, text: &str, words: &[String], places: Option<&[Range<usize>]>) -> Vec<Found<'_>> {
        let from = |(at, word): (usize, &String)| {
            let plain =
                self.names.get(word).into_iter().flatten().find_map(|entry| entry.found(text, words, places, at));
            let stem = word.strip_suffix('s').and_then(|stem| self.names.get(stem));
            let possessive = stem.into_iter().flatten().find_map(|entry| entry.found(text, words, places, at));
            match (plain, possessive) {
                (Some(a), Some(b)) => Some(if b.0.end > a.0.end { b } else { a }),
                (a, b) => a.or(b),
            }
        };
        words.iter().enumerate().filter_map(from).collect()
    }
}

/// What is to be replaced, from the left: no name that lies within a longer one, and what overlaps as one, under the longest name.
fn spans(found: Vec<Found<'_>>) -> Vec<(Range<usize>, &str)> {
    let mut out: Vec<(Range<usize>, &str, usize)> = Vec::new();
    // From the left, one from each word: a name lies within another if one before it ends no sooner.
    let mut furthest = 0;
    for (range, put) in found {
        let within = range.end <= furthest;
        furthest = furthest.max(range.end);
        let Some(put) = put.filter(|_| !within) else { continue };
        match out.last_mut().filter(|(last, _, _)| range.start < last.end) {
            Some((last, name, length)) => {
                last.end = range.end;
                if range.len() > *length {
                    (*name, *length) = (put, range.len());
                }
            }
            None => out.push((range.clone(), put, range.len())),
        }
    }
    out.into_iter().map(|(range, put, _)| (range, put)).collect()
}

/// Whether a name is so short that it may be a word like any other; one sign says more in scripts that write no spaces.
fn is_short(words: &[String]) -> bool {
    words.iter().flat_map(|word| word.chars()).count() <= 3 && !words.iter().flat_map(|w| w.chars()).any(stands_alone)
}

/// What the next character may belong to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Open {
    Nothing,
    Word,
    /// A sign that is a word of its own, with its marks and the rest of a syllable.
    Sign,
}

/// The words of a text, folded, and as they stand in it.
#[cfg(feature = "cli")]
pub(crate) fn words_of(text: &str) -> impl Iterator<Item = (String, &str)> {
    let (words, places) = words(text);
    words.into_iter().zip(places).map(|(word, place)| (word, text.get(place).unwrap_or_default()))
}

/// The words of a text, folded, and their places in it.
fn words(text: &str) -> (Vec<String>, Vec<Range<usize>>) {
    let (mut words, mut places): (Vec<String>, Vec<Range<usize>>) = (Vec::new(), Vec::new());
    let mut open = Open::Nothing;
    for (at, c) in text.char_indices() {
        let end = at + c.len_utf8();
        let plain = folded(c);
        let Some(first) = plain.chars().next().filter(|_| !is_silent(c)) else {
            // It belongs to the word that it stands in, and does not part it.
            if let Some(place) = places.last_mut().filter(|_| open != Open::Nothing) {
                place.end = end;
            }
            continue;
        };
        let goes_on = match open {
            Open::Nothing => false,
            Open::Word => !stands_alone(first),
            Open::Sign => ends_syllable(first),
        };
        if !c.is_alphanumeric() {
            open = Open::Nothing;
        } else if let (Some(word), Some(place), true) = (words.last_mut(), places.last_mut(), goes_on) {
            word.push_str(&plain);
            place.end = end;
        } else {
            words.push(plain);
            places.push(at..end);
            open = if stands_alone(first) { Open::Sign } else { Open::Word };
        }
    }
    (words, places)
}

/// Without case, diacritics and forms of width: `É`, `é` and `e` are one.
fn folded(c: char) -> String {
    // Up and down again, for letters that have more than one small form.
    let plain = std::iter::once(c).nfkd().filter(|c| !is_silent(*c)).collect::<String>();
    let lower: String = plain.chars().flat_map(char::to_uppercase).flat_map(char::to_lowercase).collect();
    let mut out = String::new();
    for c in lower.nfkd().filter(|c| !is_silent(*c)) {
        match c {
            'ø' => out.push('o'),
            'ł' => out.push('l'),
            'đ' | 'ð' => out.push('d'),
            'ħ' => out.push('h'),
            'ŧ' => out.push('t'),
            'ı' => out.push('i'),
            'æ' => out.push_str("ae"),
            'œ' => out.push_str("oe"),
            'þ' => out.push_str("th"),
            c => out.push(c),
        }
    }
    out
}

/// Marks on letters, and what steers a text without being seen.
fn is_silent(c: char) -> bool {
    is_combining_mark(c)
        || matches!(c, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

/// Chinese, Japanese and Korean signs, and letters of Thai, Lao, Burmese and Khmer.
fn stands_alone(c: char) -> bool {
    matches!(c, '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1100}'..='\u{115f}' | '\u{1780}'..='\u{17ff}'
        | '\u{2e80}'..='\u{a4cf}' | '\u{ac00}'..='\u{d7af}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// The middle and the end of a Korean syllable that is written in its parts.
fn ends_syllable(c: char) -> bool {
    matches!(c, '\u{1160}'..='\u{11ff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(names: &[(&str, Option<&str>)]) -> Names {
        Names::of(names.iter().map(|(text, put)| Name { text, is_id: false, put: put.map(str::to_owned) }))
    }

    fn names() -> Names {
        of(&[
            ("Gemeente Enschede", Some("P01")),
            ("gemeente", Some("P02")),
            ("stedin", Some("P03")),
            ("Coöperatie 't Überfluß", Some("P04")),
            ("株式会社", Some("P05")),
            ("+++", Some("P06")),
            ("Stedin Nederland", None),
            ("Stedin", Some("never")),
            ("Ørsted Łódź Æsir", Some("P07")),
            ("한국전력", Some("P08")),
            ("カナダ", Some("P09")),
        ])
    }

    #[test]
    fn names_are_found_as_whole_words() {
        for (text, expected) in [
            ("the Gemeente Enschede says", "the P01 says"),
            ("GEMEENTE\n ENSCHEDE, and gemeente Hengelo", "P01, and P02 Hengelo"),
            ("gemeente-enschede", "P01"),
            ("winst-stedin and Stedin's", "winst-P03 and P03's"),
            ("Stedins winst, Gemeentes Enschede", "P03 winst, P01"),
            ("gemeenteraad, Stedinx", "gemeenteraad, Stedinx"),
            ("COOPERATIE T UBERFLUSS!", "P04!"),
            ("coo\u{308}peratie t u\u{308}berfluß", "P04"),
            ("Ste\u{ad}din and ＳＴＥＤＩＮ", "P03 and P03"),
            ("東京株式会社の", "東京P05の"),
            ("orsted LODZ aesir", "P07"),
            ("오늘한국전력", "오늘P08"),
            (
                "\u{110b}\u{1169}\u{1112}\u{1161}\u{11ab}\u{1100}\u{116e}\u{11a8}\u{110c}\u{1165}\u{11ab}\u{1105}\u{1167}\u{11a8}",
                "\u{110b}\u{1169}P08",
            ),
            ("とｶﾅﾀﾞの", "とP09の"),
            ("so +++ then", "so +++ then"),
            (" +++ ", "P06"),
            ("Stedin Nederland is not Stedin", "Stedin Nederland is not P03"),
            ("", ""),
            ("…", "…"),
        ] {
            assert_eq!(names().replaced(text), expected, "{text}");
        }
    }

    #[test]
    fn the_longest_name_of_the_whole_text_counts() {
        let long = of(&[
            ("De Stichting", Some("P03")),
            ("Stichting Natuur en Milieu Nederland", Some("P01")),
            ("Nederland BV", Some("P02")),
            ("en Milieu", Some("P04")),
        ]);
        for (text, expected) in [
            ("voor de Stichting Natuur en Milieu Nederland, de stichting", "voor P01, P03"),
            ("Stichting Natuur en Milieu Nederland BV", "P01"),
            ("Natuur en Milieu", "Natuur P04"),
        ] {
            assert_eq!(long.replaced(text), expected, "{text}");
        }
    }

    #[test]
    fn a_name_of_signs_counts_where_it_is_the_whole_text() {
        for sign in ["-", "?", "…"] {
            let names = of(&[(sign, Some("P01"))]);
            let text = "now - or never? …";
            assert_eq!(names.replaced(text), text);
            assert_eq!(names.replaced(sign), "P01");
        }
    }

    #[test]
    fn short_names_are_found_as_they_are_written() {
        let id = |text| Name { text, is_id: true, put: Some("A1".to_owned()) };
        let name = Name { text: "NS", is_id: false, put: Some("P01".to_owned()) };
        let names = Names::of([id("de"), id("ns"), name]);
        assert_eq!(names.replaced("de rust van NS, Ons ns"), "de rust van P01, Ons ns");
        let three = Names::of([id("jan")]);
        assert_eq!(three.replaced("Jan, JAN's en Jans oom in jan en Janus"), "A1, A1's en A1 oom in jan en Janus");
        assert!(names.lie_within("rust-van-de-ns") && !names.lie_within("onsdeel"));
    }

    #[test]
    fn a_part_of_a_word_is_within() {
        assert!(names().lie_within("stedinwinst"));
        assert!(names().lie_within("de-gemeente-raad") && names().lie_within("ste-din"));
        assert!(!names().lie_within("lower-bill"));
    }
}
