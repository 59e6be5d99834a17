//! Where randomness comes from.

/// The source of randomness failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoRandomness;

/// A cryptographic source of randomness.
pub trait Random {
    /// Fills the bytes with random ones.
    fn fill(&mut self, bytes: &mut [u8]) -> Result<(), NoRandomness>;
}
