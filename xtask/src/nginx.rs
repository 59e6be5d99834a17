//! The web server that the configuration of `docs/hosting` is tried behind.

use std::path::Path;

use crate::{debian, process, terminal};

/// The server, and the module that sends the copies made with brotli.
const PACKAGES: [&str; 2] = ["nginx-light", "libnginx-mod-http-brotli-static"];

const MODULE: &str = "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so";

/// Installs nginx where that is possible without asking, and says what is not tested without it.
///
/// Not on a system that runs services: there the package would start a server.
pub fn prepare() {
    if is_installed() {
        return;
    }
    let runs_services = Path::new("/run/systemd/system").exists();
    if debian::can_install_on_debian() && !runs_services && debian::install(&PACKAGES).is_ok() {
        return;
    }
    terminal::say(&format!(
        "The tests behind nginx are skipped: it is not installed with its brotli module (Debian: \
         sudo apt install {}).",
        PACKAGES.join(" ")
    ));
}

fn is_installed() -> bool {
    let is_there =
        Path::new("/usr/sbin/nginx").is_file() || process::find_on_path("nginx").is_some();
    is_there && Path::new(MODULE).is_file()
}
