//! Advice: what to aim for, and with which tools, with a party in each place of the field.
//!
//! An [`Advice`] holds tools and tips by id, each a [`Text`] in any number of languages, and one [`Row`] for each
//! [`Cell`]: a quadrant of power and interest, and a side of support. A cell may leave the quadrant or the side open;
//! its row then holds whatever that is, and so also for a party of which it is not known.
//!
//! [`Advice::handbook`] is the base set in Dutch and English: the advice of the collaboration handbook in words of our
//! own. Its placing in the quadrants and the levels of participation are own rules. Callers put their own
//! [over](Advice::over) it, or write a file ([`Advice::from_toml`], [`Advice::from_json`]).
//!
//! ```
//! use polder::advice::{Advice, Cell, Language, Row, Text};
//! use polder::id::Slug;
//! use polder::vocabulary::{Mendelow, Participation, SupportSide};
//!
//! let cell = Cell::of(Mendelow::KeyPlayers, SupportSide::Opponent);
//! let handbook = Advice::handbook();
//! assert_eq!(handbook.row(&cell).and_then(|row| row.level), Some(Participation::Advise));
//!
//! let walk = Slug::new("walk")?;
//! let text = Text::new(Language::new("fy")?, "In kuier troch it doarp")?;
//! let text = text.and(Language::new("en")?, "A walk through the village")?;
//! let row = Row { tools: Some(vec![walk.clone()]), ..Row::default() };
//! let ours = handbook.with_tool(walk.clone(), text).with_row(cell, row)?;
//! assert_eq!(ours.tool(&walk).and_then(|text| text.in_language("fy-NL")), Some("In kuier troch it doarp"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod handbook;
mod text;

pub use text::{BlankText, Language, NotALanguage, Text};

use std::collections::BTreeMap;
use std::fmt;

use itertools::Itertools;
use serde::Serialize;
use thiserror::Error;

use crate::id::Slug;
use crate::vocabulary::{Mendelow, Participation, SupportSide, Vocabulary};

/// A place in the field that advice is for. `None` leaves it open: whatever it is, known or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize)]
pub struct Cell {
    /// The quadrant of power and interest.
    pub quadrant: Option<Mendelow>,
    /// The side of support.
    pub support: Option<SupportSide>,
}

impl Cell {
    /// The cell of a quadrant and a side.
    pub fn of(quadrant: Mendelow, support: SupportSide) -> Self {
        Self { quadrant: Some(quadrant), support: Some(support) }
    }

    /// The twelve cells that leave nothing open, quadrant by quadrant.
    pub fn all() -> impl Iterator<Item = Self> {
        Mendelow::ALL.iter().cartesian_product(SupportSide::ALL).map(|(quadrant, side)| Self::of(*quadrant, *side))
    }

    /// Whether it leaves the quadrant or the side open.
    pub fn is_open(&self) -> bool {
        self.quadrant.is_none() || self.support.is_none()
    }

    /// The cells whose advice holds here, the most telling first: itself, its quadrant, its side, everywhere.
    fn at_hand(&self) -> impl Iterator<Item = Self> {
        let open = [
            *self,
            Self { support: None, ..*self },
            Self { quadrant: None, ..*self },
            Self { quadrant: None, support: None },
        ];
        open.into_iter().unique()
    }
}

impl fmt::Display for Cell {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (quadrant, support) = (self.quadrant.map(Vocabulary::word), self.support.map(Vocabulary::word));
        write!(f, "{}/{}", quadrant.unwrap_or("any"), support.unwrap_or("any"))
    }
}

/// What is advised in a cell. `None` says nothing: a row of a more open cell may. An empty list says that there are
/// none.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Row {
    /// What to aim for.
    pub goal: Option<Text>,
    /// How far the party takes part.
    pub level: Option<Participation>,
    /// The tools to use, by id, in the order in which they are told.
    pub tools: Option<Vec<Slug>>,
    /// The tips, by id, in the order in which they are told.
    pub tips: Option<Vec<Slug>>,
}

