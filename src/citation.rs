//! Every reference that a method cites, in one table.

use serde::{Serialize, Serializer};

macro_rules! citations {
    ($($(#[$doc:meta])* $name:ident = $text:literal;)+) => {
        $($(#[$doc])* #[doc = ""] #[doc = $text] pub const $name: Citation = Citation { key: stringify!($name), text: $text };)+

        /// All references.
        pub const TABLE: &[Citation] = &[$($name),+];
    };
}

/// A reference. In JSON its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Citation {
    /// The name of its constant.
    pub key: &'static str,
    /// Author, title, where and when; or that the rule is polder's own.
    pub text: &'static str,
}

impl Serialize for Citation {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.text)
    }
}

citations! {
    /// Position × salience × clout.
    BUENO_DE_MESQUITA_2002 = "B. Bueno de Mesquita, Predicting Politics, Ohio State University Press, 2002 (position × salience × clout)";
    /// Driving and restraining forces.
    LEWIN_1951 = "K. Lewin, Field Theory in Social Science, Harper, 1951 (driving and restraining forces)";
    /// Tipping.
    OWN_TIPPING = "own rule: tipping, in workshop steps of attitude";
    /// Power × interest.
    MENDELOW_1991 = "A. Mendelow, Stakeholder mapping, Proceedings of the 2nd International Conference on Information Systems, 1991 (power × interest)";
    /// Players, context setters, subjects, crowd.
    EDEN_ACKERMANN_1998 = "C. Eden and F. Ackermann, Making Strategy: The Journey of Strategic Management, Sage, 1998";
    /// The value mapping canvas.
    BOCKEN_2013 = "N. Bocken, S. Short, P. Rana, S. Evans, A value mapping tool for sustainable business modelling, Corporate Governance 13(5), 2013, 482-497";
    /// What the canvas counts.
    OWN_CANVAS = "own rule: counts, importance sums and capture ratio of the canvas";
    /// The kinds of conflict.
    OWN_CONFLICTS = "own rules: interest, opposed interests, fate, value, value priority; power as a weight of its own; bridges";
    /// The circle of values.
    SCHWARTZ_1992 = "S. H. Schwartz, Universals in the content and structure of values, Advances in Experimental Social Psychology 25, 1992, 1-65 (the circle)";
}
