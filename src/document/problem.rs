//! Problems and warnings: what is wrong with a document, where, and what may help.

use std::fmt;
use std::ops::Range;

use serde::Serialize;
use thiserror::Error;

use super::tree::{Node, Span, Spot};

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $code:literal, $title:literal;)+) => {
        /// What sort of problem or warning it is. Codes keep their meaning for ever.
        ///
        /// | code | title |
        /// |---|---|
        $(#[doc = concat!("| ", $code, " | ", $title, " |")])+
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Code { $($(#[$doc])* #[doc = $title] $name),+ }

        impl Code {
            /// Every code.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// The code as it is shown: `P001`, `W001`.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$name => $code),+ }
            }

            /// What the code stands for, in a few words.
            pub fn title(self) -> &'static str {
                match self { $(Self::$name => $title),+ }
            }
        }
    };
}

codes! {
    Syntax = "P001", "the text is not of its format";
    DuplicateKey = "P002", "a key stands twice in one table";
    Version = "P003", "the format version is missing or not one";
    NewerVersion = "P004", "the file is of a newer format version";
    UnknownKey = "P005", "an unknown key or table";
    WrongType = "P006", "a value of the wrong type";
    Null = "P007", "a null";
    NotFinite = "P008", "a number that is not finite";
    MissingKey = "P009", "a required key is missing";
    UnknownWord = "P010", "a word that the key does not know";
    BadId = "P011", "an id or slug that is not one";
    Dangling = "P012", "a reference to what does not exist";
    ToItself = "P013", "a relation from something to itself";
    OffScale = "P014", "a number off its scale";
    WrongWord = "P015", "a word that is not of the scale";
    Order = "P016", "bounds that are not in order";
    NoRaters = "P017", "a list of raters without any";
    BadRating = "P018", "a rating with parts that do not go together";
    TieTwice = "P019", "a tie stated twice with different values";
    Nesting = "P020", "parties that are part of each other in a circle";
    Dimension = "P021", "a dimension that the culture model does not have";
    Points = "P022", "points of competing values that do not add up";
    BelievedTwice = "P023", "a belief stated twice";
    BadDate = "P024", "a date that is not of the calendar";
    BadScale = "P025", "a scale that cannot be used";
    DuplicateId = "P026", "an id that is taken";
    DuplicateResource = "P027", "a resource listed twice for one pair";
    CellTwice = "P028", "advice for one place stated twice";
    BadLanguage = "P029", "a language tag that is not one";
    BlankText = "P030", "a text with nothing in it";
    BadLink = "P031", "a link to what is in no shipped catalogue";
    Circular = "P032", "observations that explain each other in a circle";
    Upward = "P033", "an observation explained by one in a layer above it";
    Refused = "P098", "the model refuses it";
    More = "P099", "more problems than are listed";
    NameTwice = "W001", "a name twice within a kind";
    OddCharacter = "W002", "a bidirectional, control or invisible character in a name";
    MixedSalience = "W003", "stakes with and without salience";
    AmbiguousRater = "W004", "a rater that is both a member and a party";
    OwnWord = "W005", "a ring or sector outside the shipped vocabulary";
    NoParties = "W006", "no parties at all";
    BlankName = "W007", "a name with nothing in it";
    RaterTwice = "W008", "a rater twice in one list";
    SelfInfluence = "W009", "an influence on itself that is left out";
    ComparedAgainst = "W010", "two comparisons of one pair that contradict each other";
    MoreWarnings = "W099", "more warnings than are listed";
}

impl Code {
    /// Whether it is a warning: the document is a model all the same.
    pub fn is_warning(self) -> bool {
        self.as_str().starts_with('W')
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Serialize for Code {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

/// A place in a text, as people count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Position {
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
}

impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.line, self.column)
    }
}

