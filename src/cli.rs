//! The command line: one file per subcommand, thin over the library.
//!
//! This is the only place that touches files, the environment and the terminal. Nothing is written to standard output but the
//! answer; problems of the file, warnings and errors go to standard error, save in `polder check`, whose answer they are.

mod advice;
mod analyze;
mod between;
mod catalogues;
mod check;
mod compare;
mod completions;
mod convert;
mod excerpt;
mod handbook;
mod input;
mod listing;
mod output;
mod party;
mod plot;
mod profile;
mod progress;
mod report;
mod review;
mod tuning;
mod words;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use output::Stop;

/// What every `--help` says of the exit code.
macro_rules! exit_codes {
    () => {
        "\n\nExit codes:\n  0  done; the file has no problems (it may have warnings)\n  1  the file has problems\n  \
         2  wrong use: an unknown option or name, or a file that cannot be read or written"
    };
}
use exit_codes;

/// Stakeholder analysis: parties, interests, values and conflicts, each number with its reasons.
#[derive(Debug, Parser)]
#[command(
    name = "polder",
    version,
    arg_required_else_help = true,
    after_help = concat!(
        "Examples:\n  polder check project.toml\n  polder report project.toml --lang nl -o report.md\n  \
         polder analyze project.toml --only conflicts\n\nA FILE is TOML or JSON, by its extension or else by its content; \
         `-` is standard input.",
        exit_codes!()
    )
)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Check(check::Check),
    Analyze(analyze::Analyze),
    Report(report::Report),
    Plot(plot::Plot),
    Between(between::Between),
    Review(review::Review),
    Handbook(handbook::Handbook),
    Compare(compare::Compare),
    Convert(convert::Convert),
    Advice(advice::Advice),
    Catalogues(catalogues::Catalogues),
    Completions(completions::Completions),
}

/// Runs the program with the arguments of the process.
pub fn main() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(answer) => {
            // The parser repeats what it was given: it is asked again with words that are safe to show.
            let safe = std::env::args_os().map(|word| output::one_line(&word.to_string_lossy()));
            return output::usage(&Cli::try_parse_from(safe).err().unwrap_or(answer));
        }
    };
    let done = match cli.command {
        Command::Check(check) => check.run(),
        Command::Analyze(analyze) => analyze.run(),
        Command::Report(report) => report.run(),
        Command::Plot(plot) => plot.run(),
        Command::Between(between) => between.run(),
        Command::Review(review) => review.run(),
        Command::Handbook(handbook) => handbook.run(),
        Command::Compare(compare) => compare.run(),
        Command::Convert(convert) => convert.run(),
        Command::Advice(advice) => advice.run(),
        Command::Catalogues(catalogues) => catalogues.run(),
        Command::Completions(completions) => completions.run(),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(Stop::Problems) => ExitCode::from(1),
        Err(Stop::Usage { message, help }) => {
            output::note(&excerpt::error(&message, help.as_deref()));
            ExitCode::from(2)
        }
    }
}
