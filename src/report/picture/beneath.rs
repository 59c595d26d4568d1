//! What stands beneath a picture, in all pictures in the same order: what the signs mean, what is to be said, the keys, and who has
//! no place.

use maud::html;

use super::columns::{List, lists};
use super::legend::{Drawn, Sign, notes, signs};
use crate::report::page::Inlines;

/// How far it stands from the sides, and from the foot of the picture.
pub(super) const MARGIN: f64 = 16.0;
/// From one part to the next.
const APART: f64 = 10.0;

/// What stands beneath a picture.
#[derive(Default)]
pub(super) struct Beneath {
    pub(super) signs: Vec<Sign>,
    pub(super) notes: Vec<Inlines>,
    /// The keys first, then who has no place.
    pub(super) lists: Vec<List>,
}

impl Beneath {
    /// Draws it from a height on, for a picture of a width; its height is as far as the foot of the picture.
    pub(super) fn draw(&self, top: f64, width: f64) -> Drawn {
        let room = width - 2.0 * MARGIN;
        let mut y = top;
        let mut body = Vec::new();
        let parts: [&dyn Fn(f64) -> Drawn; 3] =
            [&|y| signs(&self.signs, MARGIN, y, room), &|y| notes(&self.notes, MARGIN, y, room), &|y| {
                lists(&self.lists, MARGIN, y, room)
            }];
        for part in parts {
            let begin = if y > top { y + APART } else { y };
            let drawn = part(begin);
            if drawn.height > 0.0 {
                y = begin + drawn.height;
                body.push(drawn.body);
            }
        }
        Drawn { body: html! { @for part in &body { (part) } }, height: y + MARGIN - top }
    }
}
