//! Problems as people read them: with the line that they are about.

use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use super::output::clean;
use crate::document::{Confided, Position, Problem};

/// How much of a line is shown before and after a place, in bytes.
const AROUND: usize = 120;

/// All problems or warnings, with a blank line between them. With codes of colour; the stream takes them out.
pub(super) fn problems(file: &str, source: &str, problems: &[Problem]) -> String {
    let renderer = Renderer::styled();
    let shown = problems.iter().map(|p| renderer.render(&[group(file, source, p)]));
    itertools::join(shown, "\n\n")
}

/// The same for whoever did not write the file: nothing is shown that may tell of a private note.
pub(super) fn discreet(file: &str, source: &str, problems: &[Problem], confided: &Confided) -> String {
    let renderer = Renderer::styled();
    let shown = problems.iter().map(|p| {
        let untold = confided.hides(p);
        let line = || p.span.as_ref().is_some_and(|span| confided.shows(source, &line_of(source, span)));
        renderer.render(&[if untold || line() { place(file, p, untold) } else { group(file, source, p) }])
    });
    itertools::join(shown, "\n\n")
}

/// A problem by its place alone; with what it says, or with the title of its code.
fn place<'a>(file: &'a str, problem: &'a Problem, untold: bool) -> Group<'a> {
    let level = if problem.code.is_warning() { Level::WARNING } else { Level::ERROR };
    let title = if untold { problem.code.title().to_owned() } else { clean(&problem.message).into_owned() };
    let origin = Origin::path(file);
    let group =
        Group::with_title(level.primary_title(title).id(problem.code.as_str())).element(match problem.position {
            Some(Position { line, column }) => origin.line(line).char_column(column),
            None => origin,
        });
    let help = problem.help.as_ref().filter(|_| !untold);
    let group = group.elements(help.map(|help| Level::HELP.message(clean(help))));
    group.element(Level::NOTE.message("private notes are kept out of this message; `polder check` shows the place"))
}

/// The line that a place begins on.
fn line_of(source: &str, span: &Range<usize>) -> Range<usize> {
    let at = boundary(source, span.start);
    let start = source.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |end| end + 1);
    let end = source.get(at..).and_then(|after| after.find('\n')).map_or(source.len(), |length| at + length);
    start..end
}

/// An error of the program's own.
pub(super) fn error(message: &str, help: Option<&str>) -> String {
    let mut group = Group::with_title(Level::ERROR.primary_title(clean(message)));
    if let Some(help) = help {
        group = group.element(Level::HELP.message(clean(help)));
    }
    Renderer::styled().render(&[group])
}

fn group<'a>(file: &'a str, source: &str, problem: &'a Problem) -> Group<'a> {
    let level = if problem.code.is_warning() { Level::WARNING } else { Level::ERROR };
    let mut group = Group::with_title(level.primary_title(clean(&problem.message)).id(problem.code.as_str()));
    match (problem.position, problem.path.as_str()) {
        (Some(Position { line, column }), _) => {
            let span = problem.span.clone().unwrap_or_else(|| {
                let start = offset(source, line, column);
                start..start
            });
            let (text, marked) = excerpt(source, &span);
            let seen = text.get(..marked.start).map_or(0, |before| before.chars().count() + 1);
            let mark = AnnotationKind::Primary.span(marked);
            let snippet = Snippet::source(text).line_start(line).annotation(mark);
            // The renderer counts in what it is shown, which a long line or an escaped character makes another column.
            group = if seen == column {
                group.element(snippet.path(file))
            } else {
                group.element(Origin::path(file).line(line).char_column(column)).element(snippet)
            };
        }
        (None, "") => group = group.element(Origin::path(file)),
        (None, path) => group = group.element(Origin::path(format!("{file}: {}", clean(path)))),
    }
    match &problem.help {
        Some(help) => group.element(Level::HELP.message(clean(help))),
        None => group,
    }
}

