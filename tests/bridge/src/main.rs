//! `cargo run -p bridge -- 4300 /tmp/coffer-dev`: answers the window's commands on 127.0.0.1, so that `npm run dev` shows the
//! interface with a real ledger behind it in any browser. Never part of what ships.

use api::{Places, Session};
use std::io::Write;
use std::path::PathBuf;
use std::sync::Arc;
use tiny_http::{Method, Request, Response, Server};

fn main() -> std::process::ExitCode {
    let mut arguments = std::env::args().skip(1);
    let port: u16 = arguments.next().and_then(|port| port.parse().ok()).unwrap_or(4300);
    let home = arguments.next().map_or_else(|| std::env::temp_dir().join("coffer-dev"), PathBuf::from);
    let folder = |name: &str| home.join(name);
    let places = Places {
        config: folder("config"),
        data: folder("data"),
        documents: folder("documents"),
        downloads: folder("downloads"),
    };
    let session = Arc::new(Session::new(places));
    session.allow(&home);
    match serve(port, &session) {
        Ok(()) => std::process::ExitCode::SUCCESS,
        Err(error) => {
            let _ = writeln!(std::io::stderr(), "bridge: {error}");
            std::process::ExitCode::FAILURE
        }
    }
}

fn serve(port: u16, session: &Arc<Session>) -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
    let server = Server::http(("127.0.0.1", port))?;
    for mut request in server.incoming_requests() {
        let session = Arc::clone(session);
        runtime.spawn(async move {
            let answer = answer(&session, &mut request).await;
            let (status, text) = match answer {
                Ok(text) => (200, text),
                Err(refusal) => (422, serde_json::to_string(&refusal).unwrap_or_default()),
            };
            // A browser that went away needs no answer.
            let _ = request.respond(Response::from_string(text).with_status_code(status));
        });
    }
    Ok(())
}

/// `POST /bridge/COMMAND` with the arguments as JSON.
async fn answer(session: &Session, request: &mut Request) -> Result<String, api::ApiError> {
    let refused = |text: String| api::ApiError::new(api::ErrorCode::Invalid, text);
    let command = request.url().strip_prefix("/bridge/").map(str::to_owned);
    let Some(command) = command.filter(|_| *request.method() == Method::Post) else {
        return Err(refused(format!("{} is not a command", request.url())));
    };
    let arguments =
        serde_json::from_reader(request.as_reader()).map_err(|error| refused(error.to_string()))?;
    match command.as_str() {
        "desktop_opened" => Ok(r#"{"ledger":null,"files":[]}"#.to_owned()),
        desktop if desktop.starts_with("desktop_") => Ok("null".to_owned()),
        _ => api::commands::dispatch(session, &command, arguments).await,
    }
}
