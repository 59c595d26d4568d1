//! Numbers that must fit in little room.

use super::draw::text_width;
use crate::report::speech::Speech;

/// What stands before a number that is not written in full.
pub(super) const ABOUT: char = '≈';

/// A number that fits in so many pixels: as it is, else rounded, else as a power of ten, both with [`ABOUT`] before it; an ellipsis
/// where none of these fits.
pub(super) fn short(speech: &Speech<'_>, x: f64, size: f64, room: f64) -> String {
    let exact = speech.number(x);
    if text_width(&exact, size) <= room {
        return exact;
    }
    let tenths = speech.number((x * 10.0).round() / 10.0);
    let rounded = [tenths, speech.number(x.round())].map(|text| format!("{ABOUT}{text}"));
    let powers = [1, 0].map(|decimals| power(speech, x, decimals));
    let fits = |text: &String| text_width(text, size) <= room;
    rounded.into_iter().chain(powers.into_iter().flatten()).find(fits).unwrap_or_else(|| "…".to_owned())
}

/// A number as a power of ten, with so many decimals.
fn power(speech: &Speech<'_>, x: f64, decimals: usize) -> Option<String> {
    let scientific = format!("{x:.decimals$e}");
    let (digits, exponent) = scientific.split_once('e')?;
    let digits = speech.number(digits.parse().ok()?);
    let exponent: String = exponent.chars().map(raised).collect();
    Some(format!("{ABOUT}{digits}·10{exponent}"))
}

/// A digit, or the sign of a number, as it stands above the line.
fn raised(c: char) -> char {
    match c {
        '0' => '⁰',
        '1' => '¹',
        '2' => '²',
        '3' => '³',
        '4' => '⁴',
        '5' => '⁵',
        '6' => '⁶',
        '7' => '⁷',
        '8' => '⁸',
        '9' => '⁹',
        '-' => '⁻',
        c => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Model;
    use crate::report::Locale;

    #[test]
    fn a_number_is_never_another_without_saying_so() {
        let model = Model::new();
        let locale = Locale::builtin("nl").unwrap();
        let speech = Speech::new(&model, &locale);
        let of = |x: f64, room: f64| short(&speech, x, 10.0, room);
        assert_eq!([of(2.75, 60.0), of(2.75, 21.0), of(2.75, 15.0), of(2.75, 5.0)], ["2,75", "≈3", "≈3", "…"]);
        assert_eq!(of(123.25, 34.0), "≈123");
        assert_eq!(of(975_460_643_804_339_968.0, 62.0), "≈9,8·10¹⁷");
        assert_eq!(of(1e300, 60.0), "≈1·10³⁰⁰");
        assert_eq!(of(1e300, 20.0), "…");
    }
}