/// A row cannot stand.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum RowError {
    /// There is no tool of that id.
    #[error("there is no tool `{0}`")]
    UnknownTool(Slug),
    /// There is no tip of that id.
    #[error("there is no tip `{0}`")]
    UnknownTip(Slug),
    /// The row of a cell that leaves nothing open needs a goal.
    #[error("`{0}` has no goal")]
    NoGoal(Cell),
    /// The row of a cell that leaves nothing open needs a level.
    #[error("`{0}` has no level")]
    NoLevel(Cell),
}

/// Something said in a row, with the cell whose row says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Said<T> {
    /// What is said.
    pub what: T,
    /// The cell.
    pub cell: Cell,
}

/// What all rows that hold in a place say, each part from the most telling row that says it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told<'a> {
    /// What to aim for.
    pub goal: Option<Said<&'a Text>>,
    /// How far the party takes part.
    pub level: Option<Said<Participation>>,
    /// The tools.
    pub tools: Option<Said<&'a [Slug]>>,
    /// The tips.
    pub tips: Option<Said<&'a [Slug]>>,
}

/// Tools, tips, and what to do with whom.
///
/// Every tool and tip that a row names is there; every row has a goal and a level, unless its cell leaves something
/// open.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Advice {
    tools: BTreeMap<Slug, Text>,
    tips: BTreeMap<Slug, Text>,
    rows: BTreeMap<Cell, Row>,
}

impl Advice {
    /// No advice at all.
    pub fn new() -> Self {
        Self::default()
    }

    /// The base set, in Dutch and English: every cell, every quadrant with the side open, every side with the quadrant
    /// open.
    pub fn handbook() -> Self {
        handbook::advice()
    }

    /// The tools by id, in id order.
    pub fn tools(&self) -> impl ExactSizeIterator<Item = (&Slug, &Text)> + Clone {
        self.tools.iter()
    }

    /// The tips by id, in id order.
    pub fn tips(&self) -> impl ExactSizeIterator<Item = (&Slug, &Text)> + Clone {
        self.tips.iter()
    }

    /// The rows by cell, open cells first.
    pub fn rows(&self) -> impl ExactSizeIterator<Item = (&Cell, &Row)> + Clone {
        self.rows.iter()
    }

    /// A tool.
    pub fn tool(&self, id: &Slug) -> Option<&Text> {
        self.tools.get(id)
    }

    /// A tip.
    pub fn tip(&self, id: &Slug) -> Option<&Text> {
        self.tips.get(id)
    }

    /// The row of a cell, exactly.
    pub fn row(&self, cell: &Cell) -> Option<&Row> {
        self.rows.get(cell)
    }