/// One thing that is wrong with a document, or that deserves a look.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Problem {
    /// What sort of problem it is.
    pub code: Code,
    /// What is wrong, in one sentence.
    pub message: String,
    /// What may put it right.
    pub help: Option<String>,
    /// Where in the document: `party.gemeente.power`, `claim[2].value` (lists from 0).
    pub path: String,
    /// Where in the text, in bytes.
    pub span: Option<Range<usize>>,
    /// Where in the text, by line and column.
    pub position: Option<Position>,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (&self.position, self.path.as_str()) {
            (Some(position), _) => write!(f, "{position} ")?,
            (None, "") => {}
            (None, path) => write!(f, "{path} ")?,
        }
        write!(f, "{} {}", self.code, self.message)?;
        match &self.help {
            Some(help) => write!(f, " ({help})"),
            None => Ok(()),
        }
    }
}

/// Everything that is wrong with a document; never empty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Error)]
#[error("{}", itertools::join(.0, "\n"))]
pub struct Problems(Vec<Problem>);

impl Problems {
    /// Problems that were found. A document that failed without saying why gets one that says so.
    pub(super) fn new(mut found: Vec<Problem>) -> Self {
        if found.is_empty() {
            found.push(Problem {
                code: Code::Refused,
                message: "the document could not be read".into(),
                help: None,
                path: String::new(),
                span: None,
                position: None,
            });
        }
        Self(found)
    }

    /// The problems in the order of the text.
    pub fn as_slice(&self) -> &[Problem] {
        &self.0
    }

    /// The problems one by one.
    pub fn iter(&self) -> std::slice::Iter<'_, Problem> {
        self.0.iter()
    }
}

impl IntoIterator for Problems {
    type Item = Problem;
    type IntoIter = std::vec::IntoIter<Problem>;
    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<'a> IntoIterator for &'a Problems {
    type Item = &'a Problem;
    type IntoIter = std::slice::Iter<'a, Problem>;
    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

/// How many problems, and how many warnings, are listed at most.
pub(super) const LISTED: usize = 1000;
/// How many words may be compared for suggestions in one run; beyond that there are none.
const COMPARED: usize = 300_000;
/// How much of a user's word is shown.
const SHOWN: usize = 60;

#[derive(Debug)]
struct Noted {
    code: Code,
    message: String,
    help: Option<String>,
    spot: Spot,
}

/// Collects what is found.
#[derive(Debug)]
pub(super) struct Log {
    problems: Vec<Noted>,
    warnings: Vec<Noted>,
    unlisted: (usize, usize),
    comparisons: usize,
}

impl Log {
    pub(super) fn new() -> Self {
        Self { problems: Vec::new(), warnings: Vec::new(), unlisted: (0, 0), comparisons: COMPARED }
    }

    pub(super) fn note(&mut self, code: Code, spot: Spot, message: impl Into<String>, help: Option<String>) {
        let (list, unlisted) = match code.is_warning() {
            false => (&mut self.problems, &mut self.unlisted.0),
            true => (&mut self.warnings, &mut self.unlisted.1),
        };
        if list.len() < LISTED {
            list.push(Noted { code, message: message.into(), help, spot });
        } else {
            *unlisted += 1;
        }
    }

    /// Whether a further problem would still be listed, so that its help is worth working out.
    pub(super) fn is_full(&self) -> bool {
        self.problems.len() >= LISTED
    }

    pub(super) fn failed(&self) -> bool {
        !self.problems.is_empty()
    }

    /// The known word that is nearest to a word, when one is near enough.
    pub(super) fn nearest<'a>(&mut self, word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
        if self.is_full() || word.len() > 200 {
            return None;
        }
        nearest(word, known, &mut self.comparisons)
    }

    /// The problems and the warnings in the order of the text, with path, line and column.
    pub(super) fn finish(self, root: &Node, source: Option<&str>) -> (Vec<Problem>, Vec<Problem>) {
        let (more, more_warnings) = self.unlisted;
        let place = |mut list: Vec<Noted>| {
            list.sort_by_key(|n| (n.spot.span.as_ref().map(|s| s.start), n.spot.rank, n.code));
            let mut lines = Lines::new(source.unwrap_or_default());
            let place = |n: Noted| Problem {
                position: n.spot.span.as_ref().filter(|_| source.is_some()).map(|s| lines.position(s.start)),
                code: n.code,
                message: n.message,
                help: n.help,
                path: root.path(n.spot.rank),
                span: n.spot.span,
            };
            list.into_iter().map(place).collect::<Vec<_>>()
        };
        let mut problems = place(self.problems);
        let mut warnings = place(self.warnings);
        problems.extend((more > 0).then(|| unlisted(Code::More, more, "problem")));
        warnings.extend((more_warnings > 0).then(|| unlisted(Code::MoreWarnings, more_warnings, "warning")));
        (problems, warnings)
    }
}

/// The known word that is nearest to a word, when one is near enough, in so many comparisons at most.
pub(crate) fn nearest<'a>(
    word: &str,
    known: impl IntoIterator<Item = &'a str>,
    comparisons: &mut usize,
) -> Option<&'a str> {
    let fold = |w: &str| w.trim().to_lowercase().replace(['_', ' '], "-");
    let folded = fold(word);
    let length = folded.chars().count();
    let mut best: Option<(usize, &str)> = None;
    for candidate in known {
        if *comparisons == 0 {
            return None;
        }
        *comparisons -= 1;
        let other = fold(candidate);
        if other == folded {
            return Some(candidate);
        }
        let allowed = (length.max(other.chars().count()) / 3).max(1);
        if length.abs_diff(other.chars().count()) > allowed {
            continue;
        }
        let distance = strsim::osa_distance(&folded, &other);
        // A word of one or two letters is near to every other such word.
        if distance <= allowed && distance < length && best.is_none_or(|b| (distance, candidate) < b) {
            best = Some((distance, candidate));
        }
    }
    best.map(|(_, word)| word)
}

