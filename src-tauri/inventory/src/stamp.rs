//! Moments as they stand in file names, to the second and in UTC.

use keys::Moment;

const DAY: i64 = 86_400;

/// The whole seconds since 1970.
fn seconds(moment: Moment) -> i64 {
    moment.0.div_euclid(1000)
}

/// The day in UTC, counted since 1970.
pub(crate) fn day(moment: Moment) -> i64 {
    seconds(moment).div_euclid(DAY)
}

/// `20261122-003000`.
pub(crate) fn stamp(moment: Moment) -> String {
    let second = seconds(moment).rem_euclid(DAY);
    // Days since 0000-03-01, so that a leap day ends its year (Howard Hinnant's civil_from_days).
    let days = day(moment) + 719_468;
    let (era, day_of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
    let year_of_era =
        (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * from_march + 2) / 5 + 1;
    let month = if from_march < 10 {
        from_march + 3
    } else {
        from_march - 9
    };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    format!(
        "{year:04}{month:02}{day:02}-{:02}{:02}{:02}",
        second / 3600,
        second / 60 % 60,
        second % 60
    )
}

/// The moment of a stamp; `None` for any other text.
pub(crate) fn unstamp(text: &str) -> Option<Moment> {
    let (date, time) = text.split_once('-')?;
    if date.len() != 8 || time.len() != 6 {
        return None;
    }
    let number = |text: &str| text.parse::<u32>().ok().map(i64::from);
    let part = |text: &str, from, to| number(text.get(from..to)?);
    let (year, month, day) = (
        number(date.get(..4)?)?,
        part(date, 4, 6)?,
        part(date, 6, 8)?,
    );
    let (hour, minute, second) = (part(time, 0, 2)?, part(time, 2, 4)?, part(time, 4, 6)?);
    let year = year - i64::from(month <= 2);
    let (era, year_of_era) = (year.div_euclid(400), year.rem_euclid(400));
    let from_march = (month + 9) % 12;
    let day_of_year = (153 * from_march + 2) / 5 + day - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    let days = era * 146_097 + day_of_era - 719_468;
    let moment = Moment((days * DAY + hour * 3600 + minute * 60 + second) * 1000);
    // The 31st of a short month and the 25th hour are no moments: they would be stamped otherwise.
    (stamp(moment) == text).then_some(moment)
}

#[cfg(test)]
mod tests;
