//! QR codes of a value, for a phone.

use qrcode::{Color, EcLevel, QrCode};

use crate::Error;

/// A QR code as modules, without the quiet zone around it. It may be a Secret: no `Debug`.
pub struct Qr {
    /// How many modules it has on each side.
    pub size: u32,
    /// One text of `0` and `1` for each row, `1` being dark.
    pub rows: Vec<String>,
}

/// The QR code of that value. A phone reads it even when an eighth of it is hidden.
pub fn qr(value: &str) -> Result<Qr, Error> {
    let code =
        QrCode::with_error_correction_level(value, EcLevel::M).map_err(|_| Error::TooLong)?;
    let width = code.width();
    let rows = code
        .to_colors()
        .chunks(width)
        .map(|row| row.iter().map(|module| digit(*module)).collect())
        .collect();
    Ok(Qr {
        size: u32::try_from(width).expect("177 at most"),
        rows,
    })
}

fn digit(module: Color) -> char {
    match module {
        Color::Dark => '1',
        Color::Light => '0',
    }
}

#[cfg(test)]
mod tests {
    use super::qr;
    use crate::Error;

    #[test]
    fn a_code_is_a_square_with_its_three_corners() {
        let code = qr(&"f".repeat(128)).expect("it fits");
        let size = usize::try_from(code.size).expect("small");
        assert_eq!(code.rows.len(), size);
        assert!(code.rows.iter().all(|row| row.len() == size));
        let eye = [
            "1111111", "1000001", "1011101", "1011101", "1011101", "1000001", "1111111",
        ];
        for (place, line) in eye.iter().enumerate() {
            assert!(code.rows[place].starts_with(line));
            assert!(code.rows[place].ends_with(line));
            assert!(code.rows[size - 7 + place].starts_with(line));
        }
    }

    #[test]
    fn other_values_give_other_codes() {
        let rows = |value: &str| qr(value).expect("it fits").rows;
        assert_ne!(
            rows("https://bikes.example"),
            rows("https://bikes.example/")
        );
        assert_eq!(rows("https://bikes.example"), rows("https://bikes.example"));
    }

    #[test]
    fn what_does_not_fit_is_told() {
        assert_eq!(
            qr(&"x".repeat(4_000)).map(|code| code.size),
            Err(Error::TooLong)
        );
    }
}
