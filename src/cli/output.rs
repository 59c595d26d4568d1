//! Writing: the answer to standard output or a file, everything else to standard error.

use std::borrow::Cow;
use std::ffi::OsString;
use std::fs::{self, OpenOptions};
use std::io::{self, ErrorKind, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, ValueEnum};

use crate::document::is_odd;

/// Why a subcommand ended without its answer, or with an answer that is no success.
#[derive(Debug)]
pub(super) enum Stop {
    /// The file has problems, which have been shown.
    Problems,
    /// It was called wrongly, or something cannot be read or written.
    Usage {
        /// What is wrong.
        message: String,
        /// What may put it right.
        help: Option<String>,
    },
}

impl Stop {
    pub(super) fn usage(message: impl Into<String>) -> Self {
        Self::Usage { message: message.into(), help: None }
    }

    pub(super) fn with_help(message: impl Into<String>, help: impl Into<String>) -> Self {
        Self::Usage { message: message.into(), help: Some(help.into()) }
    }
}

/// How an answer is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Form {
    /// For people.
    Text,
    /// For programs.
    Json,
}

/// Where the answer goes.
#[derive(Debug, Args)]
pub(super) struct Target {
    /// Write to this file instead of standard output; one that is there is replaced
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

impl Target {
    /// Refuses to write over a file that is read.
    pub(super) fn spare(&self, read: &[&Path]) -> Result<(), Stop> {
        let Some(path) = self.file() else { return Ok(()) };
        match read.iter().find(|input| is_same(path, input)) {
            Some(input) => Err(Stop::with_help(
                format!("`{}` is also read: it is not replaced", show(input)),
                "give another file to write to",
            )),
            None => Ok(()),
        }
    }

    /// Writes the answer. A reader that has gone away is no error.
    pub(super) fn write(&self, answer: &str) -> Result<(), Stop> {
        let Some(path) = self.file() else { return data(answer) };
        replace(path, answer).map_err(|e| {
            let why = match path.parent().filter(|p| !p.as_os_str().is_empty() && !p.exists()) {
                Some(directory) => format!("there is no directory `{}`", show(directory)),
                None => reason(&e),
            };
            Stop::usage(format!("`{}` cannot be written: {why}", show(path)))
        })
    }

    fn file(&self) -> Option<&Path> {
        self.output.as_deref().filter(|p| *p != Path::new("-"))
    }
}

/// Writes a file whole or not at all: beside it first, then in its place. What is no regular file is written to as it is.
fn replace(path: &Path, answer: &str) -> io::Result<()> {
    let old = match fs::symlink_metadata(path) {
        Ok(_) => {
            // A link stays one; what it leads to is replaced.
            let whole = fs::canonicalize(path).and_then(|p| Ok((fs::metadata(&p)?, p)));
            let Some((old, whole)) = whole.ok().filter(|(old, _)| old.is_file()) else {
                return fs::write(path, answer);
            };
            // A file that may not be written must not be replaced either.
            OpenOptions::new().write(true).open(&whole)?;
            Some((old, whole))
        }
        Err(_) => None,
    };
    let target = old.as_ref().map_or(path, |(_, whole)| whole.as_path());
    let Some(name) = target.file_name() else { return fs::write(path, answer) };
    let mut beside = OsString::from(".");
    beside.push(name);
    beside.push(format!(".{}.tmp", std::process::id()));
    let beside = target.with_file_name(beside);
    let Ok(mut file) = OpenOptions::new().write(true).create_new(true).open(&beside) else {
        // The directory takes no new files; the file itself may still be written.
        return fs::write(path, answer);
    };
    let permissions = old.as_ref().map_or(Ok(()), |(old, _)| fs::set_permissions(&beside, old.permissions()));
    let written = permissions.and_then(|()| file.write_all(answer.as_bytes())).and_then(|()| file.sync_all());
    drop(file);
    let done = written.and_then(|()| fs::rename(&beside, target));
    if done.is_err() {
        let _ = fs::remove_file(&beside);
    }
    done
}

/// Whether two names mean one regular file.
fn is_same(a: &Path, b: &Path) -> bool {
    let b = if b == Path::new("-") { Path::new("/dev/stdin") } else { b };
    let (Ok(x), Ok(y)) = (fs::metadata(a), fs::metadata(b)) else { return false };
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        x.is_file() && (x.dev(), x.ino()) == (y.dev(), y.ino())
    }
    #[cfg(not(unix))]
    {
        let whole = |p: &Path| fs::canonicalize(p).ok();
        x.is_file() && y.is_file() && whole(a).is_some() && whole(a) == whole(b)
    }
}

/// Writes text for people to standard output, with its colours where a terminal shows them.
pub(super) fn text(answer: &str) -> Result<(), Stop> {
    written(anstream::stdout().lock(), answer)
}

/// Writes data to standard output, byte for byte; on a terminal, control characters are escaped.
pub(super) fn data(answer: &str) -> Result<(), Stop> {
    let out = io::stdout().lock();
    let answer = if out.is_terminal() { clean(answer) } else { Cow::Borrowed(answer) };
    written(out, &answer)
}

fn written(mut out: impl Write, answer: &str) -> Result<(), Stop> {
    match out.write_all(answer.as_bytes()).and_then(|()| out.flush()) {
        Err(e) if e.kind() != ErrorKind::BrokenPipe => {
            Err(Stop::usage(format!("standard output cannot be written: {}", reason(&e))))
        }
        _ => Ok(()),
    }
}

/// Writes to standard error; if that is closed, nobody listens.
pub(super) fn note(message: &str) {
    let mut out = anstream::stderr().lock();
    let _ = writeln!(out, "{}", message.trim_end_matches('\n'));
}

/// Shows what the argument parser has to say: help, the version or a complaint.
pub(super) fn usage(answer: &clap::Error) -> ExitCode {
    // A closed pipe is no error here either.
    let _ = answer.print();
    if answer.use_stderr() { ExitCode::from(2) } else { ExitCode::SUCCESS }
}

/// A file name that is safe to show.
pub(super) fn show(path: &Path) -> String {
    if path == Path::new("-") {
        return "<stdin>".into();
    }
    one_line(&path.to_string_lossy())
}

/// What went wrong with a file, as our sentences are written.
pub(super) fn reason(error: &io::Error) -> String {
    match error.kind() {
        ErrorKind::NotFound => "there is no such file".into(),
        ErrorKind::PermissionDenied => "permission is denied".into(),
        ErrorKind::IsADirectory => "it is a directory".into(),
        _ => clean(&error.to_string()).into_owned(),
    }
}

/// The text with odd characters as `\u001b`, which is also how JSON and TOML write them.
pub(super) fn clean(text: &str) -> Cow<'_, str> {
    if !text.contains(is_odd) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        if is_odd(c) { out.push_str(&format!("\\u{:04x}", u32::from(c))) } else { out.push(c) }
    }
    Cow::Owned(out)
}

/// The text on one line.
pub(super) fn one_line(text: &str) -> String {
    clean(text).replace('\n', "\\n").replace('\t', "\\t")
}

/// A number with its noun.
pub(super) fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn odd_characters_are_escaped_and_others_are_not() {
        assert_eq!(clean("a\u{1b}[31m\u{202e}\u{9b}\r\n\té"), "a\\u001b[31m\\u202e\\u009b\\u000d\n\té");
        assert_eq!(one_line("a\nb\tc"), "a\\nb\\tc");
        assert!(matches!(clean("één\n"), Cow::Borrowed(_)));
    }
}