fn unlisted(code: Code, count: usize, what: &str) -> Problem {
    let plural = if count == 1 { "" } else { "s" };
    let message = format!("{count} more {what}{plural} that are not listed");
    Problem { code, message, help: None, path: String::new(), span: None, position: None }
}

/// Finds line and column of places that come in the order of the text.
pub(super) struct Lines<'a> {
    text: &'a str,
    offset: usize,
    position: Position,
}

impl<'a> Lines<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        // A byte-order mark is not a character of the first line.
        let offset = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        Self { text, offset, position: Position { line: 1, column: 1 } }
    }

    pub(super) fn position(&mut self, offset: usize) -> Position {
        for c in self.text.get(self.offset..).unwrap_or_default().chars() {
            if self.offset >= offset {
                break;
            }
            self.offset += c.len_utf8();
            if c == '\n' {
                self.position = Position { line: self.position.line + 1, column: 1 };
            } else {
                self.position.column += 1;
            }
        }
        self.position
    }
}

/// A problem that is known by its place in the text alone.
#[cfg_attr(not(any(feature = "toml", feature = "json")), allow(dead_code, reason = "for readers and writers"))]
pub(super) fn found(code: Code, message: String, path: String, span: Span, position: Option<Position>) -> Problem {
    Problem { code, message, help: None, path, span, position }
}

/// A text that is safe to show on one line, and not too long.
pub(super) fn cut(text: &str) -> String {
    let mut out = String::new();
    for (i, c) in text.chars().enumerate() {
        if i == SHOWN {
            out.push('…');
            break;
        }
        if is_odd_in_name(c) {
            out.extend(c.escape_default());
        } else {
            out.push(c);
        }
    }
    out
}

/// A number as people write it.
pub(super) fn show(x: f64) -> String {
    if x != 0.0 && !(1.0e-5..1.0e15).contains(&x.abs()) { format!("{x:e}") } else { x.to_string() }
}

/// A user's word in backticks.
pub(super) fn tick(word: &str) -> String {
    format!("`{}`", cut(word))
}

/// A list of words in backticks.
pub(super) fn ticks<'a>(words: impl IntoIterator<Item = &'a str>) -> String {
    itertools::join(words.into_iter().map(tick), ", ")
}

/// A control character other than line feed and tab, one that changes the direction of text or breaks a line, or none at all.
pub(crate) fn is_odd(c: char) -> bool {
    (c.is_control() && c != '\n' && c != '\t')
        || matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
            | '\u{2028}' | '\u{2029}' | '\u{fdd0}'..='\u{fdef}' | '\u{fffe}' | '\u{ffff}')
}

/// A character that nobody sees, or that is no part of a line: what a name should not have in it.
pub(crate) fn is_odd_in_name(c: char) -> bool {
    is_odd(c) || matches!(c, '\n' | '\t' | '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}')
}
