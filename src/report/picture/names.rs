//! Names in little room, cut so that they can be told from each other.

use std::collections::{BTreeMap, BTreeSet};

use itertools::Itertools;
use unicode_segmentation::UnicodeSegmentation;

use super::draw::{SMALL, fit, text_width, wrap};

/// How much of its room the begin of a name takes, where what tells it from others stands behind that.
const BEGIN: f64 = 0.35;
/// How many pieces of a name stand there at most, and how many places they are chosen from.
const PIECES: u8 = 3;
const PLACES: usize = 8;

/// How a name is brought into its room; each way leaves more of what tells it from others than the one before.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Way {
    /// Cut at its end.
    Begin,
    /// Cut in its middle.
    Both,
    /// As it is, in as many lines as it needs.
    Whole,
}

impl Way {
    fn next(self) -> Self {
        match self {
            Self::Begin => Self::Both,
            Self::Both | Self::Whole => Self::Whole,
        }
    }

    fn lines(self, name: &str, room: f64, most: usize) -> Vec<String> {
        match self {
            Self::Begin => wrap(name, SMALL, room, most),
            Self::Both => both_ends(name, SMALL, room, most),
            Self::Whole => wrap(&breakable(name, room), SMALL, room, usize::MAX),
        }
    }
}

/// Small names in lines, each with its room, in so many lines at most: cut at the end, or in the middle where another would read the
/// same; where even that is not enough to tell it from another, as long as it is.
pub(super) fn apart(names: &[(&str, f64)], most: usize) -> Vec<Vec<String>> {
    let mut out: Vec<(Way, Vec<String>)> =
        names.iter().map(|(name, room)| (Way::Begin, Way::Begin.lines(name, *room, most))).collect();
    loop {
        let mut read: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
        for ((name, _), (_, lines)) in names.iter().zip(&out) {
            read.entry(lines.join(" ")).or_default().insert(name);
        }
        let is_shared = |lines: &[String]| read.get(&lines.join(" ")).is_some_and(|names| names.len() > 1);
        let mut changed = false;
        for ((name, room), (way, lines)) in names.iter().zip(&mut out) {
            if *way != Way::Whole && is_shared(lines) {
                *way = way.next();
                *lines = way.lines(name, *room, most);
                changed = true;
            }
        }
        if !changed {
            return out.into_iter().map(|(_, lines)| lines).collect();
        }
    }
}

/// A small name in so many lines at most, cut so that it can be told from others as far as there is room for that.
pub(super) fn in_lines(name: &str, all: &[String], room: f64, most: usize) -> Vec<String> {
    cut(name, all, SMALL, room, most)
}

/// A name in one line, cut so that it can be told from others as far as there is room for that.
pub(super) fn short(name: &str, all: &[String], size: f64, room: f64) -> String {
    cut(name, all, size, room, 1).pop().unwrap_or_default()
}

/// A name in so many lines at most: cut at its end; in its middle where another one begins alike; where others read the same then,
/// with what tells it from them behind its begin.
fn cut(name: &str, all: &[String], size: f64, room: f64, most: usize) -> Vec<String> {
    let lines = wrap(name, size, room, most);
    let Some(last) = lines.last() else { return lines };
    let begin = last.trim_end_matches('…');
    let others = || all.iter().map(String::as_str).filter(|other| *other != name);
    if begin == last || !others().any(|other| other.contains(begin)) {
        return lines;
    }
    let ends = both_ends(name, size, room, most);
    if !others().any(|other| both_ends(other, size, room, most) == ends) {
        return ends;
    }
    telling(name, &others().collect::<Vec<_>>(), ends, size, room)
}

/// A name in so many lines at most, the last one cut in its middle.
fn both_ends(name: &str, size: f64, room: f64, most: usize) -> Vec<String> {
    let mut lines = wrap(name, size, room, most);
    let Some(last) = lines.pop() else { return lines };
    let mut words = name.split_whitespace();
    // What the lines before hold, word by word.
    let before: Vec<&str> = lines.iter().flat_map(|line| line.split_whitespace()).collect();
    if !before.iter().all(|word| words.next() == Some(word)) {
        return vec![middle(name, size, room)];
    }
    let rest = words.collect::<Vec<_>>().join(" ");
    lines.push(if text_width(&rest, size) <= room { last } else { middle(&rest, size, room) });
    lines
}

/// A text that is too wide, cut in its middle.
fn middle(text: &str, size: f64, room: f64) -> String {
    let half = (room - text_width("…", size)) / 2.0;
    let (mut used, mut end) = (0.0, Vec::new());
    for piece in text.graphemes(true).rev() {
        used += text_width(piece, size);
        if used > half {
            break;
        }
        end.push(piece);
    }
    let end: String = end.into_iter().rev().collect();
    let begin = fit(text, size, half + text_width("…", size));
    format!("{}…{}", begin.trim_end_matches('…'), end.trim_start())
}

