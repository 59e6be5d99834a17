//! Serves the site on this machine and rebuilds it after every change.

use std::io::ErrorKind;
use std::net::{Ipv4Addr, Ipv6Addr, SocketAddr, TcpListener, TcpStream};
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

use crate::arguments::Serving;
use crate::places::Root;
use crate::process::{self, Failure, Outcome};
use crate::site::{self, Profile};
use crate::terminal;
use crate::tools::Toolbox;

/// Apart from `dist/`, so that a build for a host or for the tests is not changed under someone's hands.
const FOLDER: &str = "target/serve";

/// Builds, serves, and stays until it is stopped.
pub fn serve(root: &Root, how: &Serving) -> Outcome {
    free(how.port)?;
    let tools = &Toolbox::prepare(root)?;
    let profile = if how.dev {
        Profile::Dev
    } else {
        Profile::Release
    };
    let folder = root.at(FOLDER);
    // A first build of its own: when it does not succeed there is nothing to serve.
    site::build_into(root, tools, &folder, profile)?;
    terminal::announce("serving");
    let mut trunk = tools.trunk(root);
    trunk.args(["serve", "--port", &how.port.to_string()]);
    site::options(&mut trunk, &folder, profile);
    let (port, open) = (how.port, how.open);
    thread::spawn(move || welcome(port, open));
    process::run(&mut trunk, "Serving")
}

/// Both addresses of `localhost`.
fn addresses(port: u16) -> [SocketAddr; 2] {
    [
        (Ipv4Addr::LOCALHOST, port).into(),
        (Ipv6Addr::LOCALHOST, port).into(),
    ]
}

/// Says it in words when the port cannot be used.
fn free(port: u16) -> Outcome {
    for address in addresses(port) {
        match TcpListener::bind(address).map_err(|error| error.kind()) {
            Err(ErrorKind::AddrInUse) => {
                return Err(Failure::new(format!(
                    "Port {port} is taken by another program (or another `cargo xtask serve`). Stop that one, or choose \
                     another port: cargo xtask serve --port {}",
                    port.checked_add(1).unwrap_or(9000)
                )));
            }
            Err(ErrorKind::PermissionDenied) => {
                return Err(Failure::new(format!(
                    "The system does not allow port {port}. Choose one above 1023: cargo xtask serve --port 9000"
                )));
            }
            // A machine without IPv6 has one address less.
            Ok(_) | Err(_) => {}
        }
    }
    Ok(())
}

/// Waits until the server answers and says where.
fn welcome(port: u16, open: bool) {
    while !addresses(port)
        .iter()
        .any(|address| TcpStream::connect_timeout(address, Duration::from_secs(1)).is_ok())
    {
        thread::sleep(Duration::from_millis(100));
    }
    // Trunk's own lines about it come first.
    thread::sleep(Duration::from_millis(300));
    let url = format!("http://localhost:{port}/");
    terminal::say(&format!(
        "\n    Seatwork is at  {url}\n\n    It is rebuilt after every change; reload the page then. Ctrl+C stops it.\n"
    ));
    if open && !opened(&url) {
        terminal::say(
            "The browser could not be opened from here: please open that address yourself.",
        );
    }
}

/// Opens an address in the person's browser. Never Trunk's own way, whose `127.0.0.1` has another storage than `localhost`.
fn opened(url: &str) -> bool {
    let program = match std::env::consts::OS {
        "windows" => "explorer",
        "macos" => "open",
        _ => "xdg-open",
    };
    Command::new(program)
        .arg(url)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_taken_port_is_said_with_the_way_out() {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let port = listener.local_addr().unwrap().port();
        let words = free(port).unwrap_err().to_string();
        assert!(
            words.contains(&format!("Port {port} is taken")) && words.contains("--port"),
            "{words}"
        );
    }
}
