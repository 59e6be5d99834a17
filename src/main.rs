//! Starts Seatwork in the page.

fn main() {}
