//! Random numbers fit for passwords.

use super::window;
use crate::domain::{NoRandomness, Random};

/// `crypto.getRandomValues`.
#[derive(Debug, Clone, Copy)]
pub struct BrowserRandom;

impl Random for BrowserRandom {
    fn fill(&mut self, bytes: &mut [u8]) -> Result<(), NoRandomness> {
        let crypto = window().crypto().map_err(|_| NoRandomness)?;
        crypto
            .get_random_values_with_u8_array(bytes)
            .map(|_| ())
            .map_err(|_| NoRandomness)
    }
}
