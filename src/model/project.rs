//! The head of the file and what does not hang on one party: location, date, free forces, support, answers to the handbook.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use serde::{Serialize, Serializer};

use super::node::{Node, Rated, RatedRef, Reference, one_sided};
use super::{Element, Remarks};
use crate::id::{InterestId, PartyId, Slug};
use crate::rating::Rating;
use crate::scale::{Latitude, Longitude};
use crate::vocabulary::{ConflictKind, Phase, Side, SupportKind};

/// A calendar day of the Gregorian calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

impl Date {
    /// The day, or `None` when the calendar has none such. Years run from 1 to 9999.
    pub fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
        let days = match month {
            1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
            4 | 6 | 9 | 11 => 30,
            2 if leap => 29,
            2 => 28,
            _ => return None,
        };
        ((1..=9999).contains(&year) && (1..=days).contains(&day)).then_some(Self { year, month, day })
    }

    /// Reads "YYYY-MM-DD".
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let (y, m, d) = (parts.next()?, parts.next()?, parts.next()?);
        let digits = |s: &str, n: usize| s.len() == n && s.bytes().all(|b| b.is_ascii_digit());
        if parts.next().is_some() || !(digits(y, 4) && digits(m, 2) && digits(d, 2)) {
            return None;
        }
        Self::new(y.parse().ok()?, m.parse().ok()?, d.parse().ok()?)
    }

    /// Year, month and day.
    pub fn parts(&self) -> (u16, u8, u8) {
        (self.year, self.month, self.day)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// A place on earth, in degrees (WGS 84).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Location {
    /// Degrees north.
    pub latitude: Latitude,
    /// Degrees east.
    pub longitude: Longitude,
}

/// The project: its goal, phase, date and who "we" are. Scales are kept apart, see [`super::Model::scales`].
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Project {
    /// The name.
    pub name: Option<String>,
    /// The goal in one sentence.
    pub goal: Option<String>,
    /// The interests on which the goal rests, where stated.
    pub shared_goal: BTreeSet<InterestId>,
    /// The phase that the collaboration is in.
    pub phase: Option<Phase>,
    /// The day of this snapshot.
    pub date: Option<Date>,
    /// The party that is "we".
    pub focal: Option<PartyId>,
    /// Where the project takes place.
    pub location: Option<Location>,
    /// Notes, tags, annotations.
    pub remarks: Remarks,
}

impl Rated for Project {}
impl Node for Project {
    fn references(&self) -> Vec<Reference> {
        let goals = self.shared_goal.iter().map(|i| Reference::optional(i, "shared-goal"));
        goals.chain(self.focal.iter().map(|p| Reference::optional(p, "focal"))).collect()
    }
    fn forget(&mut self, gone: &Element) {
        self.shared_goal.retain(|i| Element::from(i) != *gone);
        self.focal.take_if(|p| Element::from(&*p) == *gone);
    }
}

/// A free force of Lewin's form.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Force {
    /// What the force is.
    pub name: String,
    /// Driving or restraining.
    pub side: Side,
    /// How strong it is, on the one-sided scale.
    pub strength: Option<Rating>,
    /// How well it can be changed, on the one-sided scale.
    pub changeability: Option<Rating>,
    /// The party that exerts it, if one does.
    pub party: Option<PartyId>,
    /// Notes, tags, annotations.
    pub remarks: Remarks,
}

impl Rated for Force {
    fn ratings(&self) -> Vec<RatedRef<'_>> {
        one_sided([("strength", &self.strength), ("changeability", &self.changeability)])
    }
    fn ratings_mut(&mut self) -> Vec<&mut Rating> {
        self.strength.iter_mut().chain(&mut self.changeability).collect()
    }
}
impl Node for Force {
    fn references(&self) -> Vec<Reference> {
        self.party.iter().map(|p| Reference::optional(p, "party")).collect()
    }
    fn forget(&mut self, gone: &Element) {
        self.party.take_if(|p| Element::from(&*p) == *gone);
    }
}

/// A record of support (draagvlak).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Support {
    /// Whose support.
    pub kind: SupportKind,
    /// How much, on the one-sided scale.
    pub level: Option<Rating>,
    /// An example that shows it.
    pub example: Option<String>,
    /// Notes, tags, annotations.
    pub remarks: Remarks,
}

impl Rated for Support {
    fn ratings(&self) -> Vec<RatedRef<'_>> {
        one_sided([("level", &self.level)])
    }
    fn ratings_mut(&mut self) -> Vec<&mut Rating> {
        self.level.iter_mut().collect()
    }
}
impl Node for Support {}

/// The team's answers to review findings.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Handbook {
    /// Rule id → why it is as it is.
    pub explained: BTreeMap<Slug, String>,
    /// Conflicts that the parties have put on the table.
    pub acknowledged: BTreeSet<Acknowledged>,
    /// Planned activities.
    pub activities: BTreeSet<Activity>,
}

/// A conflict that the parties acknowledge.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Acknowledged {
    /// Its kind.
    pub kind: ConflictKind,
    /// Between whom.
    pub parties: BTreeSet<PartyId>,
    /// Over which interests or values; none means over anything of that kind between those parties. A conflict is acknowledged when
    /// every one named here is what it is over: an interest of an `interest` or `opposed-interests`, a value of a `value`, `fate`,
    /// `value-priority` or `misperception`. Conflicts of the other kinds (`relation`, `culture`, `role`, `leadership`) are over no
    /// interest or value, so that naming one never matches: leave it out there.
    pub over: BTreeSet<Slug>,
}

/// A planned activity of the collaboration.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Activity {
    /// What it is.
    pub name: String,
    /// Whether it surfaces differences of culture.
    pub surfaces_culture: Option<bool>,
    /// Notes, tags, annotations.
    pub remarks: Remarks,
}

impl Rated for Handbook {}
impl Node for Handbook {
    fn references(&self) -> Vec<Reference> {
        let parties = self.acknowledged.iter().flat_map(|a| &a.parties);
        parties.map(|p| Reference::optional(p, "acknowledged.parties")).collect()
    }
    fn forget(&mut self, gone: &Element) {
        self.acknowledged.retain(|a| !a.parties.iter().any(|p| Element::from(p) == *gone));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_of_the_calendar() {
        assert_eq!(Date::parse("2024-02-29").map(|d| d.to_string()), Some("2024-02-29".into()));
        for bad in [
            "2023-02-29",
            "1900-02-29",
            "2024-13-01",
            "2024-1-1",
            "24-01-01",
            "2024-01-01T00",
            "0000-01-01",
            "2024-01-01-",
        ] {
            assert_eq!(Date::parse(bad), None, "{bad}");
        }
    }
}