    /// What holds for a party in a place, of which the quadrant or the side may not be known. `None` when no row holds
    /// there.
    ///
    /// Each part comes from the most telling row that says it: that of the cell, of its quadrant with the side open, of
    /// its side with the quadrant open, of everywhere.
    pub fn at(&self, place: Cell) -> Option<Told<'_>> {
        let rows: Vec<(Cell, &Row)> = place.at_hand().filter_map(|c| Some((c, self.rows.get(&c)?))).collect();
        fn first<'a, T>(rows: &[(Cell, &'a Row)], part: impl Fn(&'a Row) -> Option<T>) -> Option<Said<T>> {
            rows.iter().find_map(|(cell, row)| Some(Said { what: part(row)?, cell: *cell }))
        }
        (!rows.is_empty()).then(|| Told {
            goal: first(&rows, |r| r.goal.as_ref()),
            level: first(&rows, |r| r.level),
            tools: first(&rows, |r| r.tools.as_deref()),
            tips: first(&rows, |r| r.tips.as_deref()),
        })
    }

    /// The same advice with the words of one's own told otherwise; those of the base set stay.
    #[must_use]
    pub fn with_own_words(mut self, told: impl Fn(&str) -> String) -> Self {
        let base = Self::handbook();
        let own = |text: &mut Text, known: Option<&Text>| {
            if known != Some(&*text) {
                *text = text.mapped(&told);
            }
        };
        self.tools.iter_mut().for_each(|(id, text)| own(text, base.tool(id)));
        self.tips.iter_mut().for_each(|(id, text)| own(text, base.tip(id)));
        for (cell, row) in &mut self.rows {
            let known = base.row(cell).and_then(|row| row.goal.as_ref());
            row.goal.iter_mut().for_each(|text| own(text, known));
        }
        self
    }

    /// The same advice with a tool; where there is one of that id, language by language.
    #[must_use]
    pub fn with_tool(mut self, id: Slug, text: Text) -> Self {
        put(&mut self.tools, id, text);
        self
    }

    /// The same advice with a tip; where there is one of that id, language by language.
    #[must_use]
    pub fn with_tip(mut self, id: Slug, text: Text) -> Self {
        put(&mut self.tips, id, text);
        self
    }

    /// The same advice with a row. Where the cell has one, the goal is put over it language by language, a level or a
    /// list takes the place of what was there, and what the row does not say stays. An id that stands twice in a list
    /// counts once.
    ///
    /// # Errors
    /// [`RowError`] when a tool or tip does not exist, or a cell that leaves nothing open is then without goal or level.
    pub fn with_row(mut self, cell: Cell, row: Row) -> Result<Self, RowError> {
        let known = |ids: &Option<Vec<Slug>>, of: &BTreeMap<Slug, Text>| {
            ids.iter().flatten().find(|id| !of.contains_key(*id)).cloned()
        };
        if let Some(id) = known(&row.tools, &self.tools) {
            return Err(RowError::UnknownTool(id));
        }
        if let Some(id) = known(&row.tips, &self.tips) {
            return Err(RowError::UnknownTip(id));
        }
        let there = self.rows.remove(&cell).unwrap_or_default();
        let whole = row.over(there);
        if !cell.is_open() && whole.goal.is_none() {
            return Err(RowError::NoGoal(cell));
        }
        if !cell.is_open() && whole.level.is_none() {
            return Err(RowError::NoLevel(cell));
        }
        self.rows.insert(cell, whole);
        Ok(self)
    }

    /// This advice over another: what this gives stands in the place of what was there, what it does not give stays.
    /// Texts go language by language, levels and lists whole.
    #[must_use]
    pub fn over(self, mut base: Self) -> Self {
        for (id, text) in self.tools {
            put(&mut base.tools, id, text);
        }
        for (id, text) in self.tips {
            put(&mut base.tips, id, text);
        }
        for (cell, row) in self.rows {
            let there = base.rows.remove(&cell).unwrap_or_default();
            base.rows.insert(cell, row.over(there));
        }
        base
    }
}

fn put(texts: &mut BTreeMap<Slug, Text>, id: Slug, text: Text) {
    let whole = match texts.remove(&id) {
        Some(there) => text.over(there),
        None => text,
    };
    texts.insert(id, whole);
}

impl Row {
    fn over(self, there: Self) -> Self {
        let once = |ids: Vec<Slug>| ids.into_iter().unique().collect();
        Self {
            goal: match (self.goal, there.goal) {
                (Some(ours), Some(theirs)) => Some(ours.over(theirs)),
                (ours, theirs) => ours.or(theirs),
            },
            level: self.level.or(there.level),
            tools: self.tools.map(once).or(there.tools),
            tips: self.tips.map(once).or(there.tips),
        }
    }
}

/// Tools and tips by id, and the rows as a list, each with its cell.
impl Serialize for Advice {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct;
        #[derive(Serialize)]
        struct Line<'a> {
            #[serde(flatten)]
            cell: &'a Cell,
            #[serde(flatten)]
            row: &'a Row,
        }
        let rows: Vec<Line<'_>> = self.rows.iter().map(|(cell, row)| Line { cell, row }).collect();
        let mut s = serializer.serialize_struct("Advice", 3)?;
        s.serialize_field("tools", &self.tools)?;
        s.serialize_field("tips", &self.tips)?;
        s.serialize_field("advice", &rows)?;
        s.end()
    }
}
