//! What goes on the table? The report as a page, one picture for a slide, and the model as outsiders may see it.
//!
//! Run with `cargo run --features report --example what_goes_on_the_table`.

use std::error::Error;
use std::fmt::Write;

use polder::export::{Key, Profile, export};
use polder::report::{Format, Locale, PictureKind, PictureOptions, ReportOptions, Section, picture, report};
use polder::{Document, Model};

const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/models/slimme-straatverlichting.toml");

fn main() -> Result<(), Box<dyn Error>> {
    print!("{}", answer()?);
    Ok(())
}

pub(crate) fn answer() -> Result<String, Box<dyn Error>> {
    let model = Model::try_from(Document::from_toml(&std::fs::read_to_string(FILE)?)?)?;
    let dutch = Locale::builtin("nl").ok_or("there are no Dutch words")?;
    let mut out = String::new();

    // One page that loads nothing: serve it, or write it to a file.
    let page = report(&model, &dutch, &ReportOptions::new()).render(Format::Html);
    writeln!(out, "page: {} pictures, nothing loaded: {}", page.matches("<svg").count(), !page.contains("src="))?;

    // Some sections only, as text.
    let conflicts = ReportOptions::new().sections([Section::Conflicts]);
    let text = report(&model, &dutch, &conflicts).render(Format::Text);
    let first = text.lines().find(|line| line.starts_with("1. ")).ok_or("there is no conflict")?;
    writeln!(out, "first conflict: {first}")?;

    // A picture by itself: its title and description are for those who do not see it.
    let field = picture(&model, &dutch, PictureKind::PowerInterest, &PictureOptions::new())?;
    let svg = field.to_svg();
    writeln!(out, "picture: {} ({})", field.title(), if svg.starts_with("<svg") { "SVG" } else { "what is this?" })?;

    // As outsiders may see it. In earnest the key comes from the random numbers of the operating system.
    let shared = export(&model, Profile::Pseudonymised, &Key::new([7; 16]))?;
    let who_is_who = shared.mapping.as_ref().ok_or("nobody was renamed")?;
    let first = who_is_who.iter().find(|renamed| renamed.pseudonym.as_str() == "p01").ok_or("there is no party")?;
    writeln!(out, "shared: {} parties, P01 being {}", shared.model.parties().len(), first.id)?;
    Ok(out)
}
