//! Mail addresses and telephone numbers in texts.

/// As few digits as a telephone number with its area has.
const DIGITS: usize = 9;
/// More characters than one is written with.
const LONGEST: usize = 40;

/// The text with `…` for each mail address and telephone number.
pub(super) fn hidden(text: &str) -> String {
    without_numbers(&without_mail(text))
}

fn without_mail(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for piece in text.split_inclusive(char::is_whitespace) {
        let address = piece.trim_matches(|c: char| !c.is_alphanumeric());
        match piece.find(address).filter(|_| address.contains('@')) {
            Some(at) => {
                out.push_str(piece.get(..at).unwrap_or_default());
                out.push('…');
                out.push_str(piece.get(at + address.len()..).unwrap_or_default());
            }
            None => out.push_str(piece),
        }
    }
    out
}

/// A telephone number begins with 0, a plus or a bracket and holds nine digits or more, with spaces, hyphens and the like between.
fn without_numbers(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    while let Some(c) = chars.get(at) {
        // What stands a space behind a digit goes on with a number, as in 1 000 000 000.
        let back = |n: usize| at.checked_sub(n).and_then(|at| chars.get(at)).copied();
        let goes_on = back(1).is_some_and(|c| c.is_alphanumeric())
            || back(1).is_some_and(char::is_whitespace) && back(2).is_some_and(|c| c.is_ascii_digit());
        let begins = matches!(c, '0' | '+' | '(') && !goes_on;
        let length = if begins { number(chars.get(at..).unwrap_or_default()) } else { None };
        out.push(if length.is_some() { '…' } else { *c });
        at += length.unwrap_or(1);
    }
    out
}

/// How many characters the telephone number has that a text begins with.
fn number(text: &[char]) -> Option<usize> {
    let text = text.get(..text.len().min(LONGEST))?;
    let opens = text.iter().copied().find(|c| *c != '(')?;
    let digits = text
        .iter()
        .enumerate()
        .take_while(|(at, c)| {
            let between = matches!(**c, ' ' | '\u{a0}' | '-' | '\u{2010}'..='\u{2015}' | '.' | '/' | '(' | ')');
            c.is_ascii_digit() || between || **c == '+' && *at < 2
        })
        .filter(|(_, c)| c.is_ascii_digit());
    let places: Vec<usize> = digits.map(|(at, _)| at).collect();
    let last = places.last().filter(|_| places.len() >= DIGITS && matches!(opens, '0' | '+'))?;
    Some(last + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_and_numbers_are_hidden_and_others_are_not() {
        for (text, expected) in [
            ("mail <jan.de-vries@stedin.nl>, please", "mail <…>, please"),
            ("call 06-12 34 56 78.", "call …."),
            ("+31 (0)38 498 9111 or (038) 498 91 11", "… or …"),
            ("at 3 @ home", "at 3 @ home"),
            ("on 01-05-2026, 1 000 000 000 in 0.5 year", "on 01-05-2026, 1 000 000 000 in 0.5 year"),
            ("case A0123456789", "case A0123456789"),
            ("", ""),
        ] {
            assert_eq!(hidden(text), expected, "{text}");
        }
    }
}
