//! Starts a program and tells in one line of JSON, in milliseconds since its start, when its window
//! was there, when something was drawn in it, and when something was drawn in a part of it.
//! Ends the program when its own standard input ends.
//!
//! `first-paint [--part X,Y,WIDTH,HEIGHT] PROGRAM ARGUMENT…`

use std::collections::HashSet;
use std::error::Error;
use std::io::{self, Read as _};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};
use x11rb::connection::Connection as _;
use x11rb::protocol::Event;
use x11rb::protocol::xproto::{
    ChangeWindowAttributesAux, ConnectionExt as _, EventMask, ImageFormat, Window,
};
use x11rb::rust_connection::RustConnection;

type Outcome<T> = Result<T, Box<dyn Error>>;

/// Text drawn smoothly has many colours; an empty window or a frame has few.
const DRAWN_COLOURS: usize = 8;
/// Rows of pixels looked at lie this far apart, which no line of text fits between.
const STEP: u16 = 6;
/// How long to wait between looks, so that looking does not slow down what is looked at.
const PAUSE: Duration = Duration::from_millis(4);
const DEADLINE: Duration = Duration::from_secs(12);
/// Toolkits map windows of one pixel for themselves.
const LEAST_SIZE: u16 = 150;

#[derive(Clone, Copy)]
struct Part {
    x: i16,
    y: i16,
    width: u16,
    height: u16,
}

fn main() -> Outcome<()> {
    let mut arguments: Vec<String> = std::env::args().skip(1).collect();
    let mut part = None;
    if arguments.first().is_some_and(|first| first == "--part") {
        part = Some(parse_part(arguments.get(1).ok_or("--part of what?")?)?);
        arguments.drain(..2);
    }
    let (program, rest) = arguments.split_first().ok_or("which program?")?;
    let (display, screen) = RustConnection::connect(None)?;
    let root = display.setup().roots[screen].root;
    let watch = ChangeWindowAttributesAux::new().event_mask(EventMask::SUBSTRUCTURE_NOTIFY);
    display.change_window_attributes(root, &watch)?.check()?;

    let begun = Instant::now();
    let mut child = Command::new(program)
        .args(rest)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()?;
    let told = observe(&display, begun, part);
    if let Ok(told) = &told {
        println!("{told}");
        io::stdin().read_to_end(&mut Vec::new())?;
    }
    end(&mut child)?;
    told.map(drop)
}

fn parse_part(text: &str) -> Outcome<Part> {
    let numbers: Vec<u16> = text.split(',').map(str::parse).collect::<Result<_, _>>()?;
    let [x, y, width, height] = numbers[..] else {
        return Err(format!("\"{text}\" is not X,Y,WIDTH,HEIGHT").into());
    };
    Ok(Part {
        x: x.try_into()?,
        y: y.try_into()?,
        width,
        height,
    })
}

fn observe(display: &RustConnection, begun: Instant, part: Option<Part>) -> Outcome<String> {
    let (window, whole) = mapped(display, begun)?;
    let there = begun.elapsed();
    drawn(display, begun, window, whole)?;
    let painted = begun.elapsed();
    let mut times = vec![("window", there), ("painted", painted)];
    if let Some(part) = part {
        drawn(display, begun, window, part)?;
        times.push(("part", begun.elapsed()));
    }
    let pairs: Vec<String> = times
        .iter()
        .map(|(name, time)| format!("\"{name}\":{:.1}", time.as_secs_f64() * 1_000.0))
        .collect();
    Ok(format!("{{{}}}", pairs.join(",")))
}

/// Waits for the first window a person can see.
fn mapped(display: &RustConnection, begun: Instant) -> Outcome<(Window, Part)> {
    loop {
        while let Some(event) = display.poll_for_event()? {
            let Event::MapNotify(event) = event else {
                continue;
            };
            // It may be gone already.
            let Ok(size) = display.get_geometry(event.window)?.reply() else {
                continue;
            };
            if size.width >= LEAST_SIZE && size.height >= LEAST_SIZE {
                let (width, height) = (size.width, size.height);
                return Ok((
                    event.window,
                    Part {
                        x: 0,
                        y: 0,
                        width,
                        height,
                    },
                ));
            }
        }
        rest(begun, "a window", Duration::from_millis(1))?;
    }
}

/// Waits until that part of the window shows more than a ground.
fn drawn(display: &RustConnection, begun: Instant, window: Window, part: Part) -> Outcome<()> {
    loop {
        let looks: Vec<_> = (0..part.height)
            .step_by(STEP.into())
            .map(|row| {
                let y = part.y.saturating_add_unsigned(row);
                let (x, width) = (part.x, part.width);
                display.get_image(ImageFormat::Z_PIXMAP, window, x, y, width, 1, u32::MAX)
            })
            .collect::<Result<_, _>>()?;
        let mut colours = HashSet::new();
        for look in looks {
            // A window that is being resized may end above this row.
            let Ok(image) = look.reply() else { continue };
            colours.extend(
                image
                    .data
                    .chunks_exact(4)
                    .map(|pixel| [pixel[0], pixel[1], pixel[2]]),
            );
        }
        if colours.len() >= DRAWN_COLOURS {
            return Ok(());
        }
        rest(begun, "something drawn", PAUSE)?;
    }
}

fn rest(begun: Instant, what: &str, pause: Duration) -> Outcome<()> {
    if begun.elapsed() > DEADLINE {
        return Err(format!("waited {} s for {what}", DEADLINE.as_secs()).into());
    }
    thread::sleep(pause);
    Ok(())
}

fn end(child: &mut Child) -> io::Result<()> {
    child.kill()?;
    child.wait().map(drop)
}
