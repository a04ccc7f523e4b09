//! Files dragged onto a window, as a file manager does it: the source's side of the XDND protocol, version 5.

use std::error::Error;
use std::path::Path;
use std::time::{Duration, Instant};
use x11rb::connection::Connection;
use x11rb::protocol::Event;
use x11rb::protocol::xproto::{
    Atom, AtomEnum, ClientMessageEvent, ConnectionExt, CreateWindowAux, EventMask, PropMode,
    SELECTION_NOTIFY_EVENT, SelectionNotifyEvent, SelectionRequestEvent, Window, WindowClass,
};
use x11rb::rust_connection::RustConnection;
use x11rb::wrapper::ConnectionExt as _;

const PATIENCE: Duration = Duration::from_secs(20);
const PAUSE: Duration = Duration::from_millis(50);

/// Drops a file at a place of the only window on a display that takes files, in pixels of the display.
pub(crate) fn drop_file(display: &str, file: &Path, x: u16, y: u16) -> Result<(), Box<dyn Error>> {
    let (connection, screen) = x11rb::connect(Some(display))?;
    let root = connection.setup().roots.get(screen).ok_or("the display has a screen")?.root;
    let drag = Drag::begin(&connection, root, file)?;
    let deadline = Instant::now() + PATIENCE;
    let mut dropped = false;
    while Instant::now() < deadline {
        if !dropped {
            let place = u32::from(x) << 16 | u32::from(y);
            drag.send("XdndPosition", [drag.source, 0, place, 0, drag.atom("XdndActionCopy")?])?;
        }
        std::thread::sleep(PAUSE);
        while let Some(event) = connection.poll_for_event()? {
            match event {
                Event::SelectionRequest(asked) => drag.hand_over(&asked)?,
                Event::ClientMessage(told) if told.type_ == drag.atom("XdndFinished")? => return Ok(()),
                Event::ClientMessage(told) if told.type_ == drag.atom("XdndStatus")? && !dropped => {
                    // The lowest bit: it would be taken here.
                    dropped = told.data.as_data32()[1] & 1 == 1;
                    if dropped {
                        drag.send("XdndDrop", [drag.source, 0, 0, 0, 0])?;
                    }
                }
                _ => {}
            }
        }
    }
    Err("the window does not take the file".into())
}

/// A drag on its way.
struct Drag<'a> {
    connection: &'a RustConnection,
    source: Window,
    target: Window,
    content: String,
}

impl<'a> Drag<'a> {
    fn begin(connection: &'a RustConnection, root: Window, file: &Path) -> Result<Self, Box<dyn Error>> {
        let source = connection.generate_id()?;
        let about = CreateWindowAux::new().event_mask(EventMask::NO_EVENT);
        connection.create_window(0, source, root, 0, 0, 1, 1, 0, WindowClass::INPUT_ONLY, 0, &about)?;
        let content = format!("file://{}\r\n", file.display());
        let mut drag = Self { connection, source, target: root, content };
        drag.target = drag.taker(root)?.ok_or("no window takes files")?;
        connection.set_selection_owner(source, drag.atom("XdndSelection")?, x11rb::CURRENT_TIME)?;
        drag.send("XdndEnter", [source, 5 << 24, drag.atom("text/uri-list")?, 0, 0])?;
        Ok(drag)
    }

    /// The window that says it takes drops.
    fn taker(&self, root: Window) -> Result<Option<Window>, Box<dyn Error>> {
        let aware = self.atom("XdndAware")?;
        for window in self.connection.query_tree(root)?.reply()?.children {
            let property = self.connection.get_property(false, window, aware, AtomEnum::ATOM, 0, 1)?;
            if property.reply()?.length > 0 {
                return Ok(Some(window));
            }
        }
        Ok(None)
    }

    fn atom(&self, name: &str) -> Result<Atom, Box<dyn Error>> {
        Ok(self.connection.intern_atom(false, name.as_bytes())?.reply()?.atom)
    }

    fn send(&self, message: &str, data: [u32; 5]) -> Result<(), Box<dyn Error>> {
        let event = ClientMessageEvent::new(32, self.target, self.atom(message)?, data);
        self.connection.send_event(false, self.target, EventMask::NO_EVENT, event)?;
        Ok(self.connection.flush()?)
    }

    /// Gives the window the list of files that it asks for.
    fn hand_over(&self, asked: &SelectionRequestEvent) -> Result<(), Box<dyn Error>> {
        let list = self.content.as_bytes();
        self.connection.change_property8(
            PropMode::REPLACE,
            asked.requestor,
            asked.property,
            asked.target,
            list,
        )?;
        let given = SelectionNotifyEvent {
            response_type: SELECTION_NOTIFY_EVENT,
            sequence: 0,
            time: asked.time,
            requestor: asked.requestor,
            selection: asked.selection,
            target: asked.target,
            property: asked.property,
        };
        self.connection.send_event(false, asked.requestor, EventMask::NO_EVENT, given)?;
        Ok(self.connection.flush()?)
    }
}
