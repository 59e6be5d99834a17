//! Random numbers for passwords and identifiers.

use zeroize::Zeroizing;

use crate::domain::{NoRandomness, Random};

/// Bytes requested at once: a password needs about thirty, and each call leaves WebAssembly.
const BUFFER_SIZE: usize = 4096;

/// The browser's cryptographic random number generator, buffered. Drawn bytes are wiped on drop.
#[derive(Default)]
pub struct BrowserRandom {
    buffer: Zeroizing<Vec<u8>>,
}

impl BrowserRandom {
    fn refill(&mut self) -> Result<(), NoRandomness> {
        let mut buffer = Zeroizing::new(vec![0; BUFFER_SIZE]);
        getrandom::fill(&mut buffer).map_err(|_| NoRandomness)?;
        self.buffer = buffer;
        Ok(())
    }
}

impl Random for BrowserRandom {
    fn fill(&mut self, bytes: &mut [u8]) -> Result<(), NoRandomness> {
        for byte in bytes {
            if self.buffer.is_empty() {
                self.refill()?;
            }
            *byte = self.buffer.pop().ok_or(NoRandomness)?;
        }
        Ok(())
    }
}
