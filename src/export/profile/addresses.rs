//! Mail addresses and telephone numbers in texts.

/// As few digits as a telephone number with its area has.
const DIGITS: usize = 9;

/// The text with `…` for each mail address and telephone number.
pub(super) fn hidden(text: &str) -> String {
    without_numbers(&without_mail(text))
}

fn without_mail(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for piece in text.split_inclusive(char::is_whitespace) {
        let address = piece.trim_matches(|c: char| !c.is_alphanumeric());
        match piece.find(address).filter(|_| address.contains(['@', '＠'])) {
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
            || !matches!(c, '+' | '＋') && back(1).is_some_and(char::is_whitespace) && back(2).is_some_and(is_digit);
        let begins = matches!(c, '0' | '０' | '+' | '＋' | '(' | '（') && !goes_on;
        let run = if begins { Run::of(chars.get(at..).unwrap_or_default()) } else { Run::Other(1) };
        match run {
            Run::Number(length) => {
                out.push('…');
                at += length;
            }
            Run::Other(length) => {
                out.extend(chars.iter().skip(at).take(length));
                at += length;
            }
        }
    }
    out
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '０'..='９')
}

/// What a text begins with, and how many characters that has: no number begins within it.
enum Run {
    /// A telephone number, with those that follow it on the line.
    Number(usize),
    Other(usize),
}

impl Run {
    fn of(text: &[char]) -> Self {
        let brackets = text.iter().take_while(|c| matches!(c, '(' | '（')).count();
        if !text.get(brackets).is_some_and(|c| matches!(c, '0' | '０' | '+' | '＋')) {
            return Self::Other(brackets.max(1));
        }
        let between = |c: char| {
            c.is_whitespace() && !matches!(c, '\n' | '\r')
                || matches!(c, '-' | '\u{2010}'..='\u{2015}' | '.' | '·' | '_' | '/' | '(' | ')' | '（' | '）')
        };
        let plus = |at: usize, c: char| matches!(c, '+' | '＋') && at == brackets;
        let run = text.iter().enumerate().take_while(|(at, c)| is_digit(**c) || between(**c) || plus(*at, **c));
        let places: Vec<usize> = run.filter(|(_, c)| is_digit(**c)).map(|(at, _)| at).collect();
        let end = places.last().map_or(brackets + 1, |last| last + 1);
        if places.len() >= DIGITS { Self::Number(end) } else { Self::Other(end) }
    }
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
            ("06\u{202f}12\u{2009}34\t56_78·1, jan＠x.nl", "…, …"),
            ("06 12 34 56 78 / 06 98 76 54 32 / 06 11 22 33 44, all", "…, all"),
            ("０６１２３４５６７８", "…"),
            ("Start 01-01-2026\n15 houses", "Start 01-01-2026\n15 houses"),
            ("0.5 km: 3 +31 6 12345678", "0.5 km: 3 …"),
            ("(((12 345 678 90", "(((12 345 678 90"),
            ("case A0123456789", "case A0123456789"),
            ("", ""),
        ] {
            assert_eq!(hidden(text), expected, "{text}");
        }
    }
}