/// The lines of a name of which another reads the same, the last one with its begin and pieces that none of the others has of which
/// that begin is the same: the fewest that tell it from all of these, or else from the most.
fn telling(name: &str, others: &[&str], mut lines: Vec<String>, size: f64, room: f64) -> Vec<String> {
    let most = lines.len();
    let Some(last) = lines.pop() else { return lines };
    let least = fit(&last, size, room * BEGIN / f64::from(PIECES));
    let begins = |other: &&&str| {
        let mut read = wrap(other, size, room, most);
        read.pop().is_some_and(|last| last.starts_with(least.trim_end_matches('…'))) && read == lines
    };
    let alike: Vec<&str> = others.iter().filter(begins).copied().collect();
    let places =
        parting(name, &alike, |from| Piece::of(name, from, size, room / 2.0).map_or(0, |piece| piece.text.len()));
    let choices = (1..=PIECES).flat_map(|count| {
        let share = |room: f64| room / f64::from(count);
        let begin = fit(&last, size, share(room * BEGIN)).trim_end_matches('…').to_owned();
        let rest = share(room - text_width(&begin, size) - text_width("…", size));
        let pieces = places.iter().filter_map(move |at| Piece::of(name, *at, size, rest));
        pieces.combinations(usize::from(count)).map(move |pieces| (begin.clone(), pieces))
    });
    let mut best: Option<(usize, String)> = None;
    for (begin, pieces) in choices {
        // Only the last one can end the name.
        if pieces.iter().rev().skip(1).any(|piece| piece.is_end) {
            continue;
        }
        let same = alike.iter().filter(|other| has(other, &pieces)).count();
        if best.as_ref().is_none_or(|(least, _)| same < *least) {
            let said = pieces.iter().map(|piece| format!("{}{}", piece.text, if piece.is_end { "" } else { "…" }));
            best = Some((same, format!("{begin}…{}", said.collect::<String>())));
        }
        if same == 0 {
            break;
        }
    }
    lines.push(best.map_or(last, |(_, said)| said));
    lines
}

/// Where a name parts from others, in bytes: where the word begins in which it does, or the very place where that word is longer than a
/// piece. The last ones, for those are of the names that are most alike. `reach`: how many bytes a piece has from a byte on.
fn parting(name: &str, others: &[&str], reach: impl Fn(usize) -> usize) -> Vec<usize> {
    let same = |other: &&str| {
        let mut both = name.grapheme_indices(true).zip(other.graphemes(true));
        both.find(|((_, a), b)| a != b).map_or(name.len().min(other.len()), |((at, _), _)| at)
    };
    let from = |at: usize| {
        let word = (0..=at).rev().find(|from| *from < name.len() && begins_word(name, *from));
        word.filter(|from| from + reach(*from) > at || at == name.len()).unwrap_or(at)
    };
    let places: BTreeSet<usize> = others.iter().map(same).map(from).collect();
    let first = places.len().saturating_sub(PLACES);
    places.into_iter().skip(first).collect()
}

/// Whether a word begins at a byte of a text.
fn begins_word(text: &str, at: usize) -> bool {
    let is_part = |c: char| c.is_alphanumeric();
    text.split_at_checked(at).is_some_and(|(before, after)| after.starts_with(is_part) && !before.ends_with(is_part))
}

/// A piece of a name.
#[derive(Debug, Clone, Copy)]
struct Piece<'n> {
    text: &'n str,
    /// Whether it begins where a word does: 1 is not a piece of 11 then.
    is_word: bool,
    /// Whether it is the end of the name.
    is_end: bool,
}

impl<'n> Piece<'n> {
    /// The one that begins at a byte, as long as fits with an ellipsis; nothing where none does.
    fn of(name: &'n str, at: usize, size: f64, room: f64) -> Option<Self> {
        let rest = name.get(at..)?.trim_end();
        let room = room - text_width("…", size);
        let (mut used, mut end) = (0.0, 0);
        for piece in rest.graphemes(true) {
            used += text_width(piece, size);
            if used > room {
                break;
            }
            end += piece.len();
        }
        let text = rest.get(..end)?.trim_end();
        (!text.is_empty()).then_some(Self { text, is_word: begins_word(name, at), is_end: end == rest.len() })
    }

    /// Where a text has it, from a byte on.
    fn find(&self, text: &str, from: usize) -> Option<usize> {
        let is_there = |at: &usize| {
            let rest = text.get(*at..).map(str::trim_end);
            rest.is_some_and(|rest| if self.is_end { rest == self.text } else { rest.starts_with(self.text) })
                && (!self.is_word || begins_word(text, *at))
        };
        (from..text.len()).find(is_there)
    }
}

