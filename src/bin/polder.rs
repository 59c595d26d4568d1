//! The command line program `polder`. Everything is in the library; see `polder --help`.

use std::process::ExitCode;

fn main() -> ExitCode {
    polder::cli::main()
}
