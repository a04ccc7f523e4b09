//! The program's own end.

use crate::state::desk;
use acceptance::{Run, delay_ends_of_threads};

/// Enough that a clash in one of ten ends is seen.
const ENDS: u32 = 80;

#[test]
fn a_program_that_ends_beside_its_threads_ends_well() {
    let desk = desk();
    for _ in 0..ENDS {
        let mut command = desk.command(["balance"]);
        delay_ends_of_threads(&mut command);
        let run: Run = command.output().unwrap().into();
        assert_eq!(run.answer(), "0.00  USD  Assets:Bank\n");
    }
}
