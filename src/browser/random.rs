//! Random numbers fit for passwords.

use zeroize::Zeroizing;

use super::window;
use crate::domain::{NoRandomness, Random};

/// So many bytes are drawn at once: a password takes some thirty, and every draw is a call out of the program.
const DRAWN: usize = 4096;

/// `crypto.getRandomValues`, some of it in advance. What was drawn is wiped when it is used up, and at the end.
#[derive(Debug, Default)]
pub struct BrowserRandom {
    drawn: Zeroizing<Vec<u8>>,
}

impl BrowserRandom {
    fn draw(&mut self) -> Result<(), NoRandomness> {
        let crypto = window().crypto().map_err(|_| NoRandomness)?;
        let mut fresh = Zeroizing::new(vec![0; DRAWN]);
        crypto
            .get_random_values_with_u8_array(&mut fresh)
            .map_err(|_| NoRandomness)?;
        self.drawn = fresh;
        Ok(())
    }
}

impl Random for BrowserRandom {
    fn fill(&mut self, bytes: &mut [u8]) -> Result<(), NoRandomness> {
        for byte in bytes {
            if self.drawn.is_empty() {
                self.draw()?;
            }
            *byte = self.drawn.pop().ok_or(NoRandomness)?;
        }
        Ok(())
    }
}