/// The byte offset of a line and column.
fn offset(source: &str, line: usize, column: usize) -> usize {
    let lines = source.split_inclusive('\n');
    let before: usize = lines.clone().take(line.saturating_sub(1)).map(str::len).sum();
    let here = lines.clone().nth(line.saturating_sub(1)).unwrap_or_default();
    let here = here.trim_end_matches('\n');
    before + here.chars().take(column.saturating_sub(1)).map(char::len_utf8).sum::<usize>()
}

/// The line of a place, as much of it as fits, and the place in it. What is marked ends with its line.
fn excerpt(source: &str, span: &Range<usize>) -> (String, Range<usize>) {
    let start = boundary(source, span.start);
    let end = boundary(source, span.end).max(start);
    let part = |from: usize, to: usize| source.get(from..to).unwrap_or_default();

    let from = boundary(source, start.saturating_sub(AROUND));
    let before = part(from, start);
    let (cut, before) = match before.rfind('\n') {
        Some(at) => ("", before.get(at + 1..).unwrap_or_default()),
        None => (if from > 0 { "…" } else { "" }, before.trim_start_matches('\u{feff}')),
    };
    let to = boundary(source, start.saturating_add(2 * AROUND));
    let rest = part(start, to);
    let line = rest.split('\n').next().unwrap_or_default();
    let more = if line.len() == rest.len() && to < source.len() { "…" } else { "" };
    let line = line.strip_suffix('\r').unwrap_or(line);
    let marked = line.get(..end - start).unwrap_or(line);
    let after = line.get(marked.len()..).unwrap_or_default();

    let (before, marked, after) = (clean(before), clean(marked), clean(after));
    let start = cut.len() + before.len();
    let place = start..start + marked.len();
    (format!("{cut}{before}{marked}{after}{more}"), place)
}

/// The nearest start of a character at or before an offset.
fn boundary(text: &str, offset: usize) -> usize {
    let mut at = offset.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Document;
    use crate::document::is_odd;

    #[test]
    fn every_place_in_an_odd_text_can_be_shown() {
        let long = "x".repeat(3 * AROUND);
        let text = format!("\u{feff}a = 1\r\n\tb = \"é\u{1b}[31m漢字\u{202e}\"\n\n{long}é{long}\nlast");
        for start in 0..=text.len() + 2 {
            for end in [start, start + 1, start + 3, start + 500, usize::MAX] {
                let (shown, place) = excerpt(&text, &(start..end));
                assert!(shown.get(place.clone()).is_some(), "{start}..{end}: {place:?} in {shown:?}");
                assert!(!shown.contains(is_odd) && !shown.contains('\n'), "{shown:?}");
                assert!(shown.len() <= 6 * 4 * AROUND, "{}", shown.len());
                let mark = AnnotationKind::Primary.span(place);
                let group = Group::with_title(Level::ERROR.primary_title("here"))
                    .element(Snippet::source(shown).line_start(1).annotation(mark));
                Renderer::plain().render(&[group]);
            }
        }
    }

    #[test]
    fn a_problem_names_its_file_line_column_code_and_help() {
        let text = "polder = 1\n[party.a]\nkind = \"goverment\"\n";
        let found = Document::from_toml(text).unwrap().resolve().problems;
        let shown = anstream::adapter::strip_str(&problems("p.toml", text, &found)).to_string();
        insta::assert_snapshot!(shown, @r#"
        error[P010]: `goverment` is not a kind of party
         --> p.toml:3:8
          |
        3 | kind = "goverment"
          |        ^^^^^^^^^^^
          |
          = help: did you mean `government`? known are `government`, `business`, `knowledge`, `residents`, `civil-society`, `media`, `environment`, `society`, `other`
        "#);
    }

    #[test]
    fn a_column_is_found_back() {
        assert_eq!(offset("ab\ncé f\n", 2, 3), 6);
        assert_eq!(offset("ab", 7, 9), 2);
        assert_eq!(offset("", 1, 1), 0);
    }
}
