//! CSV in and out: what a file is, what stands in it and where, and that what we write cannot hurt anybody.

mod properties;
mod reading;
mod recognising;
mod separators;
mod tables;
mod writing;