/// Whether a name has such pieces, each beginning after the one before does.
fn has(name: &str, pieces: &[Piece<'_>]) -> bool {
    pieces.iter().try_fold(0, |from, piece| piece.find(name, from).map(|at| at + 1)).is_some()
}

/// A text of which every word fits in a line: what is too wide is broken.
fn breakable(text: &str, room: f64) -> String {
    let mut out = String::new();
    for word in text.split_whitespace() {
        let mut used = 0.0;
        for piece in word.graphemes(true) {
            let wide = text_width(piece, SMALL);
            if used > 0.0 && used + wide > room {
                out.push(' ');
                used = 0.0;
            }
            out.push_str(piece);
            used += wide;
        }
        out.push(' ');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROOM: f64 = 120.0;

    fn said(names: &[&str], most: usize) -> Vec<String> {
        let names: Vec<(&str, f64)> = names.iter().map(|name| (*name, ROOM)).collect();
        apart(&names, most).into_iter().map(|lines| lines.join(" ")).collect()
    }

    #[test]
    fn names_that_differ_read_differently() {
        let long = "Organisatie voor openbaar vervoer en omstreken";
        let numbered: Vec<String> = (1..9).map(|n| format!("{long} nummer {n}")).collect();
        let between: Vec<String> = (1..9).map(|n| format!("{long} {n} {long} {long}")).collect();
        let words: Vec<String> = (1..9).map(|n| format!("{}{n}{}", "a".repeat(60), "b".repeat(60))).collect();
        for all in [numbered, between, words] {
            let all: Vec<&str> = all.iter().map(String::as_str).collect();
            for most in 1..4 {
                let told: BTreeSet<String> = said(&all, most).into_iter().collect();
                assert_eq!(told.len(), all.len(), "{told:?}");
            }
        }
    }

    #[test]
    fn names_that_differ_in_the_middle_read_differently_in_one_line_and_in_two() {
        let long = "Organisatie voor openbaar vervoer en omstreken";
        let between = (1..30).map(|n| format!("{long} {n} {long} {long}")).collect();
        let houses =
            (1..30).map(|n| format!("Vereniging van eigenaren van complex {n} aan de lange Hoofdstraat te Lindeveen"));
        let doors = [(11, 1), (11, 11), (1, 11), (1, 1), (1, 10), (10, 1), (2, 21), (21, 2)].map(|(a, b)| {
            format!("Vereniging van eigenaren complex {a} aan de Hoofdstraat van Lindeveen, portiek {b} met de galerij")
        });
        let wards = ["noord", "oost", "zuid"];
        let parts = wards.map(|ward| format!("Bewonersvereniging van de {ward}elijke wijken aan de rivier de Waal"));
        let one_word = ["een", "ene", "twee"].map(|n| format!("{}{n}{}", "a".repeat(40), "b".repeat(40)));
        let begins = ["", "van de kust", "van de kust en de rivier"].map(|end| format!("{long} {end}"));
        let themes =
            wards.iter().cartesian_product(["groen", "groen en water", "water", "werk"]).map(|(ward, theme)| {
                format!("Overlegplatform van de wijken {ward} over {theme} in de stad Lindeveen en haar buurgemeenten")
            });
        let all: [Vec<String>; 7] = [
            between,
            houses.collect(),
            doors.to_vec(),
            parts.to_vec(),
            one_word.to_vec(),
            begins.to_vec(),
            themes.collect(),
        ];
        for all in all {
            for (most, room) in [(1, 160.0), (1, 240.0), (2, ROOM), (2, 160.0)] {
                let lines: Vec<_> = all.iter().map(|name| in_lines(name, &all, room, most)).collect();
                let told: BTreeSet<_> = lines.iter().collect();
                assert_eq!(told.len(), all.len(), "{most} {room} {lines:#?}");
                assert!(lines.iter().flatten().all(|line| text_width(line, SMALL) <= room), "{lines:?}");
            }
        }
        let [noord, ..] = &parts;
        assert_eq!(short(noord, &parts, SMALL, ROOM), "Bewo…noordelijke…");
    }

    #[test]
    fn a_name_that_is_like_no_other_is_cut_at_its_end() {
        let [one, two] = &said(&["Vereniging van alle bewoners", "Gemeente"], 1)[..] else { panic!() };
        assert!(one.starts_with("Vereniging") && one.ends_with('…'), "{one}");
        assert_eq!(two, "Gemeente");
        assert_eq!(said(&["Gemeente aan de rivier de Waal"; 2], 1)[0], said(&["Gemeente aan de rivier de Waal"], 1)[0]);
    }

    #[test]
    fn no_line_is_wider_than_its_room() {
        let names =
            ["abc ".repeat(80), format!("{}x", "abc ".repeat(80)), "w".repeat(300), format!("{}v", "w".repeat(300))];
        let names: Vec<(&str, f64)> = names.iter().map(|name| (name.as_str(), ROOM)).collect();
        for most in [1, 2, 3] {
            let lines: Vec<String> = apart(&names, most).into_iter().flatten().collect();
            assert!(lines.iter().all(|line| text_width(line, SMALL) <= ROOM), "{lines:?}");
        }
    }
}
