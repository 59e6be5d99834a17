//! Serves the site on localhost and rebuilds it after every change.

use std::io::ErrorKind;
use std::net::{Ipv4Addr, Ipv6Addr, SocketAddr, TcpListener, TcpStream};
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

use crate::arguments::ServeOptions;
use crate::places::Root;
use crate::process::{self, Failure, Outcome};
use crate::site::{self, Parts, Profile};
use crate::terminal;
use crate::tools::Toolbox;

/// Not `dist/`, so that a rebuild does not change a site that is being tested or copied.
const FOLDER: &str = "target/serve";

/// Builds the site and serves it until the process is stopped.
pub fn serve(root: &Root, options: &ServeOptions) -> Outcome {
    check_port(options.port)?;
    let tools = &Toolbox::prepare(root)?;
    let profile = if options.dev {
        Profile::Dev
    } else {
        Profile::Release(Parts::Whole)
    };
    let folder = root.at(FOLDER);
    // Trunk would keep serving after a failed first build.
    site::build_into(root, tools, &folder, profile)?;
    terminal::announce("serving");
    let mut trunk = tools.trunk(root);
    trunk.args(["serve", "--port", &options.port.to_string()]);
    site::add_options(&mut trunk, &folder, profile);
    let (port, open) = (options.port, options.open);
    thread::spawn(move || print_address(port, open));
    process::run(&mut trunk, "Serving")
}

/// Both addresses of `localhost`.
fn addresses(port: u16) -> [SocketAddr; 2] {
    [
        (Ipv4Addr::LOCALHOST, port).into(),
        (Ipv6Addr::LOCALHOST, port).into(),
    ]
}

/// Fails when the port cannot be used.
fn check_port(port: u16) -> Outcome {
    for address in addresses(port) {
        match TcpListener::bind(address).map_err(|error| error.kind()) {
            Err(ErrorKind::AddrInUse) => {
                return Err(Failure::new(format!(
                    "Port {port} is taken by another program (or another `cargo xtask serve`). \
                     Stop that one, or choose another port: cargo xtask serve --port {}",
                    port.checked_add(1).unwrap_or(9000)
                )));
            }
            Err(ErrorKind::PermissionDenied) => {
                return Err(Failure::new(format!(
                    "The system does not allow port {port}. Choose one above 1023: \
                     cargo xtask serve --port 9000"
                )));
            }
            // Other errors are expected, for example on a machine without IPv6.
            Ok(_) | Err(_) => {}
        }
    }
    Ok(())
}

/// Waits until the server answers, then prints its address and opens it when `open` is set.
fn print_address(port: u16, open: bool) {
    while !addresses(port)
        .iter()
        .any(|address| TcpStream::connect_timeout(address, Duration::from_secs(1)).is_ok())
    {
        thread::sleep(Duration::from_millis(100));
    }
    // Lets Trunk print its own lines first.
    thread::sleep(Duration::from_millis(300));
    let url = format!("http://localhost:{port}/");
    terminal::say(&format!(
        "\n    Seatwork is at  {url}\n\n    \
         It is rebuilt after every change; reload the page then. Ctrl+C stops it.\n"
    ));
    if open && !open_in_browser(&url) {
        terminal::say("The browser could not be opened: please open that address yourself.");
    }
}

/// Opens a URL in the default browser, and returns whether that worked.
///
/// Trunk's own `--open` uses `127.0.0.1`, which has a different `localStorage` than `localhost`.
fn open_in_browser(url: &str) -> bool {
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
    fn a_taken_port_is_reported_with_an_alternative() {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let port = listener.local_addr().unwrap().port();
        let message = check_port(port).unwrap_err().to_string();
        assert!(
            message.contains(&format!("Port {port} is taken")) && message.contains("--port"),
            "{message}"
        );
    }
}
