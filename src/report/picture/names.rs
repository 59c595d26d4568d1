//! Names in little room, cut so that they can be told from each other.

use std::collections::{BTreeMap, BTreeSet};

use unicode_segmentation::UnicodeSegmentation;

use super::draw::{SMALL, fit, text_width, wrap};

/// How much of its room the begin of a name takes, where what tells it from others stands behind that.
const BEGIN: f64 = 0.35;

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

/// A small name in so many lines at most, cut so that it can be told from others.
pub(super) fn in_lines(name: &str, all: &[String], room: f64, most: usize) -> Vec<String> {
    cut(name, all, SMALL, room, most)
}

/// A name in one line, cut so that it can be told from others.
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
    let lines = both_ends(name, size, room, most);
    let alike: Vec<&str> = others().filter(|other| both_ends(other, size, room, most) == lines).collect();
    if alike.is_empty() { lines } else { telling(name, &alike, lines, size, room) }
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

/// The lines of a name of which others read the same, the last one with what none of these has: one piece of the name, or where that
/// is not enough a piece from every place where it parts from one of them.
fn telling(name: &str, alike: &[&str], mut lines: Vec<String>, size: f64, room: f64) -> Vec<String> {
    let Some(last) = lines.pop() else { return lines };
    let pieces: Vec<&str> = name.graphemes(true).collect();
    let same = |other: &&str| pieces.iter().zip(other.graphemes(true)).take_while(|(a, b)| **a == *b).count();
    let mut parting: Vec<usize> = alike.iter().map(same).collect();
    parting.sort_unstable();
    parting.dedup();
    let begin = fit(&last, size, room * BEGIN);
    let begin = begin.trim_end_matches('…');
    let rest = room - text_width(begin, size) - text_width("…", size);
    let one_by_one = parting.iter().map(|from| vec![*from]);
    let said = one_by_one.chain([parting.clone()]).find_map(|from| {
        let share = rest / f64::from(u32::try_from(from.len()).unwrap_or(u32::MAX));
        let parts: Vec<String> =
            from.iter().map(|from| fit(&pieces.get(*from..).unwrap_or_default().concat(), size, share)).collect();
        // Only the last one can end the name, and none is empty.
        let [before @ .., _] = &parts[..] else { return None };
        let is_whole = before.iter().all(|part| part.ends_with('…'))
            && parts.iter().all(|part| !part.trim_end_matches('…').is_empty());
        (is_whole && !alike.iter().any(|other| has(other, &parts))).then(|| format!("{begin}…{}", parts.concat()))
    });
    lines.push(said.unwrap_or(last));
    lines
}

/// Whether a name has such pieces, each beginning after the one before does. What is not cut ends it.
fn has(name: &str, pieces: &[String]) -> bool {
    let after = pieces.iter().try_fold(name, |left, piece| match piece.strip_suffix('…') {
        Some(piece) => {
            let mut from = left.get(left.find(piece)?..)?.chars();
            from.next();
            Some(from.as_str())
        }
        None => left.ends_with(piece.as_str()).then_some(""),
    });
    after.is_some()
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
        let between: Vec<String> = (1..9).map(|n| format!("{long} {n} {long} {long}")).collect();
        let parts = ["noord", "oost", "zuid"]
            .map(|part| format!("Bewonersvereniging van de {part}elijke wijken aan de rivier de Waal"));
        let twice: Vec<String> =
            (0..9).map(|n| format!("{long} {} van de {long} {} van de {long}", 10 + n / 3, 10 + n % 3)).collect();
        for all in [between, parts.to_vec(), twice] {
            for most in [1, 2] {
                let lines: Vec<_> = all.iter().map(|name| in_lines(name, &all, ROOM, most)).collect();
                let told: BTreeSet<_> = lines.iter().collect();
                assert_eq!(told.len(), all.len(), "{told:#?}");
                assert!(lines.iter().flatten().all(|line| text_width(line, SMALL) <= ROOM), "{lines:?}");
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
